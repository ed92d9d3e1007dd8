"""Web pages: what the minutes say, in order, without the site around them."""

from __future__ import annotations

import pytest

from minutes_cli.errors import SourceError
from minutes_cli.source import read_bytes


def read(page: str, name: str = "page.html") -> str:
    source = read_bytes(page.encode(), name)
    assert source.format == "html"
    return source.text


def body(markup: str) -> str:
    return read(f"<!DOCTYPE html><html><head><title>x</title></head><body>{markup}</body></html>")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1>Minutes</h1><p>One\n  line &amp; more<p>Two", "# Minutes\n\nOne line & more\n\nTwo\n"),
        ("<p>A<br>B<br/>C</p>", "A\nB\nC\n"),
        ("<p><b>Present:</b> A, B</p>", "**Present:** A, B\n"),
        ("<p><strong>ACTION</strong>: Clerk</p>", "**ACTION**: Clerk\n"),
        ('<p><span style="font-weight: 700">Any other business</span></p>', "**Any other business**\n"),
        ("<p>It was <b>agreed</b> that</p>", "It was agreed that\n"),
        ("<p><b>un</b>likely</p>", "unlikely\n"),
        ("<p><b>A</b>dam agreed</p>", "Adam agreed\n"),
        ("<h2><b>Finance</b><br>report</h2>", "## Finance report\n"),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", "- One\n- Two\n  - Three\n"),
        ("<ol start=4 type=a><li>One</li><li><p>Two</p><p>More</p></li></ol>", "d. One\ne. Two\n\nMore\n"),
        ("<ol><li value=7>One</li><li>Two</li></ol>", "7. One\n8. Two\n"),
        ("<ol start=3><li><h2>Apologies</h2></li></ol>", "## 3. Apologies\n"),
        ("<ol start=3><li><p><b>Apologies</b></p></li></ol>", "**3. Apologies**\n"),
        ("<dl><dt>Present:</dt><dd>A, B</dd><dt>Chair<dd>C</dl>", "Present: A, B\n\nChair: C\n"),
        ("<pre>  a\n    b</pre>", "  a\n    b\n"),
        ("<p>Zo&euml; &#8211; &pound;20&nbsp;each</p>", "Zoë – £20\xa0each\n"),
        ("<p>kept <del>struck</del><ins>added</ins></p>", "kept added\n"),
        ("<p>a</p><script>alert(1)</script><style>p{}</style><!-- no --><template>t</template>", "a\n"),
        ('<p>a</p><p style="display:none">b</p><p hidden>c</p>', "a\n"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n"),
        ("<p>up<sup>3</sup> soft&shy;ly</p>", "up3 soft\xadly\n"),
    ],
)
def test_markup_becomes_lines(markup: str, text: str) -> None:
    assert body(markup) == text


def test_table_of_data_stays_a_table() -> None:
    page = (
        "<table><tr><th>Action</th><th>Lead</th><th>By</th></tr>"
        "<tr><td>Mend the<br>gate | fence</td><td rowspan=2>AB</td><td>May</td></tr>"
        "<tr><td>Paint it</td><td>June</td></tr><tr><td colspan=2>Total</td><td>2</td></tr></table>"
    )
    assert body(page) == (
        "| Action | Lead | By |\n|---|---|---|\n| Mend the<br>gate \\| fence | AB | May |\n"
        "| Paint it |  | June |\n| Total |  | 2 |\n"
    )


def test_table_that_lays_out_the_page_is_taken_apart() -> None:
    page = "<table><tr><td><h1>Minutes</h1><p>One</td><td></td></tr><tr><td><p>Two</p></td></tr></table>"
    assert body(page) == "# Minutes\n\nOne\n\nTwo\n"


