"""Attendance in the words and layouts of many kinds of bodies, near misses first."""

from __future__ import annotations

import pytest

from minutes_cli.find.attendees import find_attendees
from minutes_cli.find.sections import read_document
from minutes_cli.rules import load_rules
from minutes_cli.source import read_text

RULES = load_rules()


def listed(text: str) -> dict[str, str]:
    found, issues = find_attendees(read_document(read_text(text, "-"), RULES), RULES)
    assert issues == []
    return {person.name: person.status for person in found if person.status != "participant"}


NEAR_MISSES: dict[str, tuple[str, dict[str, str]]] = {
    "apologies for something else": (
        (
            "HUT\n\nPresent: Stan Orr (chair), Ann Moor\n\nLETTERS\n"
            "An apology from Highways about the cones was read.\nApologies for the smell from Wessex Water.\n"
            "Apologies were received from the Bank.\n"
        ),
        {
            "Stan Orr": "present",
            "Ann Moor": "present",
        },
    ),
    "a table of tasks below the list": (
        ("Minutes\n\nPresent: Ann Moor, Bea Lunn\n\nTask\tWho\tStatus\nMend gate\tAnn Moor\tY\nBuy seed\tTed Orr\tN\n"),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
        },
    ),
}

GATHERINGS: dict[str, tuple[str, dict[str, str]]] = {
    "a parents' association: came along, couldn't make it": (
        (
            "Tennis Club\n\nCame along: Ann Moor, Bea Lunn, Cy Fell, Mrs Dell (Head)\n"
            "Couldn't make it: Gus Orr, Ted\n\n1. Nets\n\nBought.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dell": "present",
            "Gus Orr": "apologies",
            "Ted": "apologies",
        },
    ),
    "an allotment club: here, sorrys from": (
        (
            "GARDENERS\n\nMeeting Sun 3 May in the hut\n\n"
            "Here: Stan Orr (chair), Vera Dell (treas), Big Tom, Ann Moor late (train).\n\n"
            "Sorrys from Harold (hospital) and the Lunns.\n\nMONEY\nVera gave out the sheet.\n"
        ),
        {
            "Stan Orr": "present",
            "Vera Dell": "present",
            "Big Tom": "present",
            "Ann Moor": "present",
            "Harold": "apologies",
            "Lunns": "apologies",
        },
    ),
    "a book group: round the table, sorry to miss us": (
        (
            "Book group\n\nRound the table: Ann Moor, Bea Lunn, Cy Fell\nSorry to miss us: Ted Orr\n\n"
            "- Next book chosen\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "a choir: who came, who didn't": (
        ("Choir committee\n\nWho came: Ann, Bea, Cy\nWho didn't: Ted\n\nMusic\nBought.\n"),
        {
            "Ann": "present",
            "Bea": "present",
            "Cy": "present",
            "Ted": "absent",
        },
    ),
    "walkers: we were, not with us": (
        (
            "Meeting of the walkers\n\nWe were: Ann Moor, Bea Lunn and Cy Fell.\nNot with us: Ted Orr.\n\n"
            "1. Walks\nFixed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "absent",
        },
    ),
    "walkers: there, sorry not to be there": (
        (
            "Meeting of the walkers\n\nThere: Ann Moor, Bea Lunn and Cy Fell.\nSorry not to be there: Ted Orr.\n\n"
            "1. Walks\nFixed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "a table set with tabs and marks Y and N": (
        (
            "PROJECT X\nWeekly\n\nATTENDEES\nName\tOrg\tPresent?\nAnn Moor (AM)\tFinance Mgr, Acme\tY\n"
            "Bea Lunn (BL)\tIT\tN – sent Cy Fell (CF)\nCy Fell (CF)\tIT\tY\n"
            "Ted Orr (TO)\tVendor – Logi\tApologies\nGus Pell (GP)\tFinance\tN\n\n1. Status\n"
            "AM presented the dashboard.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Gus Pell": "absent",
        },
    ),
    "a table headed who, from, here": (
        (
            "Minutes\n\nWho\tFrom\tHere?\nAnn Moor\tFinance\tyes\nBea Lunn\tIT\tno (leave)\n"
            "Cy Fell\tLegal\tdialled in\n\n1. Status\nAll well.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "present",
        },
    ),
    "a table of members and their constituencies": (
        (
            "Minutes\n\nMember\tConstituency\tAttended\nCllr Ann Moor\tHill\t✓\nCllr Bea Lunn\tVale\tApols\n"
            "Cllr Cy Fell\tPark\tX\n\n1. Status\nAll well.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "apologies",
            "Cy Fell": "absent",
        },
    ),
    "a table set with blanks": (
        (
            "Minutes\n\nName               Organisation          Attending\n"
            "Ann Moor           Finance               Yes\nBea Lunn           IT                    No\n"
            "Cy Fell            Legal                 Remote\n\n1. Status\nAll well.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "present",
        },
    ),
    "offices with the names in brackets": (
        (
            "COUNCIL OF THE COLLEGE\n\nMinutes of a meeting held on 4 May 2020.\n\n"
            "Present:    The Rector (Professor Dame Anna Moor) (in the Chair), the Vice-Rector (Dr B Lunn), the"
            " Deans (Professors C Fell and D Gale), the Heads of School (Drs E Hale, F Ince and G Jory), the Bu"
            "rsar (Mr H Kemp), the President of the Union (Ms Ida Lowe), Drs J Mead and K Nash, and Mr L Orr.\n\n"
            "In attendance:    The Registrar (Dr M Pell) as Secretary, the Head of Estates (Ms N Quill), Mr O R"
            "udd (for Minute 12) and Mrs P Sands (minutes).\n\n"
            "Apologies were received from the Dean of Law (Professor Q Tate), Dr R Usk and Professor S Vane.\n\n"
            "1. Welcome\n\nNothing.\n"
        ),
        {
            "Anna Moor": "present",
            "B Lunn": "present",
            "C Fell": "present",
            "D Gale": "present",
            "E Hale": "present",
            "F Ince": "present",
            "G Jory": "present",
            "H Kemp": "present",
            "Ida Lowe": "present",
            "J Mead": "present",
            "K Nash": "present",
            "L Orr": "present",
            "M Pell": "in_attendance",
            "N Quill": "in_attendance",
            "O Rudd": "in_attendance",
            "P Sands": "in_attendance",
            "Q Tate": "apologies",
            "R Usk": "apologies",
            "S Vane": "apologies",
        },
    ),
    "a union branch with its full-time officer": (
        (
            "HILL BRANCH\n\nIn the chair: Bro. Ted Orr\n"
            "Attendance: 31 members. Committee members attending - Sis. Ann Moor (Secretary), Bro. Cy Fell (Tre"
            "asurer)\nFull-time officer: Bro. Gus Pell\nVisitor: Joy Amis, Hill Foodbank\n"
            "Apologies: Sis. D. Gale, Bro. E Hale\n\n1 PAY\nNoted.\n"
        ),
        {
            "Ted Orr": "present",
            "Ann Moor": "present",
            "Cy Fell": "present",
            "Gus Pell": "in_attendance",
            "Joy Amis": "in_attendance",
            "D. Gale": "apologies",
            "E Hale": "apologies",
        },
    ),
    "in the room, on screen, online": (
        (
            "BOARD\n\nIn the room: Ann Moor, Bea Lunn\nOn screen: Cy Fell\nOnline: Dee Gale\nNot here: Ted Orr\n\n"
            "1. Budget\nDone.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Gale": "present",
            "Ted Orr": "absent",
        },
    ),
    "surnames with a bracket on when they left": (
        (
            "PTA\n\nPresent: Mr Coombes (Head), Mrs Abara (Y2), Miss Lee (left at item 6), Ann Moor\n\n1. Fair\n"
            "Ann will run it. Mr Coombes said yes.\n"
        ),
        {
            "Coombes": "present",
            "Abara": "present",
            "Lee": "present",
            "Ann Moor": "present",
        },
    ),
    "apologies by first names": (
        (
            "HUT\n\nPresent: Stan Orr (chair), Ann Moor\nApologies from Sue and Harold.\n\nMONEY\n"
            "Sorry from the Council came.\n"
        ),
        {
            "Stan Orr": "present",
            "Ann Moor": "present",
            "Sue": "apologies",
            "Harold": "apologies",
        },
    ),
    "a sentence: around the table were": (
        (
            "Walkers\n\nAround the table were Ann Moor, Bea Lunn and Cy Fell. Ted Orr couldn't come.\n\n1. Walks\n"
            "Fixed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "a number of us incl. some by name": (
        (
            "Walkers\n\nThere were 12 of us incl. Ann Moor (chair), Bea Lunn (treasurer) and Al Fenn.\n"
            "Sorry they couldn't make it: Jo Hale and the Orrs.\n\n1. Walks\nFixed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Al Fenn": "present",
            "Jo Hale": "apologies",
            "Orrs": "apologies",
        },
    ),
    "friends present were": (
        (
            "VALE MEETING\n\nFriends present were Ann Moor (clerk), Bea Lunn, Cy Fell and Dee Gale.\n"
            "Prevented: Ted Orr.\n\n1. Minutes\nAccepted.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Gale": "present",
            "Ted Orr": "apologies",
        },
    ),
    "headings of an informal list with pronouns": (
        (
            "Coop\n\n**Folks in the room**\n\n* Ann (she/her)\n* Bea\n* Cy - arrived 7.20\n\n**Couldn't be here**\n"
            "\n* Ted\n\n## Money\n\nFine.\n"
        ),
        {
            "Ann": "present",
            "Bea": "present",
            "Cy": "present",
            "Ted": "apologies",
        },
    ),
    "a cross among ticks": (
        (
            "# Board\n\n| Name | Ward | Present |\n|---|---|---|\n| Ann Moor | Hill | ✓ |\n"
            "| Bea Lunn | Vale | x |\n| Cy Fell | Park | ✓ |\n\n## 1. Minutes\n\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "present",
        },
    ),
    "a column for each status": (
        (
            "# Board\n\n| Name | Present | Absent | Apologies |\n|---|---|---|---|\n| Ann Moor | X | | |\n"
            "| Bea Lunn | | | X |\n| Cy Fell | | X | |\n\n## 1. Minutes\n\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "apologies",
            "Cy Fell": "absent",
        },
    ),
    "a column for each status, set with blanks": (
        (
            "Board\n\nName            Present   Absent   Excused\nAnn Moor          X\n"
            "Bea Lunn                            X\nCy Fell                     X\n\n1. Minutes\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "absent",
        },
    ),
    "a table of bodies and their representatives": (
        (
            "Forum\n\nOrganisation\tRepresentative\tAttended\nHill Parish Council\tAnn Moor\tYes\n"
            "Vale Trust\tBea Lunn (sub for Ted Orr)\tYes\nCounty Council\tVacant\t-\n"
            "Park Friends\tCy Fell\tApologies\n\n1. Minutes\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "apologies",
        },
    ),
    "names and offices with dots between": (
        (
            "Board\n\nPresent:\nAnn Moor ........... Chairman\nBea Lunn ........... Treasurer\n"
            "Cy Fell ............ Director\n\nAbsent:\nTed Orr ............ Director\n\n1. Minutes\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "absent",
        },
    ),
    "apologies for lateness in the list of apologies": (
        (
            "VALE COMMUNITY BOARD\n\nPRESENT\nMr A Moor (Chair), Ms B Lunn, Cr C Fell\n\nIN ATTENDANCE\n"
            "Ms D Gale (Democracy Adviser)\n\nAPOLOGIES\nCr E Hale (for lateness), Mr F Ince\n\n1 Minutes\n"
            "Confirmed.\n"
        ),
        {
            "A Moor": "present",
            "B Lunn": "present",
            "C Fell": "present",
            "D Gale": "in_attendance",
            "E Hale": "present",
            "F Ince": "apologies",
        },
    ),
    "a heading of attendance with officers and leave below": (
        (
            "SHIRE OF VALE\n\n2. ATTENDANCE\n\nCr A Moor                 Shire President\n"
            "Cr B Lunn                 Deputy President\nCr C Fell                 Member\n\nOfficers:\n"
            "Mr D Gale                 Chief Executive Officer\n\nLeave of absence: Cr E Hale\nApologies: Nil\n\n"
            "3. DEPUTATIONS\nNil\n"
        ),
        {
            "A Moor": "present",
            "B Lunn": "present",
            "C Fell": "present",
            "D Gale": "in_attendance",
            "E Hale": "absent",
        },
    ),
    "initials of surnames": (
        (
            "PTA\n\nWho's here: Steph L, Kirsty O, Mr Combe (Head), Mrs Abel (Y2)\n"
            "Sorry not to make it: Louise W, Tess\n\n### Fair\nSteph L to book.\n"
        ),
        {
            "Steph L": "present",
            "Kirsty O": "present",
            "Combe": "present",
            "Abel": "present",
            "Louise W": "apologies",
            "Tess": "apologies",
        },
    ),
    "lists in a row, parted by semicolons": (
        (
            "Vale Water District\n\nDirectors present: Moor, Lunn, Fell (via Zoom); absent: Gale (excused).\n"
            "Staff: General Manager Hale, Attorney Ince\n\n1. CALL TO ORDER\n6 pm\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
            "Gale": "absent",
            "Hale": "in_attendance",
            "Ince": "in_attendance",
        },
    ),
    "labels in two languages": (
        (
            "COMITE\n\nPresent / Présents: Ann Moor (Chair / Présidente), Luc Fell, Bea Lunn\n"
            "Regrets / Excusés: Ted Orr\n\n1. Budget\nAdopted.\n"
        ),
        {
            "Ann Moor": "present",
            "Luc Fell": "present",
            "Bea Lunn": "present",
            "Ted Orr": "apologies",
        },
    ),
    "members answering roll call, said in a sentence": (
        (
            "CITY OF VALE\n\n"
            "The meeting was called to order at 7 pm by Mayor Ann Moor. Council Members answering roll call: Lu"
            "nn, Fell, Gale. Absent: Hale. Also present: City Clerk Dee Ince, Police Chief Al Jory and Attorney"
            " Kay Lowe.\n\n1. MINUTES\nApproved.\n"
        ),
        {
            "Lunn": "present",
            "Fell": "present",
            "Gale": "present",
            "Hale": "absent",
            "Dee Ince": "in_attendance",
            "Al Jory": "in_attendance",
            "Kay Lowe": "in_attendance",
        },
    ),
    "the roll answered by surnames": (
        (
            "VALE TOWNSHIP\n\n"
            "Roll call was answered by Trustees Moor, Lunn and Fell. Supervisor Gale was absent and excused. Cl"
            "erk Hale recorded.\n\nMINUTES\nApproved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
            "Gale": "absent",
        },
    ),
    "sentences of a school board": (
        (
            "VALE SCHOOL DISTRICT\n\n"
            "Board members in attendance were Ann Moor, President; Bea Lunn, Vice President; Cy Fell and Dee Ga"
            "le. Superintendent Al Hale and Business Manager Jo Ince were also in attendance. Board member Ted "
            "Orr was absent.\n\nI. MINUTES\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Gale": "present",
            "Al Hale": "in_attendance",
            "Jo Ince": "in_attendance",
            "Ted Orr": "absent",
        },
    ),
    "the clerk and the public in a line of councillors": (
        (
            "VALE PARISH COUNCIL\n\n"
            "Present: Cllrs A. Moor (Chair), B. Lunn, C. Fell & D. Gale, the Clerk (Mrs J Ince) and 3 members o"
            "f the public. District Cllr E. Hale arrived at 7.40pm.\n\n1. APOLOGIES\n"
            "Cllr Orr (work), Cllr Pell (holiday), County Cllr Rudd.\n\n2. Minutes\nSigned.\n"
        ),
        {
            "A. Moor": "present",
            "B. Lunn": "present",
            "C. Fell": "present",
            "D. Gale": "present",
            "J Ince": "present",
            "E. Hale": "present",
            "Orr": "apologies",
            "Pell": "apologies",
            "Rudd": "apologies",
        },
    ),
    "apologies accepted, and also noted": (
        (
            "VALE PARISH COUNCIL\n\nPresent: Cllr A. Moor, Cllr B. Lunn\n\n"
            "1. Apologies for absence: Cllrs Orr and Pell - accepted. Apologies were also noted from PC Rudd.\n"
            "2. Minutes\nSigned.\n"
        ),
        {
            "A. Moor": "present",
            "B. Lunn": "present",
            "Orr": "apologies",
            "Pell": "apologies",
            "Rudd": "apologies",
        },
    ),
    "a table of two lists": (
        (
            "VALE TRUST\n\n| Present | Apologies |\n|---|---|\n"
            "| Ann Moor (AM) Chair<br>Bea Lunn (BL) | Ted Orr (TO) |\n\n## 1 Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Ted Orr": "apologies",
        },
    ),
    "first names at a call": (
        ("# Vale WG Telco\n\nAttendees: Ann, Bea, Cy (scribe), Dee\nRegrets: Ted\n\n## Agenda\n\n* Minutes\n"),
        {
            "Ann": "present",
            "Bea": "present",
            "Cy": "present",
            "Dee": "present",
            "Ted": "apologies",
        },
    ),
    "offices of the meeting and no other list": (
        (
            "Vale WG\nChairs: Ann Moor, Bea Lunn\nNote takers: Cy Fell\nMinutes: Dee Gale\nJabber: Al Hale\n\n"
            "1. Agenda bashing\nNone.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
        },
    ),
    "a numbered list and a numbered item behind it": (
        (
            "VALE BOARD\n\nPresent:\n1. Ann Moor - Chair\n2. Bea Lunn - Member\n3. Cy Fell - Member\n\n"
            "Absent with apologies:\n1. Ted Orr - Member\n\n1. OPENING\nThe Chair opened.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "an office-holder below the apologies": (
        (
            "STRATA PLAN 88\n\nOwners present: A Moor (lot 1), B Lunn (lot 4)\nApologies: T Orr\n"
            "Strata manager: Jo Hale, Vale Strata\n\n1. Minutes\nConfirmed.\n"
        ),
        {
            "A Moor": "present",
            "B Lunn": "present",
            "T Orr": "apologies",
            "Jo Hale": "in_attendance",
        },
    ),
    "lists in a column of their own": (
        (
            "VALE MUNICIPAL COUNCIL\n\nCouncil:      Mayor Ann Moor\n              Councillor Bea Lunn\n"
            "              Councillor Cy Fell (via video)\nStaff:        Dee Gale, CAO\n"
            "              Al Hale, Director of Finance\nRegrets:      Councillor Ted Orr\nGallery:      5\n\n"
            "1. CALL TO ORDER\nAt 7 pm.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Gale": "in_attendance",
            "Al Hale": "in_attendance",
            "Ted Orr": "apologies",
        },
    ),
    "late, left early, missing": (
        (
            "VALE CO-OP\n\nAttending: Ann M., Bea L., Cy F. (facilitating), Dee G. (notes)\nLate: Al H.\n"
            "Left early: Bea L.\nMissing: Ted O.\n\n## Check-in\n\nGood.\n"
        ),
        {
            "Ann M.": "present",
            "Bea L.": "present",
            "Cy F.": "present",
            "Dee G.": "present",
            "Al H.": "present",
            "Ted O.": "absent",
        },
    ),
    "who was excused in a list of those present": (
        (
            "VALE LIBRARY\n\n"
            "Attendance: Ann Moor, Bea Lunn, Cy Fell; Ted Orr excused; Director Jo Hale; no public.\n\n1. Minutes\n"
            "Approved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "absent",
            "Jo Hale": "present",
        },
    ),
    "surnames that answered the roll": (
        (
            "VALE BOARD\n\nROLL CALL\nMoor – present\nLunn – present\nFell – absent (excused)\n"
            "Gale – present via Zoom\n\nMINUTES\nApproved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "absent",
            "Gale": "present",
        },
    ),
    "boxes ticked and not": (
        (
            "# Vale TSC\n\n## Attendance\n\n- [x] Ann Moor (@amoor)\n- [ ] Bea Lunn (@blunn)\n"
            "- [x] Cy Fell (@cfell) - Acme\n\nGuests:\n- Dee Gale\n\n## Agenda\n\nFine.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "absent",
            "Cy Fell": "present",
            "Dee Gale": "in_attendance",
        },
    ),
    "ranks": (
        (
            "VALE ASSOCIATION\n\nPresent: Maj B Lunn MBE, WO1 C Fell, Sgt D Gale\nApologies: Capt T Orr RN\n\n"
            "1. Minutes\nAgreed.\n"
        ),
        {
            "B Lunn": "present",
            "C Fell": "present",
            "D Gale": "present",
            "T Orr": "apologies",
        },
    ),
    "a shared surname and an office of two": (
        (
            "VALE PCC\n\n"
            "Present: Revd Ann Moor (Chair), Bea Lunn & Cy Fell (churchwardens), Dee Gale, Mother Hale, Fr Ince\n"
            "Apologies: The Archdeacon, Ted Orr, Sue & Al Pell\n\n1. Prayers\nLed by the Vicar.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Gale": "present",
            "Mother Hale": "present",
            "Ince": "present",
            "Ted Orr": "apologies",
            "Sue Pell": "apologies",
            "Al Pell": "apologies",
        },
    ),
    "surnames that answered, a line each": (
        (
            "VALE BOARD\n\nROLL CALL\n\nMoor – present\nLunn – present\nFell – absent (excused)\n"
            "Gale – present via Zoom\n\nMINUTES\n\nApproved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "absent",
            "Gale": "present",
        },
    ),
    "roll call as a label": (
        (
            "VALE BOARD\n\nRoll Call:\nAnn Moor – present\nBea Lunn – present\nCy Fell – absent (excused)\n"
            "Dee Gale – present via Zoom\n\n1. MINUTES\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "absent",
            "Dee Gale": "present",
        },
    ),
    "present and absent behind a comma": (
        (
            "VALE BOARD\n\n1. ROLL CALL\n\nAnn Moor, Present\nBea Lunn, Present\nCy Fell, Absent\n\n2. MINUTES\n"
            "Approved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "absent",
        },
    ),
    "present and absent in a column": (
        (
            "VALE BOARD\n\n1. ROLL CALL\n\nMayor Moor          Present\nCouncil Member Lunn    Absent\n"
            "Council Member Fell    Present\n\n2. MINUTES\nApproved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "absent",
            "Fell": "present",
        },
    ),
    "the roll in a row": (
        (
            "VALE BOARD\n\n1. ROLL CALL: Moor, present; Lunn, present; Fell, absent; Gale, present.\n\n2. MINUTES\n"
            "Approved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "absent",
            "Gale": "present",
        },
    ),
    "here and excused in a row": (
        ("VALE BOARD\n\nROLL CALL: Moor – here; Lunn – here; Fell – excused; Gale – aye.\n\n2. MINUTES\nApproved.\n"),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "absent",
            "Gale": "present",
        },
    ),
    "a count before the names": (
        (
            "VALE BOARD\n\n1. ROLL CALL\n\nPresent: 5 – Moor, Lunn, Fell, Gale and Hale\nAbsent: 0\n\n2. MINUTES\n"
            "Approved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
            "Gale": "present",
            "Hale": "present",
        },
    ),
    "counts in brackets": (
        ("VALE BOARD\n\nPRESENT (5): Moor, Lunn, Fell, Gale, Hale  ABSENT (1): Ince\n\n2. MINUTES\nApproved.\n"),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
            "Gale": "present",
            "Hale": "present",
            "Ince": "absent",
        },
    ),
    "the roll in sentences": (
        (
            "VALE BOARD\n\n1. CALL TO ORDER AND ROLL CALL\n\n"
            "Chair Moor called the meeting to order at 7:00 p.m. Roll call: Present – Moor, Lunn, Fell. Absent "
            "– Gale.\n\n2. MINUTES\nApproved.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
            "Gale": "absent",
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_near_misses(text: str, expected: dict[str, str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(("text", "expected"), GATHERINGS.values(), ids=GATHERINGS)
def test_who_was_there(text: str, expected: dict[str, str]) -> None:
    assert listed(text) == expected


def test_offices_with_names_in_brackets_keep_office_and_honorific() -> None:
    text = GATHERINGS["offices with the names in brackets"][0]
    found, _ = find_attendees(read_document(read_text(text, "-"), RULES), RULES)
    told = {person.name: (person.honorific, person.role) for person in found}
    assert told["Anna Moor"] == ("Professor Dame", "Rector")
    assert told["B Lunn"] == ("Dr", "Vice-Rector")
    assert told["D Gale"] == ("Professor", "Dean")
    assert told["G Jory"] == ("Dr", "Head of School")
    assert told["H Kemp"] == ("Mr", "Bursar")


def test_a_firm_behind_a_visitor_is_where_the_visitor_is_from() -> None:
    text = "HILL BRANCH\n\nPresent: Ann Moor, Cy Fell\nVisitor: Joy Amis, Hill Foodbank\n\n1 PAY\nNoted.\n"
    found, _ = find_attendees(read_document(read_text(text, "-"), RULES), RULES)
    assert [(person.name, person.organisation) for person in found][2:] == [("Joy Amis", "Hill Foodbank")]
