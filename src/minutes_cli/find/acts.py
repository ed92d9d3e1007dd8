"""Acts by number that head a paragraph, as American councils print them: "RESOLUTION NO. 20-15 - A RESOLUTION …".

The title heads the item, and it is the first words of the decision too: the sentences behind it tell what became of it.
"""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.document import Document
from minutes_cli.find.titles import Titles
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block
from minutes_cli.text.sentences import first_sentence

_BEHIND = r"[A-Z]?\d[\w./-]*(?:\s*,|\s+-{1,3}|:)\s+"
_ACT = lazy(
    r"(?:(?:RESOLUTION|ORDINANCE|BILL|PROCLAMATION)\s+(?:NO\.?\s*|NUMBER\s+|\#\s*)?"
    rf"{_BEHIND.replace('|:)', ')')}(?=[A-Z\"])"
    # and with its title in capitals: "Bill No. 2024-08 - AN ORDINANCE AMENDING CHAPTER 9"
    r"|(?:Council\s+)?(?:Resolution|Ordinance|Bill|Proclamation)\s+(?:No\.?\s*|NO\.?\s*|Number\s+|\#\s*)?"
    rf"{_BEHIND}(?=\"?(?:AN?\s+)?[A-Z]{{4,}}\s+[A-Z]{{2,}}))"
)
# One with its title, in small letters: "Resolution 2022-14: New buses", "By-law 12-20, Keeping of Bees".
TITLED_ACT = lazy(
    r"(?i:resolution|ordinance|(?:senate |house |council )?bill|by-?law|order|policy|S[BR]|HB)\s+(?:No\.?\s*|#)?"
    r"[A-Z]{0,5}-?\d[\w/.-]*\s*(?::|,|-+)\s+"
    r"(?!(?i:that|to|resolved|moved|approved|adopted|carried|passed|lost|agreed|noted|unanimous\w*|deferred|tabled|"
    r"as|which|if|having|being|was|were|is|be)\b)[A-Z]\S+"
)
_LONGEST = 200  # characters of a title


def act_title(words: str, titles: Titles) -> int:
    """Where the title of an act ends that words open with; 0 where they open with none."""
    opening = _ACT.match(words)
    if opening is None or titles.is_marked(words[opening.end() :]):
        return 0
    end = first_sentence(words)[1]
    fits = end - opening.end() <= _LONGEST and not titles.verb.search(words, opening.end(), end)
    return end if fits else 0


def is_act(document: Document, heading: int) -> bool:
    """Whether a heading is the title of an act, its text running on behind it."""
    found = document.headings[heading]
    return found.run_in and _ACT.match(document.layout.masked, found.title[0]) is not None


def with_act(document: Document, index: int) -> Block:
    """A block, from the title of an act on if it is what goes on behind one."""
    block, place = document.blocks[index], document.places[index]
    if place is None or (index and document.places[index - 1] == place) or not is_act(document, place):
        return block
    heading = document.headings[place]
    text = document.layout.masked[heading.start : block.end].replace("\n", " ").replace("\r", " ")
    body = heading.title[0]
    return replace(block, start=heading.start, body=body, text=text, words=text[body - heading.start :].rstrip())
