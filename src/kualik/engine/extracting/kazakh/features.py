"""What the Kazakh tagger sees of a word: its form, its endings, its neighbours."""

import re
from collections.abc import Sequence

__all__ = ["features"]

CYRILLIC = "а-яәғқңөұүһі"
SHAPES = (
    (re.compile(rf"[{CYRILLIC}a-z]"), "x"),
    (re.compile(rf"[{CYRILLIC.upper()}A-Z]"), "X"),
    (re.compile(r"\d"), "0"),
)
ENDINGS = (1, 2, 3, 4, 5)


def features(words: Sequence[str]) -> list[list[str]]:
    """Describe every word of a sentence for the tagger.

    Args:
        words: words and marks in order, Kazakh in Cyrillic letters.

    Returns:
        One list of features for each word.
    """
    lowered = [word.casefold() for word in words]
    shapes = [_shape(word) for word in words]
    return [_of(lowered, shapes, place) for place in range(len(words))]


def _of(lowered: Sequence[str], shapes: Sequence[str], place: int) -> list[str]:
    word = lowered[place]
    found = ["b", f"w={word}", f"s={shapes[place]}", *(f"e{n}={word[-n:]}" for n in ENDINGS if len(word) > n)]
    found += [f"p3={word[:3]}", f"p5={word[:5]}"]
    for step in (-2, -1, 1, 2):
        at = place + step
        if not 0 <= at < len(lowered):
            found.append(f"{step}=edge")
            continue
        found += [f"{step}w={lowered[at]}", f"{step}s={shapes[at]}"]
        if abs(step) == 1:
            found += [
                f"{step}e3={lowered[at][-3:]}",
                f"{step}e={lowered[at][-4:]}",
                f"{step}{shapes[at]}{shapes[place]}",
            ]
    return found


def _shape(word: str) -> str:
    """Write a word as its kinds of letters, runs shortened: "Ақытхан" as "Xx", "2021" as "00"."""
    shape = word
    for pattern, mark in SHAPES:
        shape = pattern.sub(mark, shape)
    return re.sub(r"(.)\1{2,}", r"\1\1", shape)[:6]
