"""Whether a word is a part of a name with an ending that its sentence gave it: "Халидадан", "Khalida's"."""

import re

__all__ = ["inflected"]

LEAST = 4  # sounds of a part; shorter ones are in too many words
TURKIC = (
    "(?:[ldt][ae]r)?(?:i?m(?:iz)?|s?i)?(?:[ndt]i[nk]?i?|[gk][ae]|n?[ae]|[dt][ae]n?|n[ae]n|[mbp][ae]n|n)?",
    "(?:ning|ding|ting)",
)
RUSSIAN = ("[aueio]", "[oe][mi]", "iu", "[oe]iu", "[oe]v[ieu]?", "in[aiueo]?")
ENGLISH = ("e?s",)
ADDED = re.compile("|".join((*TURKIC, *RUSSIAN, *ENGLISH)))
IN_PLACE_OF_A_VOWEL = re.compile("[aeiou]|[oe]i|[oe]iu|iu|in[aiueo]?")
"""Endings in coarse sounds (engine/names/splitting.py): the cases of Kazakh, Uyghur, Kyrgyz and Russian, and s."""


def inflected(word: str, part: str) -> bool:
    """Say whether a word is a part of a name with an ending.

    Args:
        word: sounds of a word of a text.
        part: sounds of a part of a name.

    Assumes:
        Too many is better than too few: "Khalidan" is taken for Khalida.
    """
    if len(part) < LEAST or word == part:
        return False
    if word.startswith(part) and ADDED.fullmatch(word, len(part)):
        return True
    stem = part[:-1]
    declines = part[-1] in "aeiou" and word.startswith(stem)
    return declines and IN_PLACE_OF_A_VOWEL.fullmatch(word, len(stem)) is not None
