"""Decisions of the body that met, told apart from the news of what other bodies decided."""

from __future__ import annotations

import pytest

from minutes_cli import extract

COMMISSION = "CITY OF EASTHAM\nPLANNING COMMISSION\nRegular Meeting Minutes\nMarch 12, 2024\n\n2. Director's Report\n"
PARISH = "WESTER PARISH COUNCIL\nMinutes of the meeting held on 4 March 2024\n\n8. Reports\n"

NEWS = {
    "council to a commission": f"{COMMISSION}The code went to the City Council. The City Council approved it on May 4.",
    "the council once more": f"{COMMISSION}The Council also adopted the fee schedule.",
    "by the council": f"{COMMISSION}The sign code was approved by the City Council.",
    "its vote": f"{COMMISSION}The City Council approved the lease on March 2. The vote was 5-2.",
    "without an article": f"{COMMISSION}At the last meeting, Council voted unanimously to fund the nursery.",
    "county council to a parish": f"{PARISH}The County Council approved the transport policy on 20 February.",
    "by the borough": f"{PARISH}New shed at Mill Lane. Approved by the Borough",
    "cabinet to a parish": f"{PARISH}The Cabinet agreed the budget.",
    "supervisors to a commission": f"{COMMISSION}The Board of Supervisors agreed it. The Board adopted the fees.",
    "school board to parents": "MINUTES OF THE PTA\n\nReports\nThe School Board approved the calendar on May 2.",
    "selectmen to a board": "EASTHAM BOARD OF HEALTH\nMinutes\n\nNews\nThe Board of Selectmen approved the hire.",
}
OWN = {
    "the commission": f"{COMMISSION}The Commission approved the minutes.",
    "work by another": f"{PARISH}Members approved work by the County on the bridge.",
    "the parish": f"{PARISH}The Council agreed to thank the clerk.",
    "a board by its village": "VILLAGE OF EASTHAM\nBOARD OF TRUSTEES\nMinutes\n\nFees\nThe Village Board agreed it.",
    "a school board": "EASTHAM SCHOOL DISTRICT\nBoard of Education\nMinutes\n\nFees\nThe School Board approved it.",
    "a committee's council": "EASTHAM CITY COUNCIL\nFINANCE COMMITTEE\nMinutes\n\nLevy\nThe Council approved the levy.",
    "without an article": "BOROUGH OF EASTHAM\nMINUTES OF THE COUNCIL MEETING\n\nBills\nBorough Council approved it.",
    "after another board's news": "EASTHAM BOARD OF HEALTH\nMinutes\n\nBusiness\n"
    "The Board of Selectmen met in May. The Board voted to accept the grant.",
}


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_what_another_body_decided_is_news(text: str) -> None:
    assert extract(text).resolutions == ()


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_what_the_body_decided_is_its_own(text: str) -> None:
    assert len(extract(text).resolutions) == 1
