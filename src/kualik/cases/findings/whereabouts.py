"""Where events were, as far as their places can be told from the words of documents."""

from collections.abc import Callable
from functools import cache

from kualik.cases.places.queries import placer
from kualik.engine import placing

__all__ = ["precisions", "settlements"]


def precisions() -> Callable[[str], str]:
    """Give a function that says how exactly a place as written is known: settlement, county … country, or empty.

    A building is known as exactly as the place that it lies in. The decisions about names are asked for once.
    """
    known = placer()

    @cache
    def precision(written: str) -> str:
        found = known.place(written)
        return placing.place(found.place).kind.value if found.place else ""

    return precision


def settlements() -> Callable[[str], str]:
    """Give a function that says which settlement a place as written lies in, by its id; empty where none is told."""
    known, exact = placer(), precisions()

    @cache
    def settlement(written: str) -> str:
        return known.place(written).place if exact(written) == placing.Kind.SETTLEMENT.value else ""

    return settlement
