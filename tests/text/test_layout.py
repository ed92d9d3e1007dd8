"""Blocks: what a writer would call a paragraph, whatever lines it was broken into; and tables."""

from minutes_cli.text.layout import lay_out
from minutes_cli.text.paragraphs import build_blocks


def words(text: str) -> list[str]:
    return [" ".join(block.words.split()) for block in build_blocks(lay_out(text))]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    first = (
        "The Clerk reported that the hedge had been cut and the contractor paid, and that the gate would follow. " * 2
    )
    assert words(f"{first}\nThe Chair thanked her.") == [" ".join(first.split()), "The Chair thanked her."]


def test_lines_broken_at_a_width_are_joined() -> None:
    paragraph = ["The Clerk reported that the hedge had been cut last week and that", "the contractor had been paid in"]
    filler = ["A line of text that is as long as all of the others in this text", "and one more line that is of nearly"]
    text = "\n".join([*paragraph, "full.", "", *(filler * 4), "end."])
    assert words(text)[0] == " ".join([*paragraph, "full."])


def test_label_and_list_entry_open_blocks() -> None:
    assert words("Becky will find out.\nAction – B Strachan\n- one\n- two\n  goes on") == [
        "Becky will find out.",
        "Action - B Strachan",
        "one",
        "two goes on",
    ]


def test_labelled_lines_of_one_width_stay_apart() -> None:
    filler = ["A line of text that is as long as all of the others in this text", "and one more line that is of nearly"]
    posts = [
        "Captain: Ann Moor, of the Mill, who was proposed by her sister",
        "Secretary: Bea Lunn, who had stood before",
    ]
    sentence = [
        "The members went on to talk of the last of the three questions,",
        "Flooding: it had come as far as the gate.",
    ]
    found = words("\n".join([*(filler * 4), "end.", "", *posts, "", *sentence]))
    assert found[-3:] == [*posts, " ".join(sentence)]


def test_lines_of_one_width_that_all_begin_anew_are_paragraphs() -> None:
    lines = [
        "The Clerk reported that the hedge had been cut by the gate",
        "Mr. Fenn moved that the bill be paid to the contractor",
    ]
    assert words("\n".join(lines * 5)) == lines * 5


def test_open_bracket_goes_on() -> None:
    assert words("[Action: Head of Commissioning, Adult\nSocial Care]") == [
        "[Action: Head of Commissioning, Adult Social Care]"
    ]


def test_page_number_is_left_out_of_a_sentence() -> None:
    text = "\n".join(
        [
            "Members discussed the state of the footpath behind the church and",
            "",
            "Page 2 of 7",
            "",
            "agreed to look again.",
        ]
    )
    assert "Page 2 of 7" not in " ".join(words(text))


def test_offsets_are_those_of_the_text() -> None:
    text = "1. Bins\r\n\r\nClerk’s report:\tnone.\r\n"
    for block in build_blocks(lay_out(text)):
        assert len(block.text) == block.end - block.start
        assert block.start <= block.body <= block.end


def test_pipe_table() -> None:
    layout = lay_out("| Action | Owner |\n| --- | --- |\n| Write to NCC | Clerk |\n| Chase | AB |\n")
    (table,) = layout.tables
    assert [[layout.cut(*cell) for cell in row] for row in table.rows] == [
        ["Action", "Owner"],
        ["Write to NCC", "Clerk"],
        ["Chase", "AB"],
    ]


def test_pipe_table_whose_cells_hold_paragraphs() -> None:
    layout = lay_out(
        "| No | Item | By |\n| --- | --- | --- |\n| 1 | First\n\nand second.\n\n |  \n\nAB |\n| 2 | Last | |\n"
    )
    (table,) = layout.tables
    assert [[layout.cut(*cell) for cell in row] for row in table.rows] == [
        ["No", "Item", "By"],
        ["1", "First and second.", "AB"],
        ["2", "Last", ""],
    ]


def test_columns_made_of_blanks() -> None:
    layout = lay_out(
        "Item    Action                      Owner          Due\n"
        "4.2     Add damp to the audit plan  Ann Lee        May\n"
        "5.1     Write to tenants            Bo Ray         -\n"
    )
    (table,) = layout.tables
    assert [[layout.cut(*cell) for cell in row] for row in table.rows[1:]] == [
        ["4.2", "Add damp to the audit plan", "Ann Lee", "May"],
        ["5.1", "Write to tenants", "Bo Ray", "-"],
    ]


def test_html_table_in_markdown() -> None:
    layout = lay_out(
        "x\n<table><tr><th>Who</th><th>What</th></tr><tr><td>Ann</td><td>Write &amp; post</td></tr></table>\n"
    )
    (table,) = layout.tables
    assert [[layout.cut(*cell) for cell in row] for row in table.rows] == [["Who", "What"], ["Ann", "Write & post"]]
