"""What a code point is in a name: letters folded and decomposed, hyphens and apostrophes of every kind made one.

`fold` gives for any code point the code points that it stands for, and these are only: letters of our scripts in
their folded, decomposed form, Greek letters, combining marks that some grapheme table names, the digits 0 to 9,
APOSTROPHE, SPACE, HYPHEN, DOT (a full stop) and COMMA. What is nothing of these is silent (no code points) or parts
words: white space is SPACE, every other sign, middle dots too, is COMMA.

It goes by the Unicode of the Python that runs, and makes the table in model.bin; names are folded by that table
(`folds.py`), so that the same name is the same under every Python.
"""

from functools import cache
from unicodedata import category, combining, digit, normalize

__all__ = ["APOSTROPHE", "COMMA", "DOT", "HYPHEN", "SPACE", "fold", "is_mark", "mark_class", "script_of"]

SPACE, APOSTROPHE, COMMA, HYPHEN, DOT = 0x20, 0x27, 0x2C, 0x2D, 0x2E

RANGES = (
    (1, 0x0061, 0x007A),
    (1, 0x00DF, 0x00F6),
    (1, 0x00F8, 0x024F),
    (1, 0x0250, 0x02AF),
    (1, 0x1D00, 0x1D7F),
    (1, 0x1E00, 0x1EFF),
    (1, 0x2C60, 0x2C7F),
    (1, 0xA722, 0xA7FF),
    (2, 0x0400, 0x052F),
    (2, 0x1C80, 0x1C88),
    (3, 0x0620, 0x06D5),
    (3, 0x06EE, 0x06FF),
    (3, 0x0750, 0x077F),
    (4, 0x3007, 0x3007),
    (4, 0x3400, 0x4DBF),
    (4, 0x4E00, 0x9FFF),
    (4, 0x20000, 0x323AF),
)
"""Number of a script (1 Latn, 2 Cyrl, 3 Arab, 4 Hani), first and last of its folded letters."""

GREEK = (0x0370, 0x03FF)
"""Kept as letters of no script: only looks.tsv knows what they are inside a Latin or Cyrillic word."""

APOSTROPHES = frozenset("'`´’‘‛ʹʻʼʽʾʿˈˊˋ′‵＇՚׳ʺ\u02bf\u02be\u055a\ua78b\ua78c")
HYPHENS = frozenset("-‐‑‒–—―−﹘﹣－⸗⁃־\u00ad"[:-1])
DOTS = frozenset(".．。｡")
SILENT = frozenset("?？ـ\ufffd")
"""A sign for what could not be read, and the Arabic stretch: the word goes on."""

MARKS = frozenset(
    map(
        ord,
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0326\u0327\u0328\u0331"
        "\u0321\u032e\u064e\u064f\u0650\u0653\u0654\u0655",
    )
)
"""The combining marks that can tell letters apart; every other one is silent."""


@cache
def fold(code: int) -> tuple[int, ...]:
    """Fold and decompose one code point.

    Args:
        code: any code point, 0 to 0x10FFFF; a lone surrogate too.

    Returns:
        What it stands for (see the module); none where it is silent.

    Assumes:
        That the marks of one letter may then still have to be put in order (`mark_class`).
    """
    character = chr(code)
    if character in SILENT or category(character) in {"Cf", "Cs"}:
        return ()
    if character in APOSTROPHES:  # before the decomposition, in which ´ is a space and a mark
        return (APOSTROPHE,)
    plain = normalize("NFKD", normalize("NFKD", character).casefold())
    return tuple(one for part in plain for one in _plain(part))


def _plain(character: str) -> tuple[int, ...]:
    kind, code = category(character), ord(character)
    if kind in {"Mn", "Me"}:
        return (code,) if code in MARKS else ()
    if kind == "Nd":
        return (0x30 + digit(character),)
    if (kind[0] == "L" or code == 0x3007) and (script_of(code) or GREEK[0] <= code <= GREEK[1]):
        return (code,)
    return _sign(character)


def _sign(character: str) -> tuple[int, ...]:
    if character in APOSTROPHES:
        return (APOSTROPHE,)
    if character in HYPHENS:
        return (HYPHEN,)
    if character in DOTS:
        return (DOT,)
    return (SPACE,) if character.isspace() else (COMMA,)


@cache
def script_of(code: int) -> int:
    """Tell the script of a folded code point: 1 Latn, 2 Cyrl, 3 Arab, 4 Hani, 0 where it is a letter of none."""
    return next((script for script, first, last in RANGES if first <= code <= last), 0)


def is_mark(code: int) -> bool:
    """Say whether a folded code point is a combining mark."""
    return code in MARKS


@cache
def mark_class(code: int) -> int:
    """Tell the canonical combining class of a mark, by which the marks of one letter are put in order."""
    return combining(chr(code))
