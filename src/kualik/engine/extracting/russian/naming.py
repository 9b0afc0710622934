"""Forms of people's names: what the nominative of a name is, and in which case and gender it may stand.

The dictionary is asked only where it knows a name. Other names are read by their endings: a foreign name that ends in a
consonant is declined for a man and not for a woman, names in -улы, -кызы, -оглы, -ко are not declined.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.morphology import forms

__all__ = ["FIXED", "NAME_MARKS", "Reading", "is_surname", "readings"]

NAME_MARKS = frozenset({"Name", "Surn", "Patr"})
FIXED = (
    "улы",
    "ұлы",
    "уулу",
    "оглы",
    "оглу",
    "кызы",
    "қызы",
    "гызы",
    "кизи",
    "казы",
    "қазы",
    "углы",
    "угли",
    "заде",
    "дзе",
    "швили",
    "ко",
    "ых",
    "их",
    "аго",
    "яго",
    "uly",
)
VOWELS = group("naming.vowels")
SURNAME = ("ов", "ев", "ёв", "ин", "ын")
SURNAME_MALE = {"": "nomn", "а": "gent accs", "у": "datv", "ым": "ablt", "е": "loct"}
SURNAME_FEMALE = {"а": "nomn", "у": "accs", "ой": "gent datv ablt loct", "ою": "ablt"}
ADJECTIVE_MALE = {"ий": "nomn", "ого": "gent accs", "ому": "datv", "им": "ablt", "ом": "loct"}
ADJECTIVE_FEMALE = {"ая": "nomn", "ой": "gent datv ablt loct", "ую": "accs"}
MALE = {"а": "gent accs", "у": "datv", "ом": "ablt", "ем": "ablt", "е": "loct"}
SOFT_MALE = {"я": "gent accs", "ю": "datv", "ем": "ablt", "е": "loct"}
FEMALE = {"а": "nomn", "ы": "gent", "и": "gent", "е": "datv loct", "у": "accs", "ой": "ablt", "ою": "ablt"}
SOFT_FEMALE = {"я": "nomn", "и": "gent datv loct", "е": "datv loct", "ю": "accs", "ей": "ablt"}
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
KNOWN, SHAPED, GUESSED, ODD = 3.0, 2.0, 1.0, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a name's word: its nominative, in small letters, and how likely the reading is."""

    case: str
    gender: str
    nominative: str
    weight: float


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Give all readings of a word as part of a name.

    Args:
        word: the word in small letters.

    Returns:
        Its readings, the best of each case, gender and nominative.
    """
    best: dict[tuple[str, str, str], float] = {}
    for one in (*_known(word), *_fixed(word), *_surname(word), *_shaped(word)):
        key = (one.case, one.gender, one.nominative)
        best[key] = max(best.get(key, 0.0), one.weight)
    return tuple(
        Reading(case=case, gender=gender, nominative=nominative, weight=weight)
        for (case, gender, nominative), weight in best.items()
    )


def _known(word: str) -> Iterator[Reading]:
    for form in forms(word):
        if form.known and form.marks & NAME_MARKS and not form.plural:
            for gender in (form.gender,) if form.gender else ("masc", "femn"):
                nominative = _surname_of(form.lemma, gender) if form.marks & {"Surn", "Patr"} else form.lemma
                if "Fixd" in form.marks:
                    nominative = word
                weight = KNOWN * (0.6 + form.score) * (0.7 if "Fixd" in form.marks else 1)
                yield Reading(case=form.case, gender=gender, nominative=_spelled(nominative, word), weight=weight)


def _spelled(nominative: str, word: str) -> str:
    """Keep ё where the text has it: lemmas are written with е."""
    shared = next((n for n, (a, b) in enumerate(zip(nominative, word, strict=False)) if b not in (a, "ё")), None)
    cut = min(len(nominative), len(word)) if shared is None else shared
    return word[:cut] + nominative[cut:]


def _surname_of(lemma: str, gender: str) -> str:
    if gender != "femn":
        return lemma
    if lemma.endswith("вич"):
        return f"{lemma[:-2]}на"
    if lemma.endswith(SURNAME):
        return f"{lemma}а"
    return f"{lemma[:-2]}ая" if lemma.endswith(("ий", "ый", "ой")) else lemma


def _fixed(word: str) -> Iterator[Reading]:
    if word.endswith(FIXED):
        for gender in ("masc", "femn"):
            female = word.endswith(("кызы", "қызы", "гызы", "кизи"))
            male = word.endswith(("улы", "ұлы", "уулу", "оглы", "оглу", "углы"))
            if (gender == "femn" and male) or (gender == "masc" and female):
                continue
            for case in CASES:
                yield Reading(case=case, gender=gender, nominative=word, weight=SHAPED)


def _surname(word: str) -> Iterator[Reading]:
    tables = (
        (SURNAME, SURNAME_MALE, "masc", ""), (SURNAME, SURNAME_FEMALE, "femn", "а"),
        (("ск", "цк"), ADJECTIVE_MALE, "masc", "ий"), (("ск", "цк"), ADJECTIVE_FEMALE, "femn", "ая"),
    )  # fmt: skip
    for stems, endings, gender, nominative in tables:
        for ending, cases in endings.items():
            stem = word.removesuffix(ending) if ending else word
            if word.endswith(ending) and stem.endswith(stems) and len(stem) > 4:
                for case in cases.split():
                    yield Reading(case=case, gender=gender, nominative=stem + nominative, weight=SHAPED)


def is_surname(word: str) -> bool:
    """Say whether a word ends as surnames in -ов, -ин, -ский do, in any case."""
    return any(True for _ in _surname(word))


DECLINED = ("овой", "евой", "ёвой", "иной", "ыной")  # a woman's surname, never in the nominative


def _shaped(word: str) -> Iterator[Reading]:
    """Read a name by its last letters alone."""
    last = word[-1]
    if word.endswith(DECLINED) and len(word) > 6:
        return
    if last not in VOWELS:
        yield Reading(case="nomn", gender="masc", nominative=word, weight=GUESSED)
        for case in CASES:
            yield Reading(case=case, gender="femn", nominative=word, weight=GUESSED if case == "nomn" else ODD)
        if not word.endswith(("ом", "ем", "ой", "ей")):
            return
    elif last not in "ая":
        usual = ODD / 4 if last in "ую" and not word.endswith("уу") else ODD
        for case in CASES:
            for gender in ("masc", "femn"):
                yield Reading(case=case, gender=gender, nominative=word, weight=usual if case == "nomn" else usual / 2)
    yield from _stripped(word, MALE, "masc", "", hard=True)
    yield from _stripped(word, SOFT_MALE, "masc", "й", hard=False)
    yield from _stripped(word, SOFT_MALE, "masc", "ь", hard=True)
    yield from _stripped(word, FEMALE, "femn", "а", hard=True)
    yield from _stripped(word, SOFT_FEMALE, "femn", "я", hard=None)
    if last in "ая":
        for case in CASES:  # a surname that is left undeclined, or a man's name in -а
            yield Reading(case=case, gender="masc", nominative=word, weight=ODD if case == "nomn" else ODD / 4)


def _stripped(word: str, endings: dict[str, str], gender: str, added: str, *, hard: bool | None) -> Iterator[Reading]:
    for ending, cases in endings.items():
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith("ь") and added in {"й", "ь"}:
            for case in cases.split() if added == "й" else ():
                yield Reading(case=case, gender=gender, nominative=f"{stem[:-1]}ей", weight=GUESSED)
            continue
        if stem == word or len(stem) < 2 or (hard is not None and (stem[-1] in VOWELS) == hard):
            continue
        velar = stem[-1] in "гкхжчшщ"
        if added == "а" and ending == ("ы" if velar else "и"):
            continue
        weight = GUESSED if added in {"", "а"} else GUESSED * 0.7
        if added == "я" and stem[-1] in VOWELS and stem[-1] != "и":
            weight = ODD
        if added == "ь":
            weight = ODD if stem[-1] in "лнртдс" else ODD / 4
        for case in cases.split():
            yield Reading(case=case, gender=gender, nominative=stem + added, weight=weight)
