"""Who a sentence says something of: the person, post or group whose words end where a verb begins.

The words before the verb are read backwards as long as they can belong to a name or the title of a post: capitalised
words, words of posts, and the small words and commas that join them. What stands on both sides of "and" or a stroke
is two owners where each could be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.find.roster import Roster
from minutes_cli.find.subject import Kind, Subject, adjoins, are_plain, is_name, is_word
from minutes_cli.find.subject_kinds import GROUPS, JOINTS, PARTICLES, PRONOUNS, SubjectKinds
from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

_TOKEN = lazy(r"@?[^\W_][\w'&-]*+(?:\.(?=\w)[\w'&-]*+)*+\.?|[,/&+]|\([^()]{1,90}\)")
_REACH = 160  # characters before a verb that a subject may take up
_WORD = 40  # characters that a word and the blanks behind it take up at most; a longer one is read with all the rest
_CUTS = frozenset({"and", "&", "/", ",", "+"})
_VERB = lazy(r"(?<=[\w.),])(?:\s+-)?\s+(?P<verb>[a-z]{2,})\b")
_NAMED = lazy(r"\b[A-Z][\w'-]*")
_AFTER_PREPOSITION = lazy(
    r"\b(?i:with|to|from|by|of|for|on|about|via|through|in|per|at|over|let|letting|help)\s+(?i:the\s+)?$"
)
_REPLY_TO = lazy(r"\b(?:reply|response|answer|replying|responding|answering|thanks)\s+to\s+(?:the\s+)?$")
_MONTH = lazy(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.")
_LOWER_BEFORE = lazy(r"(?P<word>[a-z]+)\s+$")
_JOINING = frozenset(
    "and but so that then when while whilst if as or because since although who the a an our its their his her".split()
)
_DASHED_POST = lazy(r"(?P<post>(?:[Tt]he\s+)?(?:[A-Z][\w&']*\s+){1,4})-+\s+$")
_FEWEST_OF_POST = 2  # words of a post that a dash parts from its field
_NOT_VERBS = frozenset(
    "about and as at but by for from if in into of on or over per regarding that the their to under upon via when "
    "which while who whose van von de der den du di la le with next last this whatever both either before "
    "after since until vacancy vacancies role roles post posts position positions job jobs salary training".split()
)


class Subjects:
    """Finds the subjects of verbs in the sentences of one document."""

    def __init__(self, rules: Rules, roster: Roster) -> None:
        self._roster = roster
        self._kinds = SubjectKinds(rules, roster)

    def before(self, text: str, end: int) -> Subject | None:
        """The subject whose phrase ends right before an offset of a sentence."""
        if self._is_common(text, end):
            return None
        floor = max(0, end - _REACH)
        tokens = list(_TOKEN.finditer(text, floor, end))
        if not tokens or not adjoins(text, tokens[-1].end(), end) or tokens[-1][0].endswith("'s"):
            return None
        while tokens and (tokens[-1][0].startswith("(") or tokens[-1][0] == ","):
            tokens.pop()
        if tokens and tokens[-1][0].lower() in PRONOUNS:
            last = tokens[-1]
            return Subject(last.start(), last.end(), "pronoun", ())
        phrase = self._phrase(text, tokens)
        subject = self._subject(phrase) if phrase else None
        if subject is not None and (whole := self._with_post(text, subject)) is not None:
            return whole
        if (
            subject is not None
            and any(token[0] == "," for token in phrase)
            and _REPLY_TO.search(text, 0, subject.start)
        ):
            # "In reply to Cllr Lee, the Clerk said": two people, no apposition.
            comma = next(place for place, token in enumerate(phrase) if token[0] == ",")
            return self._subject(phrase[comma + 1 :]) or subject
        if subject is not None and len(subject.owners) > 1 and _AFTER_PREPOSITION.search(text, 0, subject.start):
            # "… a date with the nurse and BO offered": the first is of the phrase before "and".
            start, stop = subject.owners[-1]
            return Subject(start, stop, subject.kind, ((start, stop),))
        return subject

    def _with_post(self, text: str, field: Subject) -> Subject | None:
        """The post of which a subject is but the field behind a dash: "the Group Manager - Highways"."""
        dash = _DASHED_POST.search(text, max(0, field.start - _REACH), field.start) if field.kind != "person" else None
        post = self._subject(self._phrase(text, list(_TOKEN.finditer(text, *dash.span("post"))))) if dash else None
        if post is None or post.kind != "post" or len(text[post.start : post.end].split()) < _FEWEST_OF_POST:
            return None
        return Subject(post.start, field.end, "post", ((post.owners[-1][0], field.end),))

    def _is_common(self, text: str, end: int) -> bool:
        """Whether what stands before an offset is a word in lower case that ends no subject, as most are."""
        before = text[max(0, end - _WORD) : end].rstrip(" >,")
        word = before[before.rfind(" ") + 1 :]
        return (
            word.isalpha()
            and word.islower()
            and len(word) < len(before)
            and word not in PRONOUNS
            and word not in GROUPS
            and not self._kinds.belongs(word)
        )

    def is_person(self, words: str) -> bool:
        """Whether words name a person, and nothing else."""
        found = self.before(words, len(words))
        return found is not None and found.start == 0 and (found.kind == "person" or is_word(words))

    def last_named(self, text: str, end: int) -> Subject | None:
        """The last person or post that a sentence names before an offset."""
        for match in reversed(list(_NAMED.finditer(text, 0, end))):
            found = self.before(text, match.end())
            if found is not None and found.kind in ("person", "post", "staff"):
                return found
        return None

    def all(self, text: str, end: int, start: int = 0) -> Iterator[Subject]:
        """The people and posts that are subjects of a verb in a sentence between two offsets, in order."""
        for match in _VERB.finditer(text, start, end):
            if match["verb"] not in _NOT_VERBS:
                found = self.before(text, match.start())
                if found is None or found.kind not in ("person", "post", "staff"):
                    continue
                if not _AFTER_PREPOSITION.search(text, 0, found.start) and not self._is_thing(text, found):
                    yield found

    def _is_thing(self, text: str, subject: Subject) -> bool:
        """Whether words only look like a person: "5,000 per MW was", "the class rep elections"."""
        words = text[subject.start : subject.end]
        if words.isalpha() and words.islower() and subject.kind == "post":
            noun = _LOWER_BEFORE.search(text, 0, subject.start)
            return noun is not None and noun["word"] not in _JOINING and noun["word"] not in self._kinds.modifiers
        if len(words) != 2 or not words.isupper() or words in self._roster.initials or self._roster.knows(words):
            return False
        before = _LOWER_BEFORE.search(text, 0, subject.start)
        return before is not None and before["word"] not in _JOINING

    def _phrase(self, text: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
        """The tokens at the end that can belong to names and posts, with nothing but blanks between them."""
        first = len(tokens)
        if not tokens or tokens[-1][0].lower() in JOINTS or tokens[-1][0] in self._kinds.leading:
            return []  # "DO elected": a word that only goes before posts ends no name
        if tokens[-1][0] in GROUPS:
            for back in (3, 4):  # "the works group": what a group is for may be any word
                if len(tokens) >= back and tokens[-back][0].lower() == "the" and are_plain(tokens[-back:]):
                    return tokens[-back:]
        if first > 1 and self._kinds.is_group(tokens[-2][0], tokens[-1][0]):
            return tokens[-2:]
        while first and (self._kinds.belongs(tokens[first - 1][0]) or self._is_field(tokens, first - 1)):
            token = tokens[first - 1]
            if _MONTH.fullmatch(token[0]) and first < len(tokens):
                break  # "Fri 26th Oct. Jo to check"
            if first > 1 and tokens[first - 2][0] == "to" and token[0] in ("chair", "lead", "head", "clerk"):
                break  # "Jo to chair, Kim to scribe": a verb, no post
            if first < len(tokens) and not adjoins(text, token.end(), tokens[first].start()):
                break
            if first < len(tokens) and tokens[first][0].lower() == "the" and token[0].lower() not in JOINTS:
                break
            first -= 1
        phrase = tokens[first:]
        while phrase and (word := phrase[0][0]).lower() != "the" and (word.lower() in JOINTS or word in PARTICLES):
            phrase.pop(0)
        return phrase

    def _is_field(self, tokens: list[re.Match[str]], place: int) -> bool:
        """Whether a capital word tells what the post before it is for: "Manager Works", "Head of Public Works"."""
        while place and tokens[place][0].istitle():
            place -= 1
            if place and tokens[place][0].lower() == "of":
                place -= 1
            if tokens[place][0].lower() in self._kinds.posts:
                return True
        return False

    def _subject(self, phrase: list[re.Match[str]]) -> Subject | None:
        """The subject that a phrase ends with: the last owner, and those before it that are joined to it."""
        parts = self._parts(phrase)
        kinds = [self._kinds.of(part) for _, part in parts]
        last = len(parts) - 1
        if last < 0:
            return None
        first = last
        while first and (parts[first][0] != "," or self._listed(parts, first)):
            if kinds[first - 1] == "unknown" and not is_name(parts[first - 1][1]):
                break
            first -= 1
        if first == last and last and parts[last][0] == "," and {kinds[last - 1], kinds[last]} == {"person", "post"}:
            # In apposition, "the Clerk, Ann Lee, agreed" or "the Leader, Councillor Lee, agreed": one owner.
            if self._has_honorific(parts[last][1]):
                return self._joined([parts[last]], kinds[last])
            name = self._bare(parts[last][1]) if kinds[last] == "person" else None
            return replace(self._joined([parts[last - 1]], kinds[last - 1]), name=name)
        return self._joined(parts[first:], kinds[last] if "person" not in kinds[first:] else "person")

    def _has_honorific(self, part: list[re.Match[str]]) -> bool:
        return part[0][0].lower().rstrip(".") in self._kinds.honorifics

    def _listed(self, parts: list[tuple[str, list[re.Match[str]]]], index: int) -> bool:
        """Whether a comma before a part is one of a list that "and" closes."""
        return any(joint in ("and", "&", "/") for joint, _ in parts[index + 1 :])

    def _joined(self, parts: list[tuple[str, list[re.Match[str]]]], kind: Kind) -> Subject:
        owners = tuple((part[0].start(), part[-1].end()) for _, part in parts)
        return Subject(owners[0][0], owners[-1][1], kind, tuple(self._bare(part) for _, part in parts))

    def _bare(self, part: list[re.Match[str]]) -> tuple[int, int]:
        words = part[1:] if part[0][0].lower() == "the" and len(part) > 1 else part
        named = self._kinds.person_of(part)
        return words[0].start(), (named or words)[-1].end()

    def _parts(self, phrase: list[re.Match[str]]) -> list[tuple[str, list[re.Match[str]]]]:
        """The owners of a phrase, each with the joint before it; a piece that is none belongs to the one before."""
        parts: list[tuple[str, list[re.Match[str]]]] = []
        joint = ""
        piece: list[re.Match[str]] = []
        for place, token in enumerate([*phrase, None]):
            word = token[0].lower() if token else ""
            if word == "/" and piece and self._is_one_post(phrase, place, piece):
                continue
            if token is None or word in _CUTS:
                if piece and parts and self._continues(parts[-1][1], joint, piece):
                    parts[-1][1].extend(piece)
                    piece = []
                elif piece:
                    parts.append((joint, piece))
                    piece = []
                joint = word if word != "," or not (joint in _CUTS and not piece) else joint
            elif not word.startswith("("):
                piece.append(token)
        return parts

    def _is_one_post(self, phrase: list[re.Match[str]], place: int, piece: list[re.Match[str]]) -> bool:
        """Whether a stroke stands within the name of one post: "the Secretary/Manager"."""
        if piece[0][0].lower() != "the" or place + 1 >= len(phrase):
            return False
        before, stroke, after = phrase[place - 1 : place + 2]
        close = before.end() == stroke.start() and stroke.end() == after.start()
        return close and before[0].lower() in self._kinds.posts and after[0].lower() in self._kinds.posts

    def _continues(self, before: list[re.Match[str]], joint: str, piece: list[re.Match[str]]) -> bool:
        """Whether a piece goes on with a title: "Head of Housing and Communities", "Director, Counter Fraud"."""
        whole = " ".join(token[0] for token in before) + (", " if joint == "," else f" {joint} ")
        if self._roster.holds(whole + " ".join(token[0] for token in piece)):
            return True
        if self._kinds.person_of(before):  # "Mr Lee of Ash & Sons"
            return self._kinds.of(piece) in ("unknown", "body", "council")
        return (
            self._kinds.of(before) == "post"
            and self._kinds.of(piece) in ("unknown", "body", "council")
            and len(before) > 1
        )