def test_action_column_follows_its_paragraph() -> None:
    long = "The Committee heard at length about the state of the roof of the hall. " * 6
    page = (
        "<table><tr><td></td><td></td><td><b>Action</b></td></tr>"
        f"<tr><td>4.</td><td><p><b>Roof</b></p><p>{long}</p><p>A quote to be sought.</p></td><td>JS</td></tr>"
        f"<tr><td>5.</td><td><p><b>Hall</b></p><p>Clean it.</p><p>{long}</p></td>"
        "<td><p>&#160;</p><p>KL</p><p></p><p></p></td></tr></table>"
    )
    lines = [line for line in body(page).split("\n") if line]
    heard = long.strip()
    assert lines == [
        *("**4. Roof**", heard, "A quote to be sought.", "Action: JS"),
        *("**5. Hall**", "Clean it.", "Action: KL", heard),
    ]


MODERNGOV = """<!DOCTYPE html><html lang="en"><head><title>Cabinet</title><script>var a = "x";</script></head>
<body><a class="skip-link" href="#content">Skip to content</a>
<form action="/search"><label for="q">Search</label><input id="q"><button>Go</button></form>
<ul><li><a href="/a">Your council</a></li><li><a href="/b">Councillors</a></li></ul>
<div class="mgBreadcrumbs"><a href="/">Home</a> &gt; <a href="/c">Meetings</a></div>
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Cabinet - Monday, 11th March, 2024 10.00 am</h2>
<ul class="mgActionList"><li><a href="mgMeetingAttendance.aspx?ID=1">Attendance details</a></li>
<li><a href="documents/g1.pdf">Agenda frontsheet <span class="mgFileSize">PDF 118 KB</span></a></li></ul>
<p><span class="mgLabel">Venue:</span> The Mosaic Room. <a href="map.aspx">View directions</a></p>
<h2>Items</h2>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p><a name="AI1"></a>54.</p></td><td><p class="mgAiTitleTxt">Apologies for Absence</p>
<h3 class="mgSubItemTitleTxt">Minutes:</h3>
<div class="mgWordPara"><p>Apologies came from <b>Councillor</b> Lomax.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p>55.</p></td><td>
<p class="mgAiTitleTxt"><a href="ieIssueDetails.aspx?IId=2">Wharf Road <span class="mgFileSize">PDF 9 KB</span></a></p>
<ul><li><a href="documents/s2.pdf">Report, item 55.</a></li></ul>
<h3 class="mgSubItemTitleTxt">Decision:</h3><p>That the lease be <b>agreed</b>.</p>
<div class="mgShare"><h4>Share this item</h4><a href="https://social.example">Tweet</a></div></td></tr></table>
<footer><p>Copyright 2024</p></footer></body></html>"""


def test_moderngov_agenda_with_minutes() -> None:
    lines = [line for line in read(MODERNGOV, "ieListDocuments.aspx").split("\n") if line]
    assert lines == [
        "# Agenda and minutes",
        "## Cabinet - Monday, 11th March, 2024 10.00 am",
        "Venue: The Mosaic Room.",
        "### 54. Apologies for Absence",
        "Minutes:",
        "Apologies came from Councillor Lomax.",
        "### 55. Wharf Road",
        "Decision:",
        "That the lease be agreed.",
    ]


def test_names_that_only_resemble_debris_stay() -> None:
    page = (
        '<h1>Minutes</h1><div class="shareholders"><p>Shareholders met.</p></div>'
        '<ul class="people"><li><a href="/u/1">Ann Bell</a></li><li><a href="/u/2">Cy Dow</a></li></ul>'
        "<p>It was agreed to share this item with the Board.</p>"
    )
    assert body(page) == (
        "# Minutes\n\nShareholders met.\n\n- Ann Bell\n- Cy Dow\n\nIt was agreed to share this item with the Board.\n"
    )


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", "koi8-r"])
def test_declared_encodings(declared: str) -> None:
    words = "Протокол" if declared == "koi8-r" else "Zoë £20"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>{words}'
    assert read_bytes(page.encode(declared)).text == words + "\n"


def test_html_is_known_by_content_and_empty_pages_are_refused() -> None:
    assert read_bytes(b"<!-- saved --><html><p>Minutes</p></html>", "minutes.txt").text == "Minutes\n"
    assert read_bytes(b"<p>Present: A<p>Agreed<p>Closed", "minutes").format == "html"
    with pytest.raises(SourceError, match="holds no words"):
        body("<script>write('Minutes')</script>")
