"""Short passages with the tasks that a careful clerk would note: marked, told by the narrative, or none."""

from __future__ import annotations

import pytest

from minutes_cli import extract
from minutes_cli.records import Action

MARKED, TOLD = "explicit", "implied"
Task = tuple[str, str, list[str], str | None]

HEAD = """\
Nether Poppleby Parish Council
Minutes of the meeting held on 4 March 2024

Present: Cllr Ann Ames (Chair), Cllr Tom Bell, Cllr Mrs June Lee, Ruth Dale (RD), Kim Orr (KO), Jo Finch (JF)
In attendance: Ida Moss (Clerk), Sam Pell (Head of Assets), Maya Cole (Treasurer)

5. Matters arising

"""

NO_TASK = {
    "had written": "The Clerk had written to the county and was awaiting a reply.",
    "standing duty": "The Clerk checks the defibrillator every month.",
    "hoped": "Members hoped that the county would mend the road.",
    "plan": "The new surgery will open in June.",
    "outsiders": "The contractor will start in April.",
    "by owner past": "The accounts were audited by the Treasurer.",
    "will be considered": "The application will be considered by the county next month.",
    "ing": ("Ruth is standing down as Secretary.\n\nKim is recovering well.\n\nJo's looking after her mother."),
    "has a look": "The Clerk has had a look at the boiler.",
    "chairs": "Cllr Ames will chair the Committee for the year.",
    "noted duty": "The gate will be locked by the warden every night.",
    "will be heard": "The appeal would be heard by the inspector in May.",
    "be present": "The Mayor will be present at the parade.",
    "will go": "The money will go towards the roof.",
    "will have effect": "The change will have an effect on rents.",
    "I can": ("KO: I can hear you.\n\nJF: I can see the screen now.\n\nKO: I can imagine that."),
    "happy": ("KO: happy with that.\n\nMrs Lee was happy to hear of it."),
    "diocese": "The boiler will be inspected by the school's insurer in May.",
    "by body": ("The road will be repaired by Highways in May.\n\nThe letter will be sent by the County Council."),
    "uisce": "Bus Éireann is to publish a new timetable in 2024.",
    "last year": "The wreath will be laid by the Chair as always.",
    "action none": ("Action: none.\n\nAction: Noted."),
    "action taken": "Action taken: the bin was moved.",
}

