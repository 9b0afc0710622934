"""A text cut into words: the likeliest words of the lists, single characters where no word is known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from kualik.engine.extracting.chinese.tables import column, rows

__all__ = ["Token", "cut"]

OWN_LISTS = (
    "people", "kin", "cues", "refusals", "adverbs", "places", "bodies", "not_names", "tibetan", "denials", "deeds",
)  # fmt: skip
OWN_COUNT = 20_000  # words of our own lists count as frequent
HAN = r"\u3400-\u9fff〇"
PIECE = re.compile(
    rf"(?P<han>[{HAN}]+)|(?P<number>\d[\d,.]*\d|\d)|(?P<latin>[^\W\d_{HAN}](?:[^\W{HAN}]|['’.-])*)|(?P<mark>\S)|(?P<line>\n)"
)
LONGEST_RUN = 2000  # characters without a mark that are cut at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number or mark; its text is folded. kind: han, number, latin, mark, line, name, quote or aside."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The weight of each word, and the greatest length by first character."""

    weight: Mapping[str, float]
    longest: Mapping[str, int]
    unknown: float


@cache
def _words() -> _Words:
    counts = {word: int(count) for word, count in rows("words")}
    for name in OWN_LISTS:
        for word in column(name):
            if len(word) > 1:
                counts[word] = max(counts.get(word, 0), OWN_COUNT)
    total = log(sum(counts.values()))
    longest: dict[str, int] = {}
    for word in counts:
        longest[word[0]] = max(longest.get(word[0], 1), len(word))
    return _Words({word: log(count) - total for word, count in counts.items()}, longest, -total)


def cut(folded: str) -> list[Token]:
    """Cut a folded text into tokens; blanks are left out, line ends are kept."""
    tokens: list[Token] = []
    for match in PIECE.finditer(folded):
        kind = match.lastgroup or "mark"
        if kind != "han":
            tokens.append(Token(start=match.start(), end=match.end(), text=match.group(), kind=kind))
            continue
        for start in range(match.start(), match.end(), LONGEST_RUN):
            end = min(start + LONGEST_RUN, match.end())
            tokens += (
                Token(start=first, end=last, text=folded[first:last], kind="han")
                for first, last in _run(folded, start, end)
            )
    return tokens


def _run(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take the likeliest way through a run of characters, found from its end."""
    words = _words()
    weight, longest, unknown = words.weight, words.longest, words.unknown
    best = [0.0] * (end - start + 1)
    ends = [0] * (end - start)
    for here in range(end - 1, start - 1, -1):
        most = min(longest.get(folded[here], 1), end - here)
        score, after = weight.get(folded[here], unknown) + best[here + 1 - start], here + 1
        for length in range(2, most + 1):
            found = weight.get(folded[here : here + length])
            if found is not None and found + best[here + length - start] > score:
                score, after = found + best[here + length - start], here + length
        best[here - start], ends[here - start] = score, after
    here = start
    while here < end:
        yield here, ends[here - start]
        here = ends[here - start]
