"""The words beside a place name that say what is named: a county, a prison, somebody's consulate, a street."""

from functools import cache

from kualik.engine.facts.tables import Tables
from kualik.engine.placing.folding import is_han, words_of
from kualik.engine.placing.gazetteer import Kind

__all__ = ["kinds_beside", "names_a_facility", "names_a_mission", "street_beside"]

TABLES = Tables("kualik.engine.placing")
EVERY = frozenset(Kind)
KINDS = {
    "county": frozenset({Kind.COUNTY}),
    "city": frozenset({Kind.SETTLEMENT, Kind.COUNTY}),
    "prefecture": frozenset({Kind.PREFECTURE, Kind.REGION}),
    "region": frozenset({Kind.REGION, Kind.PREFECTURE}),
}
"""What the word beside a name can be said of; a county-level city is a county here."""


@cache
def _words(role: str) -> tuple[str, ...]:
    words = next(row["words"] for row in TABLES.keyed("beside") if row["role"] == role)
    return tuple(words.casefold().split())


def _is(role: str, word: str) -> bool:
    return any(word.startswith(one) for one in _words(role))


def _next(written: str, start: int, end: int) -> tuple[str, ...]:
    """Give the word after a name and the one before it; in Chinese only what follows."""
    after, before = written[end:].casefold(), written[:start].casefold()
    if after and is_han(after[0]):
        return (after,)
    first = [word for word, _start, _end in words_of(after)[:1]]
    last = [word for word, _start, _end in words_of(before)[-1:]]
    return (*first, *last)


def kinds_beside(written: str, start: int, end: int) -> frozenset[Kind]:
    """Say of which kinds a named place can be.

    Args:
        written: the whole text.
        start: where the name begins.
        end: where it ends.

    Returns:
        The kinds that the word beside it allows; every kind where no such word stands there.
    """
    found = (KINDS[role] for word in _next(written, start, end) for role in KINDS if _is(role, word))
    return next(found, EVERY)


def street_beside(written: str, start: int, end: int) -> bool:
    """Say whether a name is that of a street.

    Args:
        written: the whole text.
        start: where the name begins.
        end: where it ends.

    Returns:
        True where a word for streets stands beside it.
    """
    return any(_is("street", word) for word in _next(written, start, end))


def names_a_facility(written: str) -> bool:
    """Say whether a building is named: a prison, a camp, a police station.

    Args:
        written: the whole text.

    Returns:
        True where such a word stands in it.
    """
    return _names("facility", written)


def names_a_mission(written: str) -> bool:
    """Say whether a consulate or an embassy is named: the country beside it is whose, not where.

    Args:
        written: the whole text.

    Returns:
        True where such a word stands in it.
    """
    return _names("mission", written)


def _names(role: str, written: str) -> bool:
    text = written.casefold()
    han = (word for word in _words(role) if is_han(word[0]))
    return any(word in text for word in han) or any(_is(role, word) for word, _start, _end in words_of(text))
