"""Absorption: a decision takes over the motion that led to it, with who moved it and how they voted."""

from __future__ import annotations

import re

from minutes_cli.find.resolution_drafts import Draft, Stretch, is_whole
from minutes_cli.find.resolution_floor import Floor
from minutes_cli.patterns import lazy

_SILENCE = ("result.none-heard", "result.hum", "resolution.asked-none")
_FOLLOWING = lazy(r"\bthe\s+following\s+(?:\w+\s+)?(?:resolution|preamble)\b", re.IGNORECASE)
# A name after an honorific, as of one to be appointed.
_NAME = lazy(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Cr)\b\.?\s(?:[A-Z]\.?\s){0,3}([A-Z][\w'-]+)(?=[^.;:]{0,40}\bbe\b)"
)
_PRONOUN = lazy(r"\W*(?:He|She|They)\s+(?:was|were)\b")  # who was nominated last: "She was duly elected."
_LEAST = 4  # words of a resolution that may repeat the motion just carried
_SHARE = 0.7  # of them that stand in it
_PRELUDE = ("result.recommendations", "resolution.elected", *_SILENCE)


def absorb(floor: Floor, draft: Draft, index: int) -> None:
    """Take over who moved, who seconded and how they voted from the motion that a decision settles."""
    motions = [motion for motion in floor.open if motion.scope == draft.scope]
    words = floor.details.masked((draft.start, draft.end))
    chosen = next((m for m in motions if m.nominee is not None and m.nominee.split()[-1] in words), None)
    if chosen is None and _PRONOUN.match(words):
        chosen = next((m for m in reversed(motions) if m.nominee is not None), None)
    if chosen is None:
        put = [motion for motion in motions if motion.nominee is None]
        ready = [motion for motion in put if motion.until >= index - 2 or is_whole(motion, floor.details)]
        ready.reverse()  # of those that fit alike the last put comes first
        chosen = max(ready, key=lambda motion: len(_named(floor, motion) & set(_NAME.findall(words))), default=None)
    done = floor.just_done(index)
    led_up = done is not None and (_is_prelude(floor, done) or _is_restated(floor, done, words))
    if chosen is None and done is not None and draft.strong and led_up:
        chosen = done
        floor.done.remove(done)
    _take_poll(floor, draft, chosen)
    if chosen is not None:
        draft.evidence = [*chosen.evidence, *draft.evidence]
        draft.tables += chosen.tables
        draft.mover = draft.mover or chosen.mover
        draft.reference = draft.reference or chosen.reference
        draft.put = True
    else:
        named = [(match, stretch) for at, match, stretch in floor.waiting if at >= index - 4]
        draft.evidence = [*(stretch for _, stretch in named), *votes_before(floor, index), *draft.evidence]
        for match, (start, _) in named:
            if match.rule.on == "line":  # two names and no more: "Cllr Vole/Cllr Reed"
                spans = {name: (start + first, start + last) for name, (first, last) in match.groups.items()}
                draft.mover, draft.seconder = spans.get("mover"), spans.get("seconder")
        draft.put = draft.put or bool(floor.waiting)
    floor.waiting.clear()
    floor.tallies.clear()
    floor.open = [m for m in floor.open if m is not chosen and m.nominee is None and is_whole(m, floor.details)]


def _named(floor: Floor, motion: Draft) -> set[str]:
    """The names in the words of a motion: of two that were put, a resolution settles the one whose names it holds."""
    return set(_NAME.findall(floor.details.masked(motion.pieces[0])))


def votes_before(floor: Floor, index: int) -> list[Stretch]:
    """The votes told right before a decision or a result: a recorded vote, then "It was accordingly resolved that"."""
    found: list[Stretch] = []
    at = index
    for end, stretch in reversed(floor.tallies):
        if end < at - 2 or floor.units[end].scope != floor.units[index].scope:
            break
        found.insert(0, stretch)
        at = end
    return found


def _take_poll(floor: Floor, draft: Draft, chosen: Draft | None) -> None:
    """A straw poll before a decision is none of its own: the votes of the last are those of what was then decided."""
    polls = [
        m for m in floor.open if m.scope == draft.scope and m.match.rule.id == "motion.vote-on" and m is not chosen
    ]
    if polls:
        draft.evidence = [*polls[-1].evidence, *draft.evidence]
        floor.open = [motion for motion in floor.open if motion not in polls]


def _is_prelude(floor: Floor, draft: Draft) -> bool:
    """Whether a record only leads up to the resolution that follows it."""
    if draft.outcome != "carried" or draft.amendment:
        return False
    if draft.match.rule.id in _PRELUDE or draft.match.rule.kind == "motion":
        return True
    return _FOLLOWING.search(floor.details.masked((draft.start, draft.end))) is not None


def _is_restated(floor: Floor, draft: Draft, words: str) -> bool:
    """Whether a resolution says over again the motion just carried, which was put under the names of its movers."""
    if draft.outcome != "carried" or draft.amendment or draft.match.rule.id != "result.names" or not draft.formal:
        return False
    own = {word for word in re.findall(r"[a-z]{4,}", words.lower()) if word not in ("resolved", "that")}
    put = re.findall(r"[a-z]{4,}", " ".join(floor.details.masked(piece) for piece in draft.pieces).lower())
    return len(own) >= _LEAST and len(own.intersection(put)) >= _SHARE * len(own)


def take_silence(floor: Floor, draft: Draft, index: int) -> None:
    """A decision right behind the silence that it rests on takes that over: "Objections? None. Minutes approved."."""
    done = floor.just_done(index)
    if done is None or done.match.rule.id not in _SILENCE:
        return
    said = set(re.findall(r"[a-z]{4,}", floor.details.masked((done.start, done.end)).lower()))
    if said & set(re.findall(r"[a-z]{4,}", floor.details.masked(draft.pieces[0]).lower())):
        floor.done.remove(done)
        draft.evidence = [*done.evidence, *draft.evidence]


def hear_friendly(floor: Floor, index: int) -> int:
    """An amendment that the mover took in stays with the motion: nothing was decided on it."""
    motion = next((other for other in reversed(floor.open) if other.scope == floor.units[index].scope), None)
    if motion is not None and motion.amendment and motion.outcome is None:
        floor.open = [other for other in floor.open if other is not motion]
        motion = next((other for other in reversed(floor.open) if other.scope == motion.scope), None)
    if motion is not None:
        motion.until = index
    return index
