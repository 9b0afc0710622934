"""Endings of Kazakh nouns: what case, whose, how many, and the stem before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.extracting.kazakh.tables import group

__all__ = ["Ending", "endings", "nominative"]

VOWELS = frozenset("аәеёиіоөуүұыэюя")
FRONT = frozenset("әеёиіөүэ")
HARD = frozenset("бвгдкқпстфхһцчшщ")
NASAL = frozenset("мнң")
Forms = tuple[tuple[str, tuple[str, ...]], ...]
PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
POSSESSIVES: Forms = (
    ("1p", ("ымыз", "іміз", "мыз", "міз")), ("2", ("ыңыз", "іңіз", "ңыз", "ңіз", "ың", "ің")),
    ("1", ("ым", "ім", "м")), ("3", ("сы", "сі", "ы", "і")),
)  # fmt: skip
CASES: Forms = (
    ("gen", ("ның", "нің", "дың", "дің", "тың", "тің")), ("acc", ("ны", "ні", "ды", "ді", "ты", "ті")),
    ("dat", ("ға", "ге", "қа", "ке")), ("loc", ("да", "де", "та", "те")),
    ("abl", ("дан", "ден", "тан", "тен", "нан", "нен")), ("ins", ("менен", "мен", "бен", "пен")),
    ("equ", ("дай", "дей", "тай", "тей")),
)  # fmt: skip
OWNED_CASES: Forms = (
    ("gen", ("ның", "нің")), ("acc", ("н",)), ("dat", ("на", "не")), ("loc", ("нда", "нде")),
    ("abl", ("нан", "нен")), ("ins", ("мен", "менен")), ("equ", ("нша", "нше", "ндай", "ндей")),
)  # fmt: skip
SOFTENED = {"г": "к", "ғ": "қ", "б": "п"}
SHORTEST = 2  # letters of a stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A word cut into stem and endings; `owner` is the person of the possessive ("3": his, her, their)."""

    stem: str
    case: str = ""
    owner: str = ""
    plural: bool = False
    relative: bool = False


@lru_cache(maxsize=1 << 15)
def endings(word: str) -> tuple[Ending, ...]:
    """Cut a word in every way that its sounds allow, the uncut word first.

    Args:
        word: in small Cyrillic letters.

    Returns:
        Readings; stems are not looked up anywhere.
    """
    found = dict.fromkeys(_readings(word))
    if word.endswith(("дағы", "дегі", "тағы", "тегі")):
        found |= dict.fromkeys(_relative(word[:-2]))
    return tuple(found)


def _relative(word: str) -> Iterator[Ending]:
    for one in _readings(word):
        if one.case == "loc":
            yield Ending(stem=one.stem, case="adj", owner=one.owner, plural=one.plural, relative=True)


def _readings(word: str) -> Iterator[Ending]:
    yield Ending(stem=word)
    yield from _owned(word, "")
    for case, forms in OWNED_CASES:
        for form in forms:
            stem = word[: -len(form)]
            if word.endswith(form) and stem.endswith(("ы", "і")):
                yield from (one for one in _owned(stem, case) if one.owner == "3")
    for case, forms in CASES:
        for form in forms:
            if word.endswith(form) and fits(word[: -len(form)], form):
                stem = word[: -len(form)]
                yield Ending(stem=stem, case=case)
                yield from (one for one in _owned(stem, case) if one.owner != "3")
    if word.endswith(("стің", "стың")):  # журналист, its genitive written with one т
        yield Ending(stem=word[:-2], case="gen")
    if word.endswith(("а", "е")):
        yield from (one for one in _owned(word[:-1], "dat") if one.owner in {"1", "2"})


def _owned(word: str, case: str) -> Iterator[Ending]:
    """Cut off a possessive, then a plural."""
    for plural in PLURALS:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            yield Ending(stem=word[: -len(plural)], case=case, plural=True)
    for owner, forms in POSSESSIVES:
        for form in forms:
            stem = word[: -len(form)]
            if word.endswith(form) and len(stem) >= SHORTEST and _joins(stem[-1], form[0]):
                yield from _stems(stem, case, owner)