MARKED_TASKS = {
    "foreign twin": (
        "The roof over the porch leaks again. CAMAU / ACTION: Clerc/Clerk",
        [
            (MARKED, "The roof over the porch leaks again.", ["Clerk"], None),
        ],
    ),
    "foreign twin irish": (
        ("The county will be asked for a new lamp.\nGNÍOMH / ACTION: Cléireach / Clerk"),
        [
            (MARKED, "The county will be asked for a new lamp.", ["Clerk"], None),
        ],
    ),
    "foreign twin leading": (
        "GWEITHREDU / ACTION: Clerc i ysgrifennu / Clerk to write to the school.",
        [
            (MARKED, "Clerk to write to the school.", ["Clerk"], None),
        ],
    ),
    "foreign twin french": (
        "MESURE / ACTION: The Clerk to write to the school.",
        [
            (MARKED, "The Clerk to write to the school.", ["Clerk"], None),
        ],
    ),
    "margin next line": (
        (
            "He was asked to find a plumber for the annexe.\n"
            "                                                             Action KO"
        ),
        [
            (MARKED, "He was asked to find a plumber for the annexe.", ["KO"], None),
        ],
    ),
    "margin same line": (
        "KO was asked to find a plumber for the hall.                    Action KO",
        [
            (MARKED, "KO was asked to find a plumber for the hall.", ["KO"], None),
        ],
    ),
    "brackets with help": (
        (
            "Actions\n"
            "\n"
            "- sweep the loft (RD, with help from JF)\n"
            "- paint the gate (KO with support from Cllr Bell)\n"
            "- oil the clock (RD, assisted by KO)"
        ),
        [
            (MARKED, "sweep the loft", ["RD", "JF"], None),
            (MARKED, "paint the gate", ["KO", "Cllr Bell"], None),
            (MARKED, "oil the clock", ["RD", "KO"], None),
        ],
    ),
    "liaison": (
        "Action: Clerk in liaison with Cllr Bell to redraft the lease.",
        [
            (MARKED, "Clerk in liaison with Cllr Bell to redraft the lease.", ["Clerk", "Cllr Bell"], None),
        ],
    ),
    "liaison behind": (
        "The lease needs a redraft. Action: Clerk in liaison with Cllr Bell",
        [
            (MARKED, "The lease needs a redraft.", ["Clerk", "Cllr Bell"], None),
        ],
    ),
    "with": (
        "The lease needs a redraft. Action: RD (with KO)",
        [
            (MARKED, "The lease needs a redraft.", ["RD", "KO"], None),
        ],
    ),
    "todo handle": (
        "The mirror is stale. TODO @lin file a ticket.",
        [
            (MARKED, "file a ticket.", ["lin"], None),
        ],
    ),
    "action for": (
        "Action for Cllr Bell: order the bulbs.",
        [
            (MARKED, "order the bulbs.", ["Cllr Bell"], None),
        ],
    ),
    "action for clerk dash": (
        "Action for the Clerk - write to the bus company.",
        [
            (MARKED, "write to the bus company.", ["Clerk"], None),
        ],
    ),
    "actions arising": (
        "Actions arising: Clerk to order the bulbs; Cllr Bell to plant them.",
        [
            (MARKED, "Clerk to order the bulbs", ["Clerk"], None),
            (MARKED, "Cllr Bell to plant them.", ["Cllr Bell"], None),
        ],
    ),
    "x to action": (
        "The bench needs painting. Cllr Bell to action.",
        [
            (MARKED, "The bench needs painting.", ["Cllr Bell"], None),
        ],
    ),
    "x to action2": (
        "The bench needs painting - RD/KO to action by Easter.",
        [
            (MARKED, "The bench needs painting - RD/KO to action by Easter.", ["RD", "KO"], "by Easter"),
        ],
    ),
    "action all reps": (
        "ACTION all members: return the survey to the Clerk by 29 March.",
        [
            (MARKED, "return the survey to the Clerk by 29 March.", ["all members"], "by 29 March"),
        ],
    ),
    "action name colon": (
        "ACTION Clerk: order the bulbs.",
        [
            (MARKED, "order the bulbs.", ["Clerk"], None),
        ],
    ),
    "label due": (
        "The gate is broken. Action: Cllr Bell, by 28 March",
        [
            (MARKED, "The gate is broken.", ["Cllr Bell"], "by 28 March"),
        ],
    ),
    "label due2": (
        "Skills audit: all to return the form to RD. Action: ALL, by 29/3",
        [
            (MARKED, "Skills audit: all to return the form to RD.", ["ALL"], "by 29/3"),
        ],
    ),
    "due next sentence": (
        "Action: Clerk to obtain three quotes. Deadline: 28 March.",
        [
            (MARKED, "Clerk to obtain three quotes.", ["Clerk"], "28 March"),
        ],
    ),
    "due next sentence2": (
        "Action: Clerk to obtain three quotes. To be completed by the April meeting.",
        [
            (
                MARKED,
                "Clerk to obtain three quotes. To be completed by the April meeting.",
                ["Clerk"],
                "by the April meeting",
            ),
        ],
    ),
    "table resp": (
        (
            "| No | Task | Responsible | Due |\n"
            "|---|---|---|---|\n"
            "| 1 | Order the bulbs | RD | 28 March |\n"
            "| 2 | Price the fence | Cllr Bell | next meeting |"
        ),
        [
            (MARKED, "Order the bulbs", ["RD"], "28 March"),
            (MARKED, "Price the fence", ["Cllr Bell"], "next meeting"),
        ],
    ),
    "table whom": (
        (
            "| Action | By whom | By when |\n"
            "|---|---|---|\n"
            "| Order the bulbs | RD/KO | ASAP |\n"
            "| Price the fence | All | 28/3/24 |"
        ),
        [
            (MARKED, "Order the bulbs", ["RD", "KO"], "ASAP"),
            (MARKED, "Price the fence", ["All"], "28/3/24"),
        ],
    ),
    "table lead officer": (
        (
            "| Item | Agreed action | Lead officer | Timescale |\n"
            "|---|---|---|---|\n"
            "| Fence | Price the fence | Head of Assets | End of April |"
        ),
        [
            (MARKED, "Price the fence", ["Head of Assets"], "End of April"),
        ],
    ),
    "table resp.": (
        ("| Action | Resp. | Target |\n|---|---|---|\n| Price the fence | S. Pell | April |"),
        [
            (MARKED, "Price the fence", ["S. Pell"], "April"),
        ],
    ),
    "table pic": (
        (
            "| Action | Owner(s) | Status |\n"
            "|---|---|---|\n"
            "| Price the fence | RD, KO | In progress |\n"
            "| Order the bulbs | Cllr Lee | Complete |"
        ),
        [
            (MARKED, "Price the fence", ["RD", "KO"], None),
            (MARKED, "Order the bulbs", ["Cllr Lee"], None),
        ],
    ),
    "table assigned": (
        ("| Task | Assigned | Due by |\n|---|---|---|\n| Price the fence | Sam Pell | 12 April |"),
        [
            (MARKED, "Price the fence", ["Sam Pell"], "12 April"),
        ],
    ),
    "table lead": (
        ("| Follow-up | Lead | Deadline |\n|---|---|---|\n| Price the fence | Sam Pell / Ida Moss | 12 April |"),
        [
            (MARKED, "Price the fence", ["Sam Pell", "Ida Moss"], "12 April"),
        ],
    ),
    "table officer": (
        ("| Actions | Officer | Completion |\n|---|---|---|\n| Price the fence | Head of Assets | May 2024 |"),
        [
            (MARKED, "Price the fence", ["Head of Assets"], "May 2024"),
        ],
    ),
    "table who what when": (
        ("| Who | What | When |\n|---|---|---|\n| RD | Price the fence | by Easter |"),
        [
            (MARKED, "Price the fence", ["RD"], "by Easter"),
        ],
    ),
    "rows differ number": (
        (
            "| Action | Who |\n"
            "|---|---|\n"
            "| Inspect drain number 1 | RD |\n"
            "| Inspect drain number 2 | RD |\n"
            "| Inspect drain number 3 | RD |"
        ),
        [
            (MARKED, "Inspect drain number 1", ["RD"], None),
            (MARKED, "Inspect drain number 2", ["RD"], None),
            (MARKED, "Inspect drain number 3", ["RD"], None),
        ],
    ),
    "tab table": (
        ("Action\tOwner\tDue\nPrice the fence\tRD\t12 April\nOrder the bulbs\tKO\tASAP"),
        [
            (MARKED, "Price the fence", ["RD"], "12 April"),
            (MARKED, "Order the bulbs", ["KO"], "ASAP"),
        ],
    ),
    "fixed width log": (
        (
            "ACTION LOG\n"
            "\n"
            "Ref    Who     Action                               Due\n"
            "88/1   KO      Fetch the deeds from the bank    31 March\n"
            "88/2   RD/JF   Oil the tower clock                  ASAP\n"
            "88/3   ALL     Look out for wasps' nests             April"
        ),
        [
            (MARKED, "Fetch the deeds from the bank", ["KO"], "31 March"),
            (MARKED, "Oil the tower clock", ["RD", "JF"], "ASAP"),
            (MARKED, "Look out for wasps' nests", ["ALL"], "April"),
        ],
    ),
    "fixed width log2": (
        (
            "ACTIONS\n"
            "\n"
            "88/1   KO      Fetch the deeds from the bank\n"
            "88/2   RD/JF   Oil the tower clock\n"
            "88/3   ALL     Look out for wasps' nests"
        ),
        [
            (MARKED, "Fetch the deeds from the bank", ["KO"], None),
            (MARKED, "Oil the tower clock", ["RD", "JF"], None),
            (MARKED, "Look out for wasps' nests", ["ALL"], None),
        ],
    ),
    "numbered log": (
        (
            "Actions from this meeting\n"
            "\n"
            "1. RD: price the fence\n"
            "2. KO/JF - order the bulbs by 28 March\n"
            "3. Cllr Bell – ask the vicar"
        ),
        [
            (MARKED, "price the fence", ["RD"], None),
            (MARKED, "order the bulbs by 28 March", ["KO", "JF"], "by 28 March"),
            (MARKED, "ask the vicar", ["Cllr Bell"], None),
        ],
    ),
    "inline list dots": (
        "To do (Ruth): hire the marquee · print the tickets · ring the band",
        [
            (MARKED, "hire the marquee", ["Ruth"], None),
            (MARKED, "print the tickets", ["Ruth"], None),
            (MARKED, "ring the band", ["Ruth"], None),
        ],
    ),
    "closing list": (
        (
            "Kim will price a new boiler and bring the figures to the next meeting.\n"
            "\n"
            "6. Actions\n"
            "\n"
            "- KO: boiler prices for next meeting\n"
            "- RD: bulbs"
        ),
        [
            (MARKED, "boiler prices for next meeting", ["KO"], "for next meeting"),
            (MARKED, "bulbs", ["RD"], None),
        ],
    ),
    "closing list2": (
        (
            "Ruth Dale agreed to write to the bishop about the bells.\n"
            "\n"
            "6. Summary of actions\n"
            "\n"
            "RD - letter to bishop\n"
            "KO - ring the plumber"
        ),
        [
            (MARKED, "letter to bishop", ["RD"], None),
            (MARKED, "ring the plumber", ["KO"], None),
        ],
    ),
    "ref lines": (
        (
            "Actions from meeting 87\n"
            "87/1 KO Fetch the deeds from the bank - done, keys to all.\n"
            "87/2 RD Mend the gutters - front done, back to do.\n"
            "87/3 JF Hedge survey - no answer, carry forward."
        ),
        [
            (MARKED, "Fetch the deeds from the bank", ["KO"], None),
            (MARKED, "Mend the gutters", ["RD"], None),
            (MARKED, "Hedge survey", ["JF"], None),
        ],
    ),
    "ref lines2": (
        (
            "ACTIONS FROM LAST MEETING\n"
            "12.1 Clerk: Fetch the deeds from the bank. Done.\n"
            "12.2 RD/KO: Mend the gutters. Ongoing.\n"
            "12.3 All: read the policy"
        ),
        [
            (MARKED, "Fetch the deeds from the bank", ["Clerk"], None),
            (MARKED, "Mend the gutters", ["RD", "KO"], None),
            (MARKED, "read the policy", ["All"], None),
        ],
    ),
    "groups of owners in a cell": (
        (
            "| Item | Discussion | Action |\n"
            "|---|---|---|\n"
            "| 7 | **Sports** <br> The field is dry. Each class to name a captain for sports day."
            " The track to be marked before the trials. | RD / KO <br> JF |\n"
            "| 8 | **Money** <br> Noted. RD to bring figures. | RD |"
        ),
        [
            (MARKED, "Each class to name a captain for sports day.", ["RD", "KO"], None),
            (MARKED, "The track to be marked before the trials.", ["JF"], "before the trials"),
            (MARKED, "RD to bring figures.", ["RD"], None),
        ],
    ),
    "follow up by": (
        "Follow-up: Sam Pell to check the lease.",
        [
            (MARKED, "Sam Pell to check the lease.", ["Sam Pell"], None),
        ],
    ),
    "action item list": (
        (
            "**Action items**\n"
            "\n"
            "* [ ] Kim: update the README\n"
            "* [x] Ruth: mail the list (done)\n"
            "* Jo and Sam will meet the sponsor"
        ),
        [
            (MARKED, "update the README", ["Kim"], None),
            (MARKED, "mail the list", ["Ruth"], None),
            (MARKED, "Jo and Sam will meet the sponsor", ["Jo", "Sam"], None),
        ],
    ),
    "AP": (
        ("AP1: RD to book the hall by 20/3.\nAP2: KO / JF to price the fence."),
        [
            (MARKED, "RD to book the hall by 20/3.", ["RD"], "by 20/3"),
            (MARKED, "KO / JF to price the fence.", ["KO", "JF"], None),
        ],
    ),
    "owner dash after": (
        ("Book the hall – RD\n\nACTIONS\n\nBook the hall – RD\nPrice the fence – KO/JF – by 20 March"),
        [
            (MARKED, "Book the hall", ["RD"], None),
            (MARKED, "Price the fence", ["KO", "JF"], "by 20 March"),
        ],
    ),
    "action officer": (
        "The lease will be redrawn. (Action: Head of Assets by 30 April)",
        [
            (MARKED, "The lease will be redrawn.", ["Head of Assets"], "by 30 April"),
        ],
    ),
    "action b": (
        "**Action:** Ruth to check the insurance, Kim to ask the bank.",
        [
            (MARKED, "Ruth to check the insurance", ["Ruth"], None),
            (MARKED, "Kim to ask the bank.", ["Kim"], None),
        ],
    ),
    "lead officer": (
        (
            "| Recommendation | Responsible officer | Target date |\n"
            "|---|---|---|\n"
            "| Review the lease | Head of Assets | June 2024 |"
        ),
        [
            (MARKED, "Review the lease", ["Head of Assets"], "June 2024"),
        ],
    ),
    "actionee": (
        ("| Min | Action | Actionee |\n|---|---|---|\n| 4.2 | Review the lease and report | Sam P |"),
        [
            (MARKED, "Review the lease and report", ["Sam P"], None),
        ],
    ),
    "pointing list": (
        (
            "Nobody could explain the rota for the bar. Kim will write it out in time for the May meeting.\n"
            "\n"
            "6. Actions\n"
            "\n"
            "- Kim - new rota for the bar\n"
            "- RD - bulbs"
        ),
        [
            (MARKED, "new rota for the bar", ["Kim"], None),
            (MARKED, "bulbs", ["RD"], None),
        ],
    ),
}

