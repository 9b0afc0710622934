"""The words of the field as tables: kin, people by what they do, titles, bodies, places, peoples, given names.

The tables are in `lexicon/`; each is read once, when it is first asked for.
"""

from dataclasses import dataclass
from functools import cache

from kualik.engine.facts.tables import Tables

__all__ = [
    "Noun", "body_words", "family_names", "given_names", "is_people", "kin_words", "known_bodies", "known_places",
    "people_nouns", "rows", "titles",
]  # fmt: skip

LEXICON = Tables("kualik.engine.extracting.english")
rows = LEXICON.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a noun tells of a person: a relation of kin or a role of the guide ("" for none), and gender m, f or ""."""

    word: str
    tells: str
    gender: str


def _nouns(name: str) -> dict[str, Noun]:
    return {
        word: Noun(word=word, tells=tells.strip("-"), gender=gender.strip("-")) for word, tells, gender in rows(name)
    }


def _listed(name: str, *groups: str) -> frozenset[str]:
    """Collect the words of a table whose last column holds many; "_" joins words of one name."""
    return frozenset(
        word.replace("_", " ").casefold()
        for row in rows(name)
        if not groups or row[0] in groups
        for word in row[-1].split()
    )


@cache
def kin_words() -> dict[str, Noun]:
    """Words of kinship by their dictionary form."""
    return _nouns("kin")


@cache
def people_nouns() -> dict[str, Noun]:
    """Nouns for people by what they do or are."""
    return _nouns("people_nouns")


@cache
def titles() -> dict[str, Noun]:
    """Words that stand before a name, casefolded."""
    return _nouns("titles")


@cache
def body_words(kind: str) -> frozenset[str]:
    """Words that make a name one of a "body", a "place" or a "thing"."""
    return _listed("bodies", kind)


@cache
def known_places() -> frozenset[str]:
    """Places known by name, casefolded."""
    return _listed("places")


@cache
def known_bodies(*kinds: str) -> frozenset[str]:
    """Outlets, organisations and companies known by name, casefolded; only of some kinds ("outlet", "body")."""
    return _listed("outlets", *kinds)


@cache
def given_names() -> dict[str, str]:
    """Given names, casefolded, with their gender: m, f, or "" where both bear them."""
    found: dict[str, str] = {}
    for gender, _, names in rows("given_names"):
        for name in sorted(set(names.casefold().split()) - LEXICON.words("ordinary_words", apart=None)):
            found[name] = gender if found.get(name, gender) == gender else ""
    return found


@cache
def family_names() -> frozenset[str]:
    """Chinese family names in pinyin, casefolded."""
    return _listed("surnames")


@cache
def _peoples() -> frozenset[str]:
    return _listed("peoples")


def is_people(word: str) -> bool:
    """Say whether a word is the adjective or noun of a people, a faith or a language.

    Args:
        word: any word.
    """
    folded = word.casefold()
    return folded in _peoples() or (folded.endswith("s") and folded[:-1] in _peoples())
