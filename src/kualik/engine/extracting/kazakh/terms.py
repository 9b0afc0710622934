"""Lengths of time in Kazakh: terms of a sentence, time spent."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.endings import endings
from kualik.engine.extracting.kazakh.numerals import Number, number_at
from kualik.engine.extracting.kazakh.tables import group
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["Term", "find_terms"]

UNITS = {"жыл": "Y", "ай": "M", "апта": "W", "күн": "D", "тәулік": "D"}
DAYS_A_WEEK = 7
LONGEST = {"Y": 60, "M": 240, "D": 4000}
NO_TERM = frozenset({"бұрын", "бері", "ішінде", "сайын", "мерейтойы", "бойында"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Lengths in tokens [first, last): several for "22 және 10 жылға"; `words` for what ISO 8601 cannot say."""

    first: int
    last: int
    values: tuple[str, ...]
    words: str = ""
    imposed: bool = False
    suspended: bool = False


def find_terms(tokens: Sequence[Token]) -> list[Term]:
    """Find lengths of time.

    Args:
        tokens: of one frame.

    Returns:
        Terms in order; `imposed` where the ending says "to so many years".
    """
    found: list[Term] = []
    place = 0
    while place < len(tokens):
        read = _whole_life(tokens, place) or _term(tokens, place)
        if read is not None:
            found.append(read)
        place = read.last if read is not None else place + 1
    return found


def _whole_life(tokens: Sequence[Token], place: int) -> Term | None:
    word = tokens[place].lower
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if word == "өмір" and after in {"бойы", "бойына", "бақи"}:
        return Term(first=place, last=place + 2, values=(), words="life imprisonment", imposed=True)
    if word == "өлім" and after in {"жазасына", "жазасы", "жазасын"}:
        return Term(first=place, last=place + 2, values=(), words="death", imposed=True)
    return None


def _term(tokens: Sequence[Token], place: int) -> Term | None:
    numbers = _numbers(tokens, place)
    if not numbers:
        return None
    last = numbers[-1].last
    half = last < len(tokens) and tokens[last].lower == "жарым"
    unit = _unit(tokens, last + half)
    if unit is None:
        return None
    last += half + 1
    values = [_value(number.value, unit, half=half) for number in numbers]
    rest = number_at(tokens, last) if last < len(tokens) and unit == "Y" and len(numbers) == 1 else None
    months = rest is not None and _unit(tokens, rest.last) == "M" and rest.value < 12
    if rest is not None and months:
        values, last = [f"P{numbers[0].value}Y{rest.value}M"], rest.last + 1
    if any(value is None for value in values) or (last < len(tokens) and tokens[last].lower in NO_TERM):
        return None
    ending = tokens[last - 1].lower
    near = {token.lower for token in tokens[max(0, place - 4) : min(len(tokens), last + 5)]}
    imposed, suspended = ending.endswith(group("imposed")), "шартты" in near
    kept = tuple(value for value in values if value)
    return Term(first=place, last=last, values=kept, imposed=imposed, suspended=suspended)


def _numbers(tokens: Sequence[Token], place: int) -> list[Number]:
    """Read one number, or several joined by "and"."""
    found: list[Number] = []
    at = place
    while at < len(tokens) and len(found) < 6:
        read = number_at(tokens, at)
        if read is None or read.tail:
            return found
        found.append(read)
        if read.last + 1 < len(tokens) and tokens[read.last].lower in {"және", "мен", "пен", ","}:
            at = read.last + 1
        else:
            break
    return found


def _unit(tokens: Sequence[Token], place: int) -> str | None:
    if place >= len(tokens) or not tokens[place].word:
        return None
    word = tokens[place].lower
    if word.endswith(("дық", "дік", "тық", "тік", "лық", "лік")) and word[:-3] in UNITS:
        return UNITS[word[:-3]]
    if word in {"жылы", "жылғы", "күні", "айы"}:
        return None
    return next((UNITS[one.stem] for one in endings(word) if one.stem in UNITS and one.owner in {"", "3"}), None)


def _value(value: int, unit: str, *, half: bool) -> str | None:
    if unit == "W":
        value, unit = value * DAYS_A_WEEK, "D"
    if not 0 < value <= LONGEST[unit]:
        return None
    if half:
        return f"P{value}Y6M" if unit == "Y" else f"P{value}M15D" if unit == "M" else f"P{value}D"
    return f"P{value}{unit}"