TOLD_TASKS = {
    "two handles": (
        "@abe and @wen to test the release by Friday.",
        [
            (TOLD, "@abe and @wen to test the release by Friday.", ["abe", "wen"], "by Friday"),
        ],
    ),
    "due before": (
        "By the next meeting Cllr Bell will have the fence priced, and he will bring the figures.",
        [
            (
                TOLD,
                "By the next meeting Cllr Bell will have the fence priced, and he will bring the figures.",
                ["Cllr Bell"],
                "By the next meeting",
            ),
        ],
    ),
    "resolved clause asked": (
        (
            "RESOLVED:\n"
            "(1) That the report be noted.\n"
            "(2) That the Leader of the Council be asked to meet the bus company about the fares.\n"
            "(3) That a further report be brought to the meeting in July 2024."
        ),
        [
            (
                TOLD,
                "That the Leader of the Council be asked to meet the bus company about the fares.",
                ["Leader of the Council"],
                None,
            ),
            (TOLD, "That a further report be brought to the meeting in July 2024.", [], "in July 2024"),
        ],
    ),
    "resolved inline": (
        "RESOLVED: (a) that the report be noted; and (b) that the Clerk be instructed to write to the owner.",
        [
            (TOLD, "that the Clerk be instructed to write to the owner.", ["Clerk"], None),
        ],
    ),
    "instruct": (
        "It was resolved that the Clerk be instructed to obtain three quotations before the next meeting.",
        [
            (
                TOLD,
                "It was resolved that the Clerk be instructed to obtain three quotations before the next meeting.",
                ["Clerk"],
                "before the next meeting",
            ),
        ],
    ),
    "officers report": (
        "Agreed, on the motion of Cllr Bell, that officers report to the September meeting on parking.",
        [
            (
                TOLD,
                "Agreed, on the motion of Cllr Bell, that officers report to the September meeting on parking.",
                ["officers"],
                "to the September meeting",
            ),
        ],
    ),
    "direct staff": (
        "Motion by Bell, second by Lee, to direct staff to price a new mower. Motion carried.",
        [
            (TOLD, "Motion by Bell, second by Lee, to direct staff to price a new mower.", ["staff"], None),
        ],
    ),
    "we instruct": (
        "We instruct the Secretary to print a rule book by the end of the month.",
        [
            (
                TOLD,
                "We instruct the Secretary to print a rule book by the end of the month.",
                ["Secretary"],
                "by the end of the month",
            ),
        ],
    ),
    "resolved be requested": (
        "RESOLVED that the Head of Assets be requested to submit a report on leases to the June meeting.",
        [
            (
                TOLD,
                "RESOLVED that the Head of Assets be requested to submit a report on leases to the June meeting.",
                ["Head of Assets"],
                "to the June meeting",
            ),
        ],
    ),
    "delegates report": (
        "AGREED: that Heads of Year report to the October meeting on uniforms.",
        [
            (
                TOLD,
                "AGREED: that Heads of Year report to the October meeting on uniforms.",
                ["Heads of Year"],
                "to the October meeting",
            ),
        ],
    ),
    "report be brought": (
        "RESOLVED that a report be brought back to the next meeting.",
        [
            (TOLD, "RESOLVED that a report be brought back to the next meeting.", [], "to the next meeting"),
        ],
    ),
    "staff directed": (
        "Staff was directed to return with a cost estimate at the April 9 meeting.",
        [
            (
                TOLD,
                "Staff was directed to return with a cost estimate at the April 9 meeting.",
                ["Staff"],
                "at the April 9 meeting",
            ),
        ],
    ),
    "is to have a word": (
        "RD is to have a word with the neighbour.",
        [
            (TOLD, "RD is to have a word with the neighbour.", ["RD"], None),
        ],
    ),
    "have a word will": (
        "Cllr Bell will have a word with the farmer about the hedge.",
        [
            (TOLD, "Cllr Bell will have a word with the farmer about the hedge.", ["Cllr Bell"], None),
        ],
    ),
    "said have word": (
        "Ruth said she'd have a word with the farmer.",
        [
            (TOLD, "Ruth said she'd have a word with the farmer.", ["Ruth"], None),
        ],
    ),
    "another go": (
        "Kim will have another go at the drains.",
        [
            (TOLD, "Kim will have another go at the drains.", ["Kim"], None),
        ],
    ),
    "have a look": (
        "Kim will have a look at the boiler before the next meeting.",
        [
            (TOLD, "Kim will have a look at the boiler before the next meeting.", ["Kim"], "before the next meeting"),
        ],
    ),
    "have it mended": (
        "KO will have the lock changed.",
        [
            (TOLD, "KO will have the lock changed.", ["KO"], None),
        ],
    ),
    "he'll": (
        "Kim has a spare pump at home. He'll test it over the weekend.",
        [
            (TOLD, "He'll test it over the weekend.", ["Kim"], "over the weekend"),
        ],
    ),
    "go in": (
        "The loft is still wet, KO will go in before half term.",
        [
            (TOLD, "The loft is still wet, KO will go in before half term.", ["KO"], "before half term"),
        ],
    ),
    "will chair": (
        "Ruth is abroad in May, Kim will chair.",
        [
            (TOLD, "Ruth is abroad in May, Kim will chair.", ["Kim"], None),
        ],
    ),
    "e-mail": (
        "Mr. Reyes will e-mail the trustees a list of the plots by Friday, March 8, 2024.",
        [
            (
                TOLD,
                "Mr. Reyes will e-mail the trustees a list of the plots by Friday, March 8, 2024.",
                ["Mr. Reyes"],
                "by Friday, March 8, 2024",
            ),
        ],
    ),
    "undertook": (
        "Cllr Bell undertook to speak to the landowner.",
        [
            (TOLD, "Cllr Bell undertook to speak to the landowner.", ["Cllr Bell"], None),
        ],
    ),
    "undertook pronoun": (
        "The Head of Assets explained the delay. She undertook to send the plans to all members within two weeks.",
        [
            (
                TOLD,
                "She undertook to send the plans to all members within two weeks.",
                ["Head of Assets"],
                "within two weeks",
            ),
        ],
    ),
    "agreed offered": (
        "Jo Finch offered to make the cakes for the fete.",
        [
            (TOLD, "Jo Finch offered to make the cakes for the fete.", ["Jo Finch"], None),
        ],
    ),
    "volunteered": (
        "Kim volunteered to run the tombola.",
        [
            (TOLD, "Kim volunteered to run the tombola.", ["Kim"], None),
        ],
    ),
    "offered however": (
        "The Head of Assets offered, however, to go over the rents with the tenants.",
        [
            (
                TOLD,
                "The Head of Assets offered, however, to go over the rents with the tenants.",
                ["Head of Assets"],
                None,
            ),
        ],
    ),
    "promised": (
        "Cllr Lee promised to let the school know.",
        [
            (TOLD, "Cllr Lee promised to let the school know.", ["Cllr Lee"], None),
        ],
    ),
    "was tasked": (
        "The Working Party was tasked with drawing up a brief by the end of April.",
        [
            (
                TOLD,
                "The Working Party was tasked with drawing up a brief by the end of April.",
                ["Working Party"],
                "by the end of April",
            ),
        ],
    ),
    "took action": (
        "RD took an action to check the insurance.",
        [
            (TOLD, "RD took an action to check the insurance.", ["RD"], None),
        ],
    ),
    "took away": (
        "The Head of Assets took this away to check with the insurers.",
        [
            (TOLD, "The Head of Assets took this away to check with the insurers.", ["Head of Assets"], None),
        ],
    ),
    "picked up by": (
        "The claim for the storm was still open and would be picked up by the Head of Assets before Whitsun.",
        [
            (
                TOLD,
                "The claim for the storm was still open and would be picked up by the Head of Assets before Whitsun.",
                ["Head of Assets"],
                "before Whitsun",
            ),
        ],
    ),
    "obtained by clerk": (
        "Estimates would be obtained by the Clerk.",
        [
            (TOLD, "Estimates would be obtained by the Clerk.", ["Clerk"], None),
        ],
    ),
    "to be done by name": (
        "The notice is to be put up on both boards by Mrs Lee before the end of March.",
        [
            (
                TOLD,
                "The notice is to be put up on both boards by Mrs Lee before the end of March.",
                ["Mrs Lee"],
                "before the end of March",
            ),
        ],
    ),
    "it would be circulated by": (
        "It was noted that the plan would be circulated by the Clerk after the meeting.",
        [
            (
                TOLD,
                "It was noted that the plan would be circulated by the Clerk after the meeting.",
                ["Clerk"],
                "after the meeting",
            ),
        ],
    ),
    "second half": (
        "The Head of Assets had left the drawings at home but would post them to Cllr Lee after the meeting.",
        [
            (
                TOLD,
                "The Head of Assets had left the drawings at home but would post them to Cllr Lee after the meeting.",
                ["Head of Assets"],
                "after the meeting",
            ),
        ],
    ),
    "said that he would": (
        "Mr Dell thought it cold. The Head of Assets said that he would test the boiler at the next inspection.",
        [
            (
                TOLD,
                "The Head of Assets said that he would test the boiler at the next inspection.",
                ["Head of Assets"],
                None,
            ),
        ],
    ),
    "good friday": (
        "RD to pay the deposit by Good Friday (29th March).",
        [
            (TOLD, "RD to pay the deposit by Good Friday (29th March).", ["RD"], "by Good Friday (29th March)"),
        ],
    ),
    "expires": (
        "KO to read the meter before the tariff ends on April 2.",
        [
            (
                TOLD,
                "KO to read the meter before the tariff ends on April 2.",
                ["KO"],
                "before the tariff ends on April 2",
            ),
        ],
    ),
    "year 11": (
        "RD to print the Year 9 reading list.",
        [
            (TOLD, "RD to print the Year 9 reading list.", ["RD"], None),
        ],
    ),
    "at that meeting": (
        "The next meeting is on 8 April. Staff was directed to show a model at that meeting.",
        [
            (TOLD, "Staff was directed to show a model at that meeting.", ["Staff"], "at that meeting"),
        ],
    ),
    "in january dates": (
        "The Clerk was asked to suggest dates in May.",
        [
            (TOLD, "The Clerk was asked to suggest dates in May.", ["Clerk"], None),
        ],
    ),
    "weds": (
        "RD to try the vicar if no word by Weds 13th.",
        [
            (TOLD, "RD to try the vicar if no word by Weds 13th.", ["RD"], "by Weds 13th"),
        ],
    ),
    "bracket date": (
        "KO to enter the band before the closing day (8 July).",
        [
            (TOLD, "KO to enter the band before the closing day (8 July).", ["KO"], "before the closing day (8 July)"),
        ],
    ),
    "colloquial ing": (
        ("Jo's ordering the bunting today.\n\nRuth is sorting out the raffle.\n\nKim doing the urns."),
        [
            (TOLD, "Jo's ordering the bunting today.", ["Jo"], "today"),
            (TOLD, "Kim doing the urns.", ["Kim"], None),
        ],
    ),
    "X bringing": (
        "Ruth bringing trestles.",
        [
            (TOLD, "Ruth bringing trestles.", ["Ruth"], None),
        ],
    ),
    "all to": (
        "Newsletter: all to send articles to KO by 20 March.",
        [
            (TOLD, "Newsletter: all to send articles to KO by 20 March.", ["all"], "by 20 March"),
        ],
    ),
    "to see to": (
        "Ruth to see to the music and Kim to the lights.",
        [
            (TOLD, "Ruth to see to the music and Kim to the lights.", ["Ruth"], None),
        ],
    ),
    "to be there": (
        "Kim to be there at nine to unlock.",
        [
            (TOLD, "Kim to be there at nine to unlock.", ["Kim"], None),
        ],
    ),
    "bat survey": (
        "It was agreed that a price would be got before the scaffold goes.",
        [
            (TOLD, "It was agreed that a price would be got before the scaffold goes.", [], "before the scaffold goes"),
        ],
    ),
    "ask and to report": (
        "The Chair asked the Finance Committee to look at it and to report in September.",
        [
            (
                TOLD,
                "The Chair asked the Finance Committee to look at it and to report in September.",
                ["Finance Committee"],
                "in September",
            ),
        ],
    ),
    "chair written response": (
        "The Chair indicated that a written reply would be provided following the Board's decision.",
        [
            (
                TOLD,
                "The Chair indicated that a written reply would be provided following the Board's decision.",
                [],
                "following the Board's decision",
            ),
        ],
    ),
    "said would look into": (
        "The Chief Executive said he would look into solar panels and report back at budget time.",
        [
            (
                TOLD,
                "The Chief Executive said he would look into solar panels and report back at budget time.",
                ["Chief Executive"],
                "at budget time",
            ),
        ],
    ),
    "offered 2": (
        "Cllr Lee kindly offered to host the lunch.",
        [
            (TOLD, "Cllr Lee kindly offered to host the lunch.", ["Cllr Lee"], None),
        ],
    ),
    "will contact": (
        "The Clerk will contact the county again.",
        [
            (TOLD, "The Clerk will contact the county again.", ["Clerk"], None),
        ],
    ),
    "clerk requested": (
        "The Clerk was requested to chase the county for an answer by the end of the month.",
        [
            (
                TOLD,
                "The Clerk was requested to chase the county for an answer by the end of the month.",
                ["Clerk"],
                "by the end of the month",
            ),
        ],
    ),
    "speech can": (
        ("JF: the text is unclear\n\nKO: I can bring a sample next time."),
        [
            (TOLD, "KO: I can bring a sample next time.", ["KO"], None),
        ],
    ),
    "speech fix": (
        "KO: fair point, will mend.",
        [
            (TOLD, "KO: fair point, will mend.", ["KO"], None),
        ],
    ),
    "speech volunteer": (
        "KO: I volunteer to hold the keys.",
        [
            (TOLD, "KO: I volunteer to hold the keys.", ["KO"], None),
        ],
    ),
    "speech happy": (
        "KO: happy to review",
        [
            (TOLD, "KO: happy to review", ["KO"], None),
        ],
    ),
    "speech i'll": (
        "KO: I'll open an issue for this",
        [
            (TOLD, "KO: I'll open an issue for this", ["KO"], None),
        ],
    ),
    "mr she": (
        "Mrs Lee saw the surveyors. A second visit is booked for Tuesday and she'll write to the vicar after it.",
        [
            (
                TOLD,
                "A second visit is booked for Tuesday and she'll write to the vicar after it.",
                ["Mrs Lee"],
                "after it",
            ),
        ],
    ),
    "by two": (
        "The May invoices will be done by Ruth/Kim before the audit.",
        [
            (TOLD, "The May invoices will be done by Ruth/Kim before the audit.", ["Ruth", "Kim"], "before the audit"),
        ],
    ),
    "by him": (
        "Cllr Bell described the leak. It was to be looked into by him before the next meeting.",
        [
            (
                TOLD,
                "It was to be looked into by him before the next meeting.",
                ["Cllr Bell"],
                "before the next meeting",
            ),
        ],
    ),
    "by email": (
        "The figures will be sent by email by the Clerk.",
        [
            (TOLD, "The figures will be sent by email by the Clerk.", ["Clerk"], None),
        ],
    ),
    "will the meeting": (
        "The Chief Executive agreed and advised that he would revert with a timetable within a month.",
        [
            (
                TOLD,
                "The Chief Executive agreed and advised that he would revert with a timetable within a month.",
                ["Chief Executive"],
                "within a month",
            ),
        ],
    ),
    "clerk to": (
        "Clerk to re-advertise the post; Cllr Lee to draft the text by 12 March.",
        [
            (TOLD, "Clerk to re-advertise the post", ["Clerk"], None),
            (TOLD, "Cllr Lee to draft the text by 12 March.", ["Cllr Lee"], "by 12 March"),
        ],
    ),
    "committee refer": (
        "RESOLVED that it be referred to the Finance Panel, and that the Treasurer present options in June.",
        [
            (
                TOLD,
                "RESOLVED that it be referred to the Finance Panel, and that the Treasurer present options in June.",
                ["Treasurer"],
                "in June",
            ),
        ],
    ),
    "governors noted": (
        "Governors asked the Headteacher to share the figures with parents.",
        [
            (TOLD, "Governors asked the Headteacher to share the figures with parents.", ["Headteacher"], None),
        ],
    ),
    "city mgr": (
        "City Manager Doyle stated he will bring back a proposal at the March 25 meeting.",
        [
            (
                TOLD,
                "City Manager Doyle stated he will bring back a proposal at the March 25 meeting.",
                ["City Manager Doyle"],
                "at the March 25 meeting",
            ),
        ],
    ),
    "staff will": (
        "Staff will research the cost and report back to the Board.",
        [
            (TOLD, "Staff will research the cost and report back to the Board.", ["Staff"], None),
        ],
    ),
    "consensus": (
        "It was the consensus of the Board to have the Township Manager contact the county.",
        [
            (
                TOLD,
                "It was the consensus of the Board to have the Township Manager contact the county.",
                ["Township Manager"],
                None,
            ),
        ],
    ),
    "board asked": (
        "Board members asked the Superintendent to provide a list of options by May 1.",
        [
            (
                TOLD,
                "Board members asked the Superintendent to provide a list of options by May 1.",
                ["Superintendent"],
                "by May 1",
            ),
        ],
    ),
    "due of other": (
        "The lease was put off until the May meeting and Kim Orr will ring the agents.",
        [
            (TOLD, "The lease was put off until the May meeting and Kim Orr will ring the agents.", ["Kim Orr"], None),
        ],
    ),
    "due of other2": (
        "It was agreed that, before the next meeting, Kim Orr would write to the school.",
        [
            (
                TOLD,
                "It was agreed that, before the next meeting, Kim Orr would write to the school.",
                ["Kim Orr"],
                "before the next meeting",
            ),
        ],
    ),
    "due first": (
        "After the meeting Kim Orr will write to the school.",
        [
            (TOLD, "After the meeting Kim Orr will write to the school.", ["Kim Orr"], "After the meeting"),
        ],
    ),
}


