"""Whom the words of an owner mean among the attendees: initials, a handle, a name, a title, a post of one person.

An owner stays as written; the ids of the people are kept beside it. Where the words fit two people nobody is chosen,
and an issue says so. "Officers", "all" and bodies that are in no list stay words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from minutes_cli.find.people import NameParts, handles_of, is_same, take_apart
from minutes_cli.find.roster import initials_of
from minutes_cli.patterns import lazy
from minutes_cli.records import Action, Attendee, Issue
from minutes_cli.rules.match import Rules

_RANKS = frozenset(("vice", "deputy", "assistant", "acting"))
_WORD = lazy(r"[^\W_][\w'&-]*")


@dataclass(slots=True)  # not frozen, for speed; nothing changes one
class _Known:
    """An attendee with what can be asked of them; ``written`` is the name as it stands, in lower case."""

    person: Attendee
    written: str
    name: NameParts
    initials: frozenset[str]
    role: frozenset[str]


class OwnerPeople:
    """Tells whom an owner's words mean among the attendees of one document."""

    def __init__(self, attendees: Sequence[Attendee], rules: Rules) -> None:
        self._titles = rules.words("honorific_word")
        self._posts = rules.words("role_word", "role_modifier", "task_post")
        self._ahead = rules.words("honorific_word", "role_word", "role_modifier", "task_post")
        self._elected = rules.words("elected_title")
        self._chairs = rules.words("chair_title")
        self._attendees = attendees
        self._found: dict[str, list[Attendee]] = {}

    @cached_property
    def _known(self) -> list[_Known]:
        """The attendees, read when an owner is first looked for among them."""
        return [self._read(person) for person in self._attendees]

    def find(self, owner: str) -> list[Attendee]:
        """The attendees that an owner's words fit equally well: none, the one that is meant, or several."""
        if owner not in self._found:
            self._found[owner] = self._find(owner)
        return self._found[owner]

    def _find(self, owner: str) -> list[Attendee]:
        for by in (self._by_handle, self._by_name, self._by_role):
            if found := by(owner):
                return self._narrowed(owner, [known.person for known in found])
        return []

    def _read(self, person: Attendee) -> _Known:
        initials = {person.initials} if person.initials else initials_of(person.name)
        role = self._role_words(person.role) if person.role else frozenset[str]()
        return _Known(person, person.name.lower(), take_apart(person.name), frozenset(initials), role)

    def _role_words(self, role: str) -> frozenset[str]:
        words = [word.lower() for word in _WORD.findall(role)]
        return frozenset(
            "chair" if word in self._chairs else word for word in words if word not in ("the", "and", "of")
        )

    def _by_handle(self, owner: str) -> list[_Known]:
        plain = owner.strip("@` .")
        lowered = plain.lower()
        if printed := [known for known in self._known if known.person.initials == plain]:
            return printed  # rather than those whose names merely begin so
        if found := [known for known in self._known if plain in known.initials or lowered == known.written]:
            return found
        return [known for known in self._known if plain in handles_of(known.name)] if plain.islower() else []

    def _by_name(self, owner: str) -> list[_Known]:
        bare = self._bare_name(owner)
        if not _WORD.search(bare):
            return []
        name = take_apart(bare)
        if name.given:
            return [known for known in self._known if known.name.given and is_same(name, known.name)]
        word = name.surname
        first = (word,) if bare == owner.strip() and len(word) > 2 else None
        return [known for known in self._known if word == known.name.surname or first == known.name.given[:1]]

    def _bare_name(self, owner: str) -> str:
        """An owner's words without titles and posts before the name: "General Manager Gray" is Gray."""
        words = owner.split()
        while words and ((word := words[0].lower().strip(".,")) == "the" or word in self._ahead):
            words.pop(0)
        return " ".join(words) if all(word[:1].isupper() for word in words) or len(words) == 1 else ""

    def _by_role(self, owner: str) -> list[_Known]:
        """Those with a role of just these words, else those whose role has them all, of the same rank."""
        wanted = self._role_words(owner)
        roles = [known for known in self._known if wanted <= known.role] if wanted else []
        if not roles:
            return []
        if whole := [known for known in roles if wanted == known.role]:
            return whole
        if "chair" not in wanted and wanted.isdisjoint(self._posts):
            return []
        ranks = wanted & _RANKS
        return [known for known in roles if ranks == known.role & _RANKS]

    def _narrowed(self, owner: str, found: list[Attendee]) -> list[Attendee]:
        """Of people with one surname, those whose title agrees with the owner's: "Mrs Lee" is not "Mr Lee".

        Who is in a list comes before those whom only the narrative names, often in another spelling.
        """
        found = [person for person in found if person.status != "participant"] or found
        title = owner.split()[0].lower().strip(".,")
        if len(found) < 2 or title not in self._titles:
            return found
        if title in self._elected:
            alike = [person for person in found if self._is_elected(person)]
        else:
            alike = [person for person in found if title in (person.honorific or "").lower().replace(".", "").split()]
        return alike or found

    def _is_elected(self, person: Attendee) -> bool:
        words = _WORD.findall(f"{person.honorific or ''} {person.role or ''}".lower())
        return any(word in self._elected for word in words)


def name_people(actions: Iterable[Action], people: OwnerPeople) -> tuple[list[Action], list[Issue]]:
    """The actions with the ids of the people that their owners mean, and an issue for each owner that could be two."""
    named: list[Action] = []
    issues: list[Issue] = []
    for action in actions:
        found = [(owner, people.find(owner)) for owner in action.owners]
        doubtful = [_ambiguous(action, owner, several) for owner, several in found if len(several) > 1]
        issues += doubtful
        # Where one owner is in doubt nobody is named: part of the owners is no answer to whom the task is given.
        ids = (
            () if doubtful else tuple(dict.fromkeys(person.id for _, people_meant in found for person in people_meant))
        )
        named.append(action.model_copy(update={"people": ids}) if ids else action)
    return named, issues


def _ambiguous(action: Action, owner: str, found: Sequence[Attendee]) -> Issue:
    names = " or ".join(f"{person.name} ({person.id})" for person in found)
    return Issue(
        code="owner-ambiguous",
        message=f'the owner "{owner}" of action {action.id} may be {names}',
        rule=action.rule,
        span=action.span,
    )