def _joins(last: str, opening: str) -> bool:
    """Say whether a possessive may follow: a vowel and a consonant meet, or a glide and a vowel ("күйеуі")."""
    return (opening in VOWELS) != (last in VOWELS) or (opening in VOWELS and last in "уи")


def _stems(stem: str, case: str, owner: str) -> Iterator[Ending]:
    yield Ending(stem=stem, case=case, owner=owner)
    if stem[-1] in SOFTENED:
        yield Ending(stem=stem[:-1] + SOFTENED[stem[-1]], case=case, owner=owner)
    for plural in PLURALS:
        if stem.endswith(plural) and len(stem) > len(plural) + 1:
            yield Ending(stem=stem[: -len(plural)], case=case, owner=owner, plural=True)


def fits(stem: str, form: str) -> bool:
    """Say whether an ending may follow a stem by the sounds at the seam and by vowel harmony.

    Args:
        stem: what would be left.
        form: a case ending.
    """
    if len(stem) < SHORTEST:
        return False
    vowels = [letter for letter in stem if letter in VOWELS]
    front = any(letter in FRONT for letter in form)
    if stem.endswith(("ов", "ев", "ин", "ель", "ер", "ий")):  # Russian surnames take either kind of vowel
        vowels = []
    if form[0] not in "мбп" and vowels and vowels[-1] not in "иуюя" and front != (vowels[-1] in FRONT):
        return False
    return form[0] in _openings(stem[-1], form)


def _openings(last: str, form: str) -> str:
    """Letters that an ending may open with behind a letter."""
    if last in "ьъ":
        return "нтдғгкқмбп"
    if form[0] in "мбп":
        return "п" if last in HARD else "бм" if last in "зж" else "м"
    if form[0] in "ғгқк":
        return "қк" if last in HARD else "ғг"
    return "т" if last in HARD else _soft_openings(last, form)


def _soft_openings(last: str, form: str) -> str:
    """Letters of a genitive, accusative, locative or ablative behind a vowel, a nasal or another voiced letter."""
    if last in NASAL:
        return "н" if len(form) == 3 and form[-1] in "ңн" else "д"
    if last in "иую":  # heard as "ий", "уу": either kind of ending follows
        return "нд"
    return "н" if last in VOWELS and form[-1] in "ңыі" else "д"


@lru_cache(maxsize=1 << 14)
def nominative(word: str, *, person: bool = True) -> tuple[str, str]:
    """Take the case ending off a name.

    Args:
        word: the last word of a name as it stands in the text.
        person: of people, who seldom stand in the locative; their names may end like one (Халида).

    Returns:
        The name in the nominative, and the case ("" where there was none).
    """
    lower = word.casefold()
    if lower.endswith(("ұлы", "қызы")):
        return word, ""
    for case, forms in (*OWNED_CASES[:6], *CASES[:6]):
        for form in sorted(forms, key=len, reverse=True):
            stem = lower[: -len(form)]
            if not lower.endswith(form) or len(stem) < 3:
                continue
            owned = (case, forms) in OWNED_CASES
            if owned and not stem.endswith(("ұлы", "қызы") if person else ("ы", "і")):
                continue
            if not owned and (not fits(stem, form) or not _is_case(lower, stem, case, person=person)):
                continue
            return word[: len(stem)], case
    return word, ""


def _is_case(lower: str, stem: str, case: str, *, person: bool) -> bool:
    """Say whether what looks like a case is not rather part of the name."""
    if case == "gen":
        return True
    if lower.endswith(group("whole")) or not any(letter in VOWELS for letter in stem):
        return False
    if person and case == "loc":
        return False
    return not (person and case in {"abl", "ins"} and len(stem) < 4)
