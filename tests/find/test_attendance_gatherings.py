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
    "words of the labels in the business": (
        (
            "VALE CLUB\n\nPresent: Ann Moor, Bea Lunn\n\n1. Trip\nThose who came: 40 people. Who was in: nobody.\n"
            "Late: the coach.\n\n2. Online: the shop\nOnline: sales were up.\nMissing: Jo Hale's keys.\n"
            "On screen: the film club film.\n\n3. AOB\nSorry: the printer broke.\nCame: Ted Orr's letter.\n"
            "We were: three short.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
        },
    ),
    "who was absent at a vote": (
        (
            "VALE CITY\n\nPresent: Moor, Lunn, Fell\n\n1. Budget\n"
            "Moved Moor, seconded Lunn. Roll call: Moor yes, Lunn yes, Fell no.\nAbsent: Gale.\n\n2. Fees\n"
            "Roll call vote: Ayes: Moor, Lunn. Nays: Fell. Absent: Hale.\n"
        ),
        {
            "Moor": "present",
            "Lunn": "present",
            "Fell": "present",
        },
    ),
    "a table of contacts": (
        (
            "VALE CLUB\n\nPresent: Ann Moor, Bea Lunn\n\n1. Contacts\n\nName\tOrg\tPhone\nTed Orr\tHall\t555 0101\n"
            "Jo Hale\tShop\t555 0102\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
        },
    ),
    "a rota, and who couldn't come to something else": (
        (
            "VALE CLUB\n\nPresent: Ann Moor, Bea Lunn\n\n1. Rota\n\n| Name | Role | Date |\n|---|---|---|\n"
            "| Ted Orr | Bar | 3 May |\n| Jo Hale | Door | 3 May |\n\n2. Stall\nTed Orr couldn't come.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
        },
    ),
    "a table of votes below the list": (
        (
            "VALE CLUB\n\nPresent: Ann Moor, Bea Lunn\n\n1. Election\n\n| Name | Votes | Elected |\n|---|---|---|\n"
            "| Ted Orr | 12 | Yes |\n| Jo Hale | 3 | No |\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
        },
    ),
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
    "a table in HTML": (
        (
            "<h1>Vale Board</h1>\n"
            "<table><tr><th>Member</th><th>Attendance</th></tr><tr><td>Ann Moor</td><td>Present</td></tr><tr><t"
            "d>Ted Orr</td><td>Apologies</td></tr><tr><td>Cy Fell</td><td>Absent</td></tr></table>\n"
            "<h2>1. Minutes</h2>\n<p>Agreed.</p>\n"
        ),
        {
            "Ann Moor": "present",
            "Ted Orr": "apologies",
            "Cy Fell": "absent",
        },
    ),
    "two lists abreast in a table": (
        (
            "# Vale Board\n\n| Attendees | Apologies |\n|---|---|\n| Ann Moor | Ted Orr |\n| Bea Lunn | |\n"
            "| Cy Fell | |\n\n## Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Ted Orr": "apologies",
            "Bea Lunn": "present",
            "Cy Fell": "present",
        },
    ),
    "marks in words": (
        (
            "# Vale Board\n\n| Name | Role | Initials | Attendance |\n|---|---|---|---|\n"
            "| Ann Moor | Chair | AM | In person |\n| Bea Lunn | Secretary | BL | Remote |\n"
            "| Ted Orr | Treasurer | TO | Apologies received |\n| Cy Fell | Member | CF | Did not attend |\n\n"
            "## Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Ted Orr": "apologies",
            "Cy Fell": "absent",
        },
    ),
    "a column of votes beside that of presence": (
        (
            "# Vale Board\n\n| Name | Organisation | Present | Voting |\n|---|---|---|---|\n"
            "| Ann Moor | Acme | yes | yes |\n| Ted Orr | Hill | no | yes |\n"
            "| Cy Fell | Moor Ltd | Yes (from 10:30) | no |\n\n## Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Ted Orr": "absent",
            "Cy Fell": "present",
        },
    ),
    "given and family names in columns": (
        (
            "# Vale Board\n\nFirst Name\tLast Name\tCompany\tPresent\nAnn\tMoor\tAcme\tX\nTed\tOrr\tHill\t\n"
            "Cy\tFell\tMoor Ltd\tX\n\nMinutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Ted Orr": "absent",
            "Cy Fell": "present",
        },
    ),
    "a form with its lists in a column": (
        (
            "Vale Board\n\nDate:         4 May 2021\nPresent:      Ann Moor\n              Bea Lunn (Secretary)\n"
            "              Cy Fell\nApologies:    Ted Orr\nMinutes by:   Jo Hale\n\n1 Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "present",
        },
    ),
    "sections of attendance": (
        (
            "# Vale Board\n\n## Attendance\n\n### In person\n\n- Ann Moor\n- Bea Lunn\n\n### Remote\n\n- Cy Fell\n"
            "\n### Apologies\n\n- Ted Orr\n\n## Minutes\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "slashes between names": (
        ("Vale Board\n\nPresent: Ann Moor / Bea Lunn / Cy Fell\nApologies: Ted Orr / Jo Hale\n\n1. Minutes\nAgreed.\n"),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "apologies",
        },
    ),
    "bars between names": (
        ("Vale Board\n\nPresent: Ann Moor | Bea Lunn | Cy Fell\nApologies: Ted Orr | Jo Hale\n\n1. Minutes\nAgreed.\n"),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "apologies",
        },
    ),
    "dashes behind the labels": (
        (
            "Vale Board\n\nPresent - Ann Moor, Bea Lunn, Cy Fell\nApologies - Ted Orr\nNot present - Jo Hale\n\n"
            "1. Minutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "absent",
        },
    ),
    "plus signs between names": (
        ("Vale Board\n\nPresent: Ann Moor + Bea Lunn + Cy Fell + 3 parents\n\n1. Minutes\nAgreed.\n"),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
        },
    ),
    "initials with the names in brackets": (
        (
            "Vale Board\n\nPresent: AM (Ann Moor), BL (Bea Lunn), CF (Cy Fell)\nApologies: TO (Ted Orr)\n\n"
            "1. Minutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "initials behind an equals sign": (
        (
            "Vale Board\n\nPresent: Ann Moor = AM, Bea Lunn = BL, Cy Fell = CF\nApols: Ted Orr = TO\n\n1. Minutes\n"
            "Agreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "initials with the names behind a dash": (
        (
            "Vale Board\n\nPresent:\nAM - Ann Moor (Chair)\nBL - Bea Lunn\nCF - Cy Fell\n\nApologies:\n"
            "TO - Ted Orr\n\n1. Minutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
        },
    ),
    "addresses behind names": (
        (
            "Vale WG\n\nAttendees:\nAnn Moor <ann@vale.example>\nBea Lunn <bea@hill.example>\nRegrets:\n"
            "Ted Orr <ted@orr.example>\n\n1. Minutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Ted Orr": "apologies",
        },
    ),
    "an Irish council with its officials": (
        (
            "COMHAIRLE VALE\n\nPRESENT\n\nAn Cathaoirleach: Councillor A. Moor\n"
            "Councillors: B. Lunn, C. Fell, D. Gale and E. Hale.\n\nOFFICIALS IN ATTENDANCE\n\n"
            "Mr. F. Ince, Chief Executive; Ms. G. Jory, Director of Services; H. Kemp, S.E.O.\n\n"
            "Apologies were tendered on behalf of Councillor T. Orr.\n\n1. Minutes\nAdopted.\n"
        ),
        {
            "A. Moor": "present",
            "B. Lunn": "present",
            "C. Fell": "present",
            "D. Gale": "present",
            "E. Hale": "present",
            "F. Ince": "in_attendance",
            "G. Jory": "in_attendance",
            "H. Kemp": "in_attendance",
            "T. Orr": "apologies",
        },
    ),
    "governors with apologies accepted and none": (
        (
            "VALE SCHOOL\n\n"
            "Governors present: Ann Moor (AM) – Chair; Bea Lunn (BL) – Headteacher; Cy Fell (CF) – Parent Gover"
            "nor (arrived 6.20pm)\n"
            "Governors not present: Ted Orr (TO) – LA Governor – apologies accepted; Jo Hale (JH) – no apologies\n"
            "Also in attendance: Al Ince (Clerk); Kay Lowe (SBM)\n\n1. Minutes\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "absent",
            "Al Ince": "in_attendance",
            "Kay Lowe": "in_attendance",
        },
    ),
    "labels in blocks of their own without colons": (
        (
            "VALE COMMITTEE\n\nPresent\n\nAnn Moor\nBea Lunn\nCy Fell\n\nApologies\n\nTed Orr\n\nIn attendance\n\n"
            "Jo Hale, Clerk\n\nMinutes of the last meeting\n\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Jo Hale": "in_attendance",
        },
    ),
    "labels in capitals without colons": (
        (
            "VALE COMMITTEE\n\nPRESENT Ann Moor (Chair) Bea Lunn (Secretary) Cy Fell\nAPOLOGIES Ted Orr\n"
            "IN ATTENDANCE Jo Hale (Clerk)\n\n1. MINUTES\nAgreed.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Ted Orr": "apologies",
            "Jo Hale": "in_attendance",
        },
    ),
    "members and officers grouped by council": (
        (
            "VALE JOINT COMMITTEE\n\nPresent:\nVale Council: Cllr A Moor, Cllr B Lunn\n"
            "Hill Council: Cllr C Fell (sub. for Cllr D Gale)\n\nOfficers:\nVale: Jo Hale, Al Ince\n"
            "Hill: Kay Lowe\n\nApologies: Cllr D Gale\n\n1. Minutes\nAgreed.\n"
        ),
        {
            "A Moor": "present",
            "B Lunn": "present",
            "C Fell": "present",
            "Jo Hale": "in_attendance",
            "Al Ince": "in_attendance",
            "Kay Lowe": "in_attendance",
            "D Gale": "apologies",
        },
    ),
    "initials on tabs that look like letters of a list": (
        (
            "VALE LTD BOARD\n\nDirectors:\tA. Moor (Chairman)\n\tB. Lunn\n\tC. Fell\nSecretary:\tD. Gale\n"
            "In attendance:\tJo Hale (Auditor)\nApologies:\tT. Orr\n\n1. NOTICE AND QUORUM\n"
            "The Chairman noted a quorum.\n"
        ),
        {
            "A. Moor": "present",
            "B. Lunn": "present",
            "C. Fell": "present",
            "D. Gale": "present",
            "Jo Hale": "in_attendance",
            "T. Orr": "apologies",
        },
    ),
    "sentences of a company's board": (
        (
            "VALE CORP.\n\n"
            "A regular meeting of the Board was held on May 4, 2021. Directors Ann Moor, Bea Lunn and Cy Fell w"
            "ere present, constituting a quorum. Also present by invitation were Jo Hale, General Counsel, and "
            "Alan Ince of Hill LLP. Director Ted Orr was absent.\n\n1. MINUTES\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Jo Hale": "in_attendance",
            "Alan Ince": "in_attendance",
            "Ted Orr": "absent",
        },
    ),
    "management below the absent": (
        (
            "VALE HOA\n\nBoard Members Present:  Ann Moor, President; Bea Lunn, Treasurer (by phone)\n"
            "Board Members Absent:  Ted Orr, Secretary\nManagement: Jo Hale, Hill Property Services\n"
            "Homeowners present: 6 (Lots 3, 5, 8)\nQuorum: yes\n\nI. MINUTES\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Ted Orr": "absent",
            "Jo Hale": "in_attendance",
        },
    ),
    "a sederunt with the police": (
        (
            "VALE COMMUNITY COUNCIL\n\nSederunt: Ann Moor (Convener), Bea Lunn, Cy Fell\n"
            "Ex officio: Cllr Jo Hale, Cllr Al Ince\nPolice Scotland: PC Kay Lowe\nApologies: Ted Orr\n"
            "Members of the public: 4\n\n1. Minutes\nApproved.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Jo Hale": "in_attendance",
            "Al Ince": "in_attendance",
            "Kay Lowe": "in_attendance",
            "Ted Orr": "apologies",
        },
    ),
    "handles and employers in brackets": (
        (
            "## Vale SIG\n\n**Attendees**: Ann (Acme), Bea (Hill Labs), Cy, @dee\n**Not attending**: Ted\n"
            "**Facilitator**: Ann\n\n### Topics\n\n- Release\n"
        ),
        {
            "Ann": "present",
            "Bea": "present",
            "Cy": "present",
            "dee": "present",
            "Ted": "absent",
        },
    ),
    "employers behind a slash": (
        (
            "# Vale SIG 2021-05-04\n\nIn attendance\n- Ann Moor / Acme\n- Bea Lunn / Hill Labs\n"
            "- Cy Fell / independent\n\nAgenda\n- Release\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
        },
    ),
    "handles under a roll call": (
        ("# Vale TC\n\n## Roll call\n\nPresent: amoor, blunn, cfell\nAbsent: torr\n\n## Release\n\nSoon.\n"),
        {
            "amoor": "present",
            "blunn": "present",
            "cfell": "present",
            "torr": "absent",
        },
    ),
    "signed in": (
        (
            "VALE RESIDENTS\n\nSigned in: Ann Moor (no. 3), Bea Lunn (no. 7), Cy & Dee Fell (no. 9)\n"
            "Sent apologies: Ted Orr (no. 12)\n\nBins\nLate again.\n"
        ),
        {
            "Ann Moor": "present",
            "Bea Lunn": "present",
            "Cy Fell": "present",
            "Dee Fell": "present",
            "Ted Orr": "apologies",
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
