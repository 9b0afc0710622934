"""Kazakh text as tokens with their places."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.tables import members

__all__ = ["Token", "is_break", "tokenise"]

TOKEN = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:-[^\W\d_]+)?"
    r"|\d+(?:[.,]\d+)?(?:-[^\W\d_]+)?"
    r"|[^\W\d_]+(?:[-’'`ʼ‑][^\W\d_]+)*|\.\.\.|[^\w\s]|_"
)
DASHES = frozenset("—–-―−‒")
OPENERS, CLOSERS = frozenset("«“„\"'‘"), frozenset("»”“\"'’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number, a mark, or (`quote` not -1) a whole quotation inside a sentence."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    quote: int = -1

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Say whether it is made of letters."""
        return self.quote < 0 and self.text[0].isalpha()

    @property
    def number(self) -> bool:
        """Say whether it begins with a digit."""
        return self.quote < 0 and self.text[0].isdigit()

    @property
    def dash(self) -> bool:
        """Say whether it is a dash."""
        return self.text in DASHES


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens, in linear time."""
    return [
        Token(i=i, start=match.start(), end=match.end(), text=match[0], lower=fold(match[0]))
        for i, match in enumerate(TOKEN.finditer(text))
    ]


def fold(word: str) -> str:
    """Write a word in small letters, its hyphens alike."""
    return word.casefold().replace("‑", "-").replace("ё", "е")


def is_break(token: Token, before: Token | None, after: Token) -> bool:
    """Say whether a sentence ends at a mark.

    Args:
        token: the mark.
        before: the token before it.
        after: the token behind it.
    """
    if token.text in {"!", "?", "…", "..."}:
        return after.text not in {",", "!", "?", ".", ")", "…"} and not after.dash and not after.text[0].islower()
    if token.text != "." or after.start == token.end:
        return False
    if before is not None and before.end == token.start:
        initial = len(before.text) == 1 and before.capital
        listed = before.text.isdigit() and len(before.text) < 4 and before.start > 0
        if (
            initial
            or (before.lower in members("abbreviations") and not _opens(after))
            or (listed and not _opens(after))
        ):
            return False
        if before.lower in {"ж", "т", "б", "г", "ғ", "қ", "км"} and after.text[0].islower():
            return False
    return _opens(after) or after.number


def _opens(token: Token) -> bool:
    return token.capital or token.text in OPENERS or token.dash or token.quote >= 0
