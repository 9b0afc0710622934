"""What somebody asks for: words, "exact phrases", -not, and prefix*."""

import re
from dataclasses import dataclass
from typing import Final

from kualik.engine.searching.terms import Token, stems, tokens

__all__ = ["Part", "Question", "ask"]

PIECE: Final = re.compile(r'(?P<no>(?<!\S)[-−–])?(?:["“”«»„](?P<phrase>[^"“”«»„]+)["“”«»„]|(?P<word>[^\s"“”«»„]+))')
TOGETHER = 4  # characters of a Chinese run that must stand side by side; of a longer one all pairs must occur
MOST = 24  # parts that are asked for; the rest is left out


@dataclass(frozen=True, slots=True)
class Part:
    """One condition: any of `terms` occurs, or all of them side by side, or a word that begins so."""

    terms: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """All of `wanted` must hold, and none of `unwanted`."""

    wanted: tuple[Part, ...]
    unwanted: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for that an index could answer."""
        return not self.wanted


def ask(text: str) -> Question:
    """Read what somebody typed into a search box.

    Args:
        text: words in any language; "in quotes" they must stand so, after - they must not, with * they may go on.

    Returns:
        What must hold, and what must not.
    """
    wanted: list[Part] = []
    unwanted: list[Part] = []
    for piece in PIECE.finditer(text):
        (unwanted if piece["no"] else wanted).extend(_parts(piece))
    return Question(wanted=tuple(dict.fromkeys(wanted))[:MOST], unwanted=tuple(dict.fromkeys(unwanted))[:MOST])


def _parts(piece: re.Match[str]) -> list[Part]:
    if piece["phrase"]:
        found = list(tokens(piece["phrase"]))
        return [_side_by_side(found)] if found else []
    found = list(tokens(piece["word"]))
    if not found:
        return []
    if piece["word"].endswith("*") and not found[-1].chinese:
        return [*_all(found[:-1]), Part((found[-1].word,), prefix=True)]
    return _all(found)


def _all(found: list[Token]) -> list[Part]:
    """Ask for the words of one piece; a run of Chinese characters is one word."""
    parts: list[Part] = []
    run: list[Token] = []
    for token in found:
        if run and (not token.chinese or token.start > run[-1].end - 1):
            parts.extend(_run(run))
            run = []
        if token.chinese:
            run.append(token)
        else:
            parts.append(Part(tuple(sorted({token.word} | stems(token.word)))))
    return [*parts, *_run(run)] if run else parts


def _run(run: list[Token]) -> list[Part]:
    if len(run) <= TOGETHER:
        return [_side_by_side(run)]
    return [Part((token.word,)) for token in run[:-1]]


def _side_by_side(found: list[Token]) -> Part:
    """Ask for words in this order. The lone last character of a Chinese run is in the pair before, or begins one."""
    words = [
        token.word
        for place, token in enumerate(found)
        if not (token.chinese and len(token.word) == 1 and place and found[place - 1].end == token.end)
    ]
    if len(words) == 1 and found[0].chinese and len(words[0]) == 1:
        return Part((words[0],), prefix=True)
    return Part(tuple(words), phrase=True)
