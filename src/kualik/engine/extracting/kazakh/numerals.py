"""Numbers in Kazakh text, in digits and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.extracting.kazakh.endings import endings
from kualik.engine.extracting.kazakh.tables import mapping
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["Number", "number_at"]

SCALES = {"мың": 1000, "миллион": 10**6, "млн": 10**6, "миллиард": 10**9, "млрд": 10**9}
HUNDRED = 100
MOST = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in tokens [first, last); `tail` is what hangs on its last word: "ке" of "214-ке"."""

    first: int
    last: int
    value: int
    tail: str = ""


@lru_cache(maxsize=4096)
def _word(word: str) -> tuple[int, str] | None:
    """Read one word: its value and what hangs on it."""
    table = mapping("numbers")
    if word in {"оның", "онда", "оны", "оған", "онан", "жүзінде", "жүзі"}:
        return None  # "his", "there", "face"
    if word in table:
        return int(table[word]), ""
    for one in endings(word):
        if one.stem in table and one.stem != word:
            return int(table[one.stem]), one.case or one.owner
    return None


def number_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read the number that begins at a token.

    Args:
        tokens: a sentence's.
        place: where it may begin.

    Returns:
        The number; None where there is none, or where it is a part of a longer one.
    """
    token = tokens[place]
    if token.number:
        return _in_digits(tokens, place)
    if (
        not token.word
        or _word(token.lower) is None
        or (token.lower in SCALES and place and _is_part(tokens[place - 1]))
    ):
        return None
    if place and tokens[place - 1].word and _is_part(tokens[place - 1]):
        return None
    return _in_words(tokens, place)


def _is_part(token: Token) -> bool:
    if token.number:
        return "-" not in token.text
    read = _word(token.lower) if token.word else None
    return read is not None and not read[1]


def _in_digits(tokens: Sequence[Token], place: int) -> Number | None:
    digits, _, tail = tokens[place].text.partition("-")
    plain = "".join(c for c in digits if c.isdigit() or c in ".,").replace(",", ".")
    if not plain.replace(".", "").isdigit() or plain.count(".") > 1 or len(plain) > 12 or (tail and tail[0].isdigit()):
        return None
    value, last = float(plain), place + 1
    while last < len(tokens) and not tail and _stem(tokens[last]) in SCALES and value < MOST:
        value *= SCALES[_stem(tokens[last])]
        last += 1
    return Number(first=place, last=last, value=round(value), tail=tail)


def _stem(token: Token) -> str:
    return next((one.stem for one in endings(token.lower) if one.stem in SCALES), "") if token.word else ""


def _in_words(tokens: Sequence[Token], place: int) -> Number:
    total, part, last, tail = 0, 0, place, ""
    while last < len(tokens) and tokens[last].word and not tail and total < MOST:
        read = _word(tokens[last].lower)
        if read is None:
            break
        value, tail = read
        if value >= 1000:
            total, part = total + (part or 1) * value, 0
        elif value == HUNDRED:
            part = (part or 1) * HUNDRED
        elif part % 10 or (part % HUNDRED and value >= 10):
            break  # "он он бес": two numbers
        else:
            part += value
        last += 1
    return Number(first=place, last=last, value=total + part, tail=tail)
