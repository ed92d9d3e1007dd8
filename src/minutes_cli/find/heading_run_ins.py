"""Titles that a paragraph opens with, its text going on behind them."""

from __future__ import annotations

import re

from minutes_cli.find.heading_candidates import span
from minutes_cli.find.heading_dashes import title_before_dash, title_before_result
from minutes_cli.find.titles import Titles, is_capital
from minutes_cli.patterns import lazy
from minutes_cli.text.layout import Block, Layout
from minutes_cli.text.sentences import first_sentence, first_stop

MARK_UP = ("*", "_", "<", "'")  # what emphasis opens with
BOLD_HEAD = lazy(r"(?:\*\*|__|<b>|<strong>|<u>|''')+([^*_<\n]{2,160}?)(?:\*\*|__|</b>|</strong>|</u>|''')")
CAPITAL_HEAD = lazy(
    r"(?:[A-Z][A-Z'&/,()-]+|(?:[A-Z]\.){2,4}[A-Z]?|[&/-]|\d+)(?::(?=\s+[A-Z]{3}))?"
    r"(?:\s+(?:NO\.(?=\s+\d)|[A-Z0-9][A-Z0-9'&/,()-]*(?::(?=\s+[A-Z]{3}))?|[&/-]))*"
    r"(?=(?P<gap>[\s.:-]+)(?![ap]\.?m\b)(?:[A-Z\"'(]?[a-z]|(?<=: )[\d$£€]))"
)
_LATEST_COLON = 61  # behind the first 60 characters of a line
_COLON_HEAD = lazy(r"([^:.;?!]{3,60}):\s+(?=[A-Za-z\"'0-9£])")
DASH_HEAD = lazy(r"([A-Z][\w'&/]*(?: [\w'&/]+){0,4})[ ]+-{1,3}(?:[ ]*(?=[A-Z])|[ ]+(?=[a-z\d£$]))")
_CITED = lazy(r"[A-Z]{1,6}(?:[ /#-]|[ ]#|[ ]No\.?[ ])?\d[\d/.-]*")  # the reference of a comment, a bug, a ticket
_LONGEST_CITED = 9  # words of what it is about
_SMALL = r"dated|held|of|and|the|for|in|on|to|from|as|by|with|a|an|at|or|&|-"
_TITLE_CASE_HEAD = lazy(
    rf"((?:[A-Z0-9(][\w'()/&,-]*)(?:[ ]+(?:[A-Z0-9(][\w'()/&,-]*|{_SMALL})){{0,14}}?)[ ]+"
    r"(?=(?:(?:The|It|There|This|These|A|An|As|At|After|Following|No|All|Members|Councillors?|Cllrs?\.?|Mrs?\.?|Ms\.?|Dr\.?|"
    r"Clerk|Chairman|Chair|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[ ]+\S*|•|\d[.)]|[a-z]\))[ ]*)"
)
_STOPPED = lazy(r"(?<!\b[A-Z])[.;]\s|[.]$")  # not at "826 N. Ash Street"
# How a meeting begins and ends; with a time alone behind them these are fields of a form.
_FRAME = lazy(r"(?:call(?:ed)? to order|adjourn(?:ment|ed)|closing|opening|closure)", re.IGNORECASE)
_FORM = 3  # words of a time
# What a title in two parts goes on with behind its colon: "Maternity services: response to the review".
_SUBTITLE = lazy(
    r"(?:(?:an?|the|our|its) )?(?:[a-z-]+ )?(?:[a-z-]+ (?:of|on|to|for|from|into|with)"
    r"|(?:\w+tion|report|survey|talk|update|visit|review|proposal|request|offer|tender) by)\b(?!.*[a-z)]\.$)"
)
_VERDICTS = frozenset(("consensus", "conclusion", "resolution"))  # before a colon they label what was decided


