"""Vary spellings as documents do: initials, case endings, Chinese without dots, pinyin cut into syllables.

The lists that are learned from have none of these; the documents that names are read from have them all.
"""

import random
from collections.abc import Sequence

from kualik.engine.names.orthography import characters

__all__ = ["varied"]

ALPHABETIC = frozenset({"en", "ru", "kk", "ky", "tg", "mn", "uly"})
CASES = {
    "kk": ("ның", "нің", "ға", "ге", "ды", "мен"),
    "ru": ("а", "у", "ом", "ым"),
    "ky": ("нын", "га", "ды"),
    "ug": ("نىڭ", "غا", "نى"),
    "kkA": ("نىڭ", "عا", "دى"),
}
"""Endings of the genitive, dative, accusative and instrumental, as they stand after most consonants."""

MOST_SYLLABLES = 8
SHARE = 0.5
Form = tuple[str, str]


def varied(forms: Sequence[Form], draw: random.Random) -> list[tuple[str, str, int]]:
    """Vary one person's spellings.

    Args:
        forms: language and spelling.
        draw: the source of chance.

    Returns:
        Pairs of a varied spelling and another one, and whether both can name the person (1) or cannot (0).
    """
    found: list[tuple[str, str, int]] = []
    for language, form in forms:
        if draw.random() > SHARE:
            continue
        other = draw.choice(forms)[1]
        found += [(one, other, 1) for one in _one_person(language, form, draw)]
        found += [(one, other, 0) for one in _another(language, form, draw)]
    return found


def _one_person(language: str, form: str, draw: random.Random) -> list[str]:
    if language == "zh":
        return [form.replace("·", ""), *_cut(form)]
    found = [_with_initial(form, None, draw)] if language in ALPHABETIC else []
    if language in CASES:
        words = form.split()
        found.append(" ".join([*words[:-1], words[-1] + draw.choice(CASES[language])]))
    return [one for one in found if one]


def _another(language: str, form: str, draw: random.Random) -> list[str]:
    wrong = _with_initial(form, form, draw) if language in ALPHABETIC else ""
    return [wrong] if wrong else []


def _with_initial(form: str, letters: str | None, draw: random.Random) -> str:
    """Shorten one word to its first letter, or to a letter that it does not have."""
    words = form.split()
    if len(words) < len("AB"):
        return ""
    place = draw.randrange(len(words))
    own = words[place].casefold()
    options = [letter for letter in (letters or "").casefold() if letter.isalpha() and letter not in own]
    if letters is not None and not options:
        return ""
    words[place] = (draw.choice(options) if letters else own[0]).upper() + "."
    return " ".join(words)


def _cut(form: str) -> list[str]:
    syllables = [characters()[character] for character in form if character in characters()]
    return [" ".join(syllables)] if 1 < len(syllables) <= MOST_SYLLABLES else []
