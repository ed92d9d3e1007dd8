"""Posts and bodies among the words of an owner."""

from __future__ import annotations

from minutes_cli.patterns import lazy
from minutes_cli.rules.match import Rules

TOKEN = lazy(r"@?[\w'’][\w'’.&-]*|[&/+,;]")  # a word of an owner, or what parts two


class OwnerPosts:
    """Tells posts and bodies by the pack's lists of words."""

    def __init__(self, rules: Rules) -> None:
        self.posts = rules.words("role_word", "task_post")
        self.groups = rules.words("owner_group", "task_staff", "task_members")
        self.modifiers = rules.words("role_modifier")
        self.bodies = rules.words("organisation_word", "task_body")
        self.honorifics = rules.words("honorific_word")
        self._common = rules.words("task_body", "owner_group", "task_staff", "task_members")

    def is_outfit(self, words: str) -> bool:
        """Whether the last of some words is of a body, however it is written: "association", "the Release Team"."""
        last = words.split()[-1].lower() if words.split() else ""
        return last in self.bodies and not self.is_post(words)

    def is_post(self, words: str) -> bool:
        """Whether words hold the name of a post where one stands: at their end, at their head or before "of"."""
        tokens = [token.lower().strip(".") for token in TOKEN.findall(words)]
        if len(tokens) > 1 and tokens[0] in self.honorifics and tokens[1] not in ("of", "for", ","):
            tokens = tokens[2:]  # "Cllr Wishart" is a person; "Cllr Wishart, Leader" a post
        for index, token in enumerate(tokens):
            if token in self.posts or token in self.groups:
                after = tokens[index + 1] if index + 1 < len(tokens) else ""
                heads = index == 0 and token in self.posts and token not in self.modifiers
                if after in ("", "of", "for", ",", "to", "-") or heads:
                    return True
        return False

    def is_body(self, words: str) -> bool:
        """Whether words name a body."""
        tokens = TOKEN.findall(words)
        if not tokens or (len(tokens) == 1 and words.strip().isupper()):
            return bool(tokens)
        last = tokens[-1].lower()
        return last in self.bodies and (tokens[-1] != last or last in self._common)  # "Board development" is none
