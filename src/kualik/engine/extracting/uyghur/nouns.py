"""Nouns that the Uyghur reader knows: people, kin, bodies, places of detention, pronouns."""

from dataclasses import dataclass
from functools import cache, lru_cache

from kualik.engine.extracting.uyghur.endings import Ending, endings
from kualik.engine.extracting.uyghur.tables import rows, words

__all__ = ["Noun", "is_place", "noun_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun of the tables in one of its forms.

    `kind` is "people", "kin", "body", "outlet", "held" (a place of detention) or "pronoun"; `value` a role, a
    relation, a state of custody or the person of a pronoun. `words` is how many words of the text it takes.
    """

    kind: str
    value: str
    ending: Ending
    words: int = 1


@cache
def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind in ("outlet", "body", "held", "people", "kin"):
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
def noun_of(form: str) -> Noun | None:
    """Find a word, or two or three joined by blanks, among the nouns of the tables.

    Args:
        form: the folded word as it stands.

    Returns:
        The noun, the reading with the longest stem first; None where the tables do not know it.
    """
    if form in _pronouns():
        return _pronouns()[form]
    known = [one for one in endings(form) if one.stem in _table()]
    if not known:
        return None
    best = max(known, key=lambda one: (len(one.stem), -len(one.owner), -len(one.case)))
    kind, value = _table()[best.stem]
    return Noun(kind=kind, value=value, ending=best, words=form.count(" ") + 1)


@lru_cache(maxsize=1 << 15)
def is_place(form: str) -> str | None:
    """Find the case of the name of a place; None where the word is none."""
    places = words("places")
    known = [one for one in endings(form) if one.stem in places]
    return max(known, key=lambda one: len(one.stem)).case if known else None
