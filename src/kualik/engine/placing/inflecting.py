"""What a place name may be without the ending that it bears in a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from kualik.engine.facts.tables import Tables
from kualik.engine.placing.folding import fold, script_of

__all__ = ["stems"]

TABLES = Tables("kualik.engine.placing")
LEAST = 3  # letters of a stem: shorter ones are met everywhere
ADJECTIVE = re.compile(r"(?:ийск|инск|овск|евск|ск)(?:ий|ого|ому|ом|им|ая|ой|ую|ое|ие|их)$")
NOMINATIVE = re.compile(r"ск(?:ого|ому|ом|им|ой|ую|ое)$")
ADJECTIVE_STEMS = ("", "а", "и", "ы", "о", "я", "ь", "й", "ой")


@cache
def _endings(script: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for row in TABLES.keyed("endings"):
        if row["script"] == script:
            endings = sorted({fold(one) for one in row["endings"].split()}, key=len, reverse=True)
            return tuple(endings), ("", *row["replace"].split())
    return (), ("",)


def stems(word: str) -> Iterator[str]:
    """Guess what a word is without its ending, likeliest first.

    Args:
        word: folded.

    Yields:
        The word itself, then what is left of it without an ending of Russian, Kazakh, Uyghur or English, with the
        letter that the ending may have changed: Uyghur "غۇلجىدا" is of "غۇلجا", Russian "Кульджинском" of "Кульджа".
    """
    yield word
    script = script_of(word)
    endings, replaced = _endings(script)
    if script == "Arab" and word.endswith("ي") and len(word) > LEAST:
        yield from (word[:-1] + letter for letter in replaced if letter)
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= LEAST:
            yield from _restored(stem, script=script, replaced=replaced)
    match = ADJECTIVE.search(word) if script == "Cyrl" else None
    if match and match.start() >= LEAST:
        yield from (word[: match.start()].removesuffix("ь") + letter for letter in ADJECTIVE_STEMS)
    if script == "Cyrl":
        yield from (NOMINATIVE.sub(ending, word) for ending in ("ская", "ский"))


def _restored(stem: str, *, script: str, replaced: tuple[str, ...]) -> Iterator[str]:
    if script == "Arab":
        yield stem
        if stem.endswith("ي"):
            yield from (stem[:-1] + letter for letter in replaced if letter)
        return
    yield from (stem + letter for letter in replaced)
