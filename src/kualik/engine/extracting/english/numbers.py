"""Numbers in figures and in words."""

import re

from kualik.engine.extracting.english.words import NUMBERS

__all__ = ["NUMBER", "is_number", "number"]

_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:(?:{_WORD})(?:[- ](?:{_WORD}))?)"
    r"(?: hundred)?|a (?:hundred|thousand|dozen)|two dozen)"
)
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def number(text: str) -> float | None:
    """Find the value of a number in figures or words ("1,344", "thirty-one", "a hundred", "2 million").

    Args:
        text: the number alone.

    Returns:
        Its value, or None when a word of it is no number.
    """
    total, current = 0.0, 0.0
    for part in re.split(r"[\s-]+", text.strip().casefold()):
        scale = SCALES.get(part)
        if FIGURE.fullmatch(part):
            current += float(part.replace(",", ""))
        elif part == "dozen":
            current = max(current, 1) * 12
        elif part in NUMBERS:
            current += NUMBERS[part]
        elif scale:
            total, current = total + max(current, 1) * scale, 0.0
        elif part not in {"a", "an", "and"}:
            return None
    return total + current


def is_number(word: str) -> bool:
    """Say whether a single word is a number."""
    return bool(FIGURE.fullmatch(word)) or all(part in NUMBERS for part in word.casefold().split("-"))