def tasks(text: str) -> list[Task]:
    return [_task(action) for action in extract(HEAD + text + "\n").actions]


def _task(action: Action) -> Task:
    return action.kind, action.text, list(action.owners), action.due.text if action.due else None


@pytest.mark.parametrize("text", NO_TASK.values(), ids=NO_TASK.keys())
def test_no_task(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(("text", "expected"), MARKED_TASKS.values(), ids=MARKED_TASKS.keys())
def test_marked(text: str, expected: list[Task]) -> None:
    assert tasks(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD_TASKS.values(), ids=TOLD_TASKS.keys())
def test_told(text: str, expected: list[Task]) -> None:
    assert tasks(text) == expected


def test_owner_and_deadline_behind_a_task_each_set_apart() -> None:
    found = extract(
        "Rowing Club\nMinutes of 4 October 2021\n\nPresent: Ivy Lunt, Gus Amery, Kim Orr\n\nTO DO\n"
        "- Take the boat to Ostley - Gus - Nov\n- Renew the licence (Ivy) by 1/12/21\n- Notice (Kim) 18 Nov latest\n"
        "- Fix the lights - both sides - in the shed\n"
    ).actions
    assert [(task.text, list(task.owners), task.due and task.due.text) for task in found] == [
        ("Take the boat to Ostley", ["Gus"], "Nov"),
        ("Renew the licence", ["Ivy"], "by 1/12/21"),
        ("Notice", ["Kim"], "18 Nov latest"),
        ("Fix the lights - both sides - in the shed", [], None),
    ]