def run_in(layout: Layout, block: Block, titles: Titles) -> tuple[int, int] | None:
    """The title that a numbered block opens with where its text goes on behind it: "4. Finance. The clerk …"."""
    words = block.text[block.body - block.start :]
    opened = block.body
    while opened > block.start and layout.masked[opened - 1] == " " and layout.text[opened - 1] in "*_<>b":
        opened -= 1
    marked_up = layout.text[opened : opened + 1] in MARK_UP
    bold = BOLD_HEAD.match(layout.text, opened, block.end) if marked_up else None
    behind = layout.masked[bold.end() : block.end].strip(" :-") if bold else ""
    whole = layout.lines[block.first].bold and not titles.tells_outcome(behind)  # but "**Water** - *deferred.*"
    if bold and not whole and re.search(r"\w", behind):
        fits = titles.fits(layout.masked[slice(*bold.span(1))].rstrip(". :"), 22)
        return span(layout, *bold.span(1)) if fits else None
    capital = CAPITAL_HEAD.match(words) if may_open_capital(words) and goes_on_small(words) else None
    rest = words[capital.end() :].strip() if capital else ""
    if (
        capital
        and not _is_all_title(capital[0][-1] + capital["gap"], rest, titles)
        and (title := _capital_title(capital, titles.is_sentence(words[capital.end() :])))
    ):
        return block.body, block.body + len(title)
    cased = _TITLE_CASE_HEAD.match(words) if layout.lines[block.first].label_kind == "code" else None
    if cased and titles.is_sentence(words):
        return span(layout, block.body, block.body + cased.end(1))
    colon = _COLON_HEAD.match(words) if ":" in words[:_LATEST_COLON] else None
    if colon and _CITED.fullmatch(colon[1]) and (cited := _cited_title(words, colon.end(), titles)):
        return span(layout, block.body, block.body + cited)
    if colon and _sets_title_apart(colon[1], words[colon.end() :], titles):
        return span(layout, block.body, block.body + colon.end(1))
    if ("." in words or "•" in words) and titles.may_head(words[: first_stop(words)]):
        first = first_sentence(words.rstrip())
        head = words[slice(*first)]
        bare = head.rstrip(".:")
        if first[1] < len(words.rstrip()) and head != bare and (titles.heads(bare) or titles.is_cased(bare)):
            return span(layout, block.body, block.body + (title_before_result(head, titles) or first[1]))
    end = title_before_dash(words, titles)
    return span(layout, block.body, block.body + end) if end else None


def _cited_title(words: str, start: int, titles: Titles) -> int:
    """Where the title ends that a reference and a colon open, before text: "GB 14: height of the rail. Ann asked …"."""
    end = first_sentence(words)[1]
    about = words[start:end].rstrip(".").strip()
    if end >= len(words.rstrip()) or titles.verb.search(about) or titles.is_marked(about):
        return 0
    return end if titles.fits(about[:1].upper() + about[1:], _LONGEST_CITED) else 0


def may_open_capital(words: str) -> bool:
    """Whether words may open with capitals: not where the second character is a small letter."""
    return not words[1:2].islower()


def goes_on_small(words: str) -> bool:
    """Whether anything but capitals may stand behind those that words open with."""
    return not words.isupper() or ": " in words


def is_emphasised(text: str, start: int, end: int) -> bool:
    """Whether mark-up sets a title apart: it opens right before it, or closes behind it, the number within it too."""
    return text[start - 1 : start] in ("*", "_", ">") or text[end : end + 1] in ("*", "_")


def _is_all_title(gap: str, rest: str, titles: Titles) -> bool:
    """Whether what stands behind capitals belongs to the title: "HEARING - Permit 19-03", "REPORT (attached)"."""
    if rest.startswith("(") and rest.endswith(")"):
        return True
    return (
        bool(re.search("[-:,]", gap))
        and len(rest.split()) <= 9
        and not re.search(r"[.;]", rest)
        and titles.fits(rest, 9)
    )


def _sets_title_apart(head: str, rest: str, titles: Titles) -> bool:
    """Whether a colon ends a title rather than standing in one: "Policing: Report of the Group" is all title."""
    if titles.opens(head) or not titles.fits(head, 12) or is_capital(head + rest):
        return False
    if titles.is_usual(head) or titles.is_sentence(rest):
        return True
    if rest[:1].islower() and len(head.split()) <= 3 and len(rest.split()) >= 5 and not _SUBTITLE.match(rest):
        return True
    return ("." in rest or ";" in rest) and _STOPPED.search(rest.strip()) is not None


def _capital_title(match: re.Match[str], before_sentence: bool) -> str:
    """The capitals that a block opens with, unless they are an abbreviation at the head of a sentence."""
    title = re.sub(r"\s+(?:[A-Z]|[&/-])$", "", match[0])
    letters = len(re.findall(r"[A-Z]", title))
    set_apart = match["gap"].strip() or len(match["gap"]) > 1
    several = (len(title.split()) > 1 and letters >= 8) or (
        letters >= 6 and before_sentence and match.string[match.end() :].lstrip()[:1].isupper()
    )
    return title if letters >= 4 and len(title.split()) <= 14 and (set_apart or several) else ""


