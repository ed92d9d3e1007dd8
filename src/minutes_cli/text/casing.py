"""Lower case that keeps offsets."""


def lowered(text: str) -> str:
    """A text in lower case and as long as it was: İ alone would become two letters."""
    return text.replace("İ", "I").lower()
