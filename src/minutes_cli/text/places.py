"""Where some words stand in a text: looked for one after the other, which is faster than one pattern for all."""

from __future__ import annotations


def places_of(text: str, *words: str) -> list[int]:
    """The offsets in a text at which one of some words stands, in order."""
    places: list[int] = []
    for word in words:
        place = text.find(word)
        while place >= 0:
            places.append(place)
            place = text.find(word, place + 1)
    places.sort()
    return places
