"""Nouns that the Kazakh reader knows: people, kin, bodies, places of detention."""

from dataclasses import dataclass
from functools import cache, lru_cache

from kualik.engine.extracting.kazakh.endings import Ending, endings
from kualik.engine.extracting.kazakh.tables import rows

__all__ = ["COLLECTIVE", "Noun", "noun_of"]


# nouns that name many; they are no "he" or "she"
COLLECTIVE = frozenset(
    {"отбасы", "жұрт", "халық", "топ", "жанұя", "қазақ", "ұйғыр", "мұсылман", "қырғыз", "дүнген", "тибеттік"}
)
GATHERED = frozenset({"жиналған", "қамалған", "ұсталған", "сотталған", "жоғалған"})  # nouns only in the plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun of the tables in one of its forms.

    `kind` is "people", "kin", "body", "outlet", "held" (a place of detention), "place" or "pronoun"; `value` a role, a
    relation, a state of custody or the person of a pronoun.
    """

    kind: str
    value: str
    ending: Ending

    @property
    def case(self) -> str:
        """Its case, "" for the nominative."""
        return self.ending.case


@cache
def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind in ("place", "outlet", "body", "held", "people", "kin"):
        for row in rows(kind):
            table |= {word.strip(): (kind, row[1]) for word in row[0].split(",")}
    return table


@cache
def _pronouns() -> dict[str, Noun]:
    return {
        word.strip(): Noun(
            kind="pronoun", value=row[1], ending=Ending(stem=word.strip(), case=row[2] if len(row) > 2 else "")
        )
        for row in rows("pronouns")
        for word in row[0].split(",")
    }


@lru_cache(maxsize=1 << 15)
def noun_of(word: str) -> Noun | None:
    """Find a word among the nouns of the tables.

    Args:
        word: in small letters, as it stands; a word with hyphens is looked up whole, then by its last part.

    Returns:
        The noun, the reading with the longest stem first; None where the tables do not know it.
    """
    if word in _pronouns():
        return _pronouns()[word]
    table = _table()
    known = [one for one in endings(word) if one.stem in table]
    if not known:
        tail = word.rpartition("-")[2]
        return noun_of(tail) if tail not in {word, ""} and len(tail) > 3 else None
    known = [one for one in known if one.plural or one.stem not in GATHERED]
    if not known:
        return None
    best = max(known, key=lambda one: (len(one.stem), -len(one.owner)))
    kind, value = table[best.stem]
    return Noun(kind=kind, value=value, ending=best)
