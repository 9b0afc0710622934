"""A text as index terms: what each word is written as, in its place, and the stems under which it is also found."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kualik.engine.searching import english, russian, turkic
from kualik.engine.searching.letters import WORD, fold, is_kazakh, script, sounds

__all__ = ["ANY", "LONGEST", "STEM", "Section", "Token", "bag", "sections", "stems", "tokens"]

STEM: Final = "‡"
"""Marks a stem, so that it is never taken for a word as it is written. The next letter says whose stem it is."""
ANY: Final = "und"
LONGEST = 60  # letters of a term
SECTION = 1000  # tokens that are indexed together: about two pages
OVERLAP = 24  # tokens that a section has in common with the one before, so that no phrase is cut in two
OF_LANGUAGE: Final = {"en": "e", "ru": "r", "kk": "k", "ug": "u"}
WRITTEN: Final = {"e": ("Latn",), "r": ("Cyrl",), "k": ("Cyrl", "Arab", "Latn"), "u": ("Arab", "Latn", "Cyrl")}
OF_SCRIPT: Final = {"Latn": "e", "Cyrl": "rk", "Arab": "ku"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its place. `word` is what a phrase is compared by; of Chinese, two characters that overlap the next."""

    start: int
    end: int
    word: str
    chinese: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text that is indexed together: its words in their order, and their stems, each once."""

    start: int
    end: int
    words: tuple[str, ...]
    stems: tuple[str, ...]


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words, and runs of Chinese characters into overlapping pairs.

    Args:
        text: any text; places are code points of it.

    Yields:
        The words in their order. The last character of a Chinese run stands alone, so that each character begins one.
    """
    for found in WORD.finditer(text):
        if found["han"] is None:
            if word := fold(found[0])[:LONGEST]:
                yield Token(found.start(), found.end(), word, chinese=False)
            continue
        for place in range(found.start(), found.end()):
            end = min(place + 2, found.end())
            yield Token(place, end, text[place:end], chinese=True)


@lru_cache(maxsize=1 << 17)
def stems(word: str, language: str = ANY) -> frozenset[str]:
    """Give the stems of a folded word, marked: those of its document's language, or of all written in its script.

    Args:
        word: as `letters.fold` leaves it.
        language: BCP 47, of the document; ANY for a question, whose language nobody knows.

    Returns:
        None for a number and for Chinese.
    """
    written = script(word)
    known = OF_LANGUAGE.get(language.partition("-")[0], "")
    kinds = known if _fits(known, written) else OF_SCRIPT.get(written, "")
    if written == "Cyrl" and is_kazakh(word):
        kinds = "k"
    if written == "Latn" and (not word.isascii() or language == ANY):
        kinds += "ku"
    return frozenset(f"{STEM}{kind}{_stem(kind, word)}" for kind in kinds)


def _fits(kind: str, written: str) -> bool:
    return bool(kind) and written in WRITTEN[kind]


def _stem(kind: str, word: str) -> str:
    if kind == "e":
        return english.stem(word)
    if kind == "r":
        return russian.stem(word)
    return turkic.kazakh(sounds(word)) if kind == "k" else turkic.uyghur(sounds(word))


def bag(text: str, language: str = ANY) -> frozenset[str]:
    """Give all terms of a short text, in no order: words and stems.

    Args:
        text: a title, a value, a name.
        language: BCP 47, of the document.

    Returns:
        Each term once.
    """
    return frozenset(
        term for one in tokens(text) for term in (one.word, *(() if one.chinese else stems(one.word, language)))
    )


def sections(text: str, *, language: str = ANY) -> Iterator[Section]:
    """Cut a text into the stretches that are indexed, each overlapping the next by a few words.

    Args:
        text: of a document.
        language: BCP 47, of the document.

    Yields:
        One section for a text without words too, so that a document can be found by its title.
    """
    found = list(tokens(text))
    for first in range(0, max(1, len(found) - OVERLAP), SECTION - OVERLAP):
        part = found[first : first + SECTION]
        stemmed = {stem for one in part if not one.chinese for stem in stems(one.word, language)}
        yield Section(
            start=part[0].start if part else 0,
            end=part[-1].end if part else 0,
            words=tuple(one.word for one in part),
            stems=tuple(sorted(stemmed)),
        )
