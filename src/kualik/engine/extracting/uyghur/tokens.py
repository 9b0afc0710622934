"""Uyghur text as tokens with their places."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.uyghur.letters import fold

__all__ = ["Token", "tokenise"]

UNSEEN = "\u00ad\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
TOKEN = re.compile(
    rf"\d{{4}}[./]\d{{1,2}}[./]\d{{1,2}}(?!\d)|\d+(?:[.,]\d{{3}}(?!\d))*(?:[.,]\d+)?|[^\W\d_](?:[^\W\d_]|[{UNSEEN}]|[-’'ʼ`‑](?=[^\W\d_]))*|\.\.\.|[^\w\s{UNSEEN}]|_"
)
MARKS = str.maketrans({"؟": "?", "،": ",", "؛": ";", "۔": ".", "‑": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number or a mark; `form` is the word in Arabic letters, or the mark as Latin script has it."""

    i: int
    start: int
    end: int
    text: str
    form: str

    @property
    def word(self) -> bool:
        """Say whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def number(self) -> bool:
        """Say whether it begins with a digit."""
        return self.text[0].isdecimal()

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens, in linear time.

    Args:
        text: the document's text.

    Returns:
        Its words, numbers and marks in order; marks of direction and those that are not seen are left out.
    """
    return [
        Token(i=i, start=match.start(), end=match.end(), text=match[0], form=_form(match[0]))
        for i, match in enumerate(TOKEN.finditer(text))
    ]


def _form(word: str) -> str:
    return fold(word.replace("‑", "-")) if word[0].isalpha() else word.translate(MARKS)