def capital_label(words: str, titles: Titles) -> int:
    """Where a usual title in capitals ends that a line opens with before a colon: "ADJOURNMENT: 8:41 PM"; else 0."""
    head = words.partition(":")[0]
    if not is_capital(head) or not titles.is_usual(head) or titles.is_label(head) or not words[len(head) + 1 :].strip():
        return 0
    return len(head)


def colon_title(words: str, titles: Titles) -> bool:
    """Whether a colon stands within a title in capitals: "COMPLAINTS AGAINST POLICE: THIRD QUARTER"."""
    head, _, rest = words.partition(": ")
    if len(head.split()) < 2 or titles.is_label(head) or titles.is_marked(head):
        return False
    return not titles.verb.search(words.lower()) and not titles.honorific.match(rest)


def usual_title(words: str, titles: Titles) -> int:
    """Where a usual title ends that a paragraph opens with before a colon and a sentence; 0 where there is none."""
    colon = _COLON_HEAD.match(words)
    if colon is None or not titles.is_usual(colon[1]) or titles.is_marked(words) or colon[1].lower() in _VERDICTS:
        return 0
    rest = len(words[colon.end() : colon.end() + 80].split())
    told = titles.verb.search(words, colon.end()) or (rest > _FORM and _FRAME.fullmatch(colon[1]))
    return colon.end(1) if told else 0


def bold_title(layout: Layout, block: Block, titles: Titles, *, front: bool) -> tuple[int, int] | None:
    """The words in bold before a stop, or in capitals, that open a paragraph without number: "**Close.** The …".

    In ``front`` they may be of the document's title.
    """
    bold = BOLD_HEAD.match(layout.text, block.start, block.end)
    if bold is None:
        return None
    head = layout.masked[slice(*bold.span(1))].strip()
    rest = layout.masked[bold.end() : block.end].strip()
    apart = (head.endswith(".") or rest.startswith(". ") or is_capital(head)) and len(rest.split()) > 3
    bare = head.rstrip(".")
    usual = bare != head and titles.is_usual(bare)  # "**Minutes.** They were read"; labels end in a colon
    if not apart or rest.startswith((":", "-")) or titles.is_marked(bare) or (titles.is_label(bare) and not usual):
        return None
    if not usual and (
        titles.honorific.match(bare) or (front and titles.title_line.search(bare)) or not titles.heads(bare)
    ):
        return None
    return span(layout, *bold.span(1))


def colon_label(words: str, titles: Titles) -> int:
    """Where a few words end that a paragraph opens with before a colon: "Bid opening: Lowry opened …"; else 0."""
    head, _, rest = words.partition(": ")
    bare = head.rstrip()
    if not bare[:1].isupper() or len(first := bare.split(None, 6)) > 6 or not rest.strip():
        return 0
    if first[0].lower() in titles.given or bare.lower() in titles.groups or titles.is_label(bare):
        return 0
    if is_capital(bare) or titles.honorific.match(bare) or not titles.heads(bare):
        return 0
    return 0 if titles.is_marked(bare) else len(bare)


def bold_label(layout: Layout, block: Block, titles: Titles) -> tuple[int, int] | None:
    """The words in bold before a colon or a dash that a paragraph opens with: "**Backups**: we still have none"."""
    bold = BOLD_HEAD.match(layout.text, block.start, block.end)
    if bold is None:
        return None
    head, rest = layout.masked[slice(*bold.span(1))].strip(), layout.masked[bold.end() : block.end].strip()
    bare = head.rstrip(" :-")
    if not (head.endswith(":") or rest[:1] in (":", "-")) or len(rest.strip(" :-")) < 2:
        return None
    if titles.is_marked(bare) or titles.is_label(bare) or titles.honorific.match(bare) or not titles.heads(bare):
        return None
    if bare.split()[0].lower() in titles.given:
        return None  # who speaks, or is to act
    return span(layout, *bold.span(1))


def opening_title(match: re.Match[str], titles: Titles) -> str:
    """The capitals before a stop or dash that a paragraph opens with: "PUBLIC FORUM. Two residents spoke"."""
    rest = match.string[match.end() :]
    if rest.lstrip().startswith("(") and rest.rstrip().endswith(")"):
        return ""  # "ACTION LOG (new actions only)" is all title
    if titles.is_usual(match[0]) and rest.strip():
        stopped = match["gap"].startswith(".") and titles.verb.search(rest)  # labels end in a colon
        if stopped or not titles.is_label(match[0]):
            return match[0].rstrip(".")
    title = _capital_title(match, before_sentence=True)
    if not title or titles.is_label(title) or titles.is_marked(title) or len(rest.split()) < 4:
        return ""
    return title if titles.fits(title, 8) else ""
