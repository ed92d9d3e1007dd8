"""Lower case that keeps offsets."""


def lowered(text: str) -> str:
    """A text in lower case and as long as it was: İ alone would become two letters."""
    return text.replace("İ", "I").lower()


def ascii_lowered(text: str) -> str:
    """A text in lower case and as long as it was, each letter beyond ASCII a "?": many times faster for such a text.

    What is looked for in it is of ASCII; the sign of a kelvin alone becomes a letter of that, a "k".
    """
    return text.replace("\u212a", "k").encode("ascii", "replace").decode("ascii").lower()
