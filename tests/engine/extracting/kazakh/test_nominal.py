"""Custody without a verb."""

from kualik.engine.extracting.kazakh.nominal import nominal
from tests.engine.extracting.kazakh.samples import tokens


def test_a_place_of_detention_closes_a_clause() -> None:
    """Of "is in prison", "there is no news"."""
    assert [one.entry[2] for one in nominal(tokens("Асан түрмеде, Үсеннен хабар жоқ."))] == ["place", "disappeared"]


def test_a_place_of_detention_in_mid_clause_does_not() -> None:
    """A verb follows, which tells more."""
    assert list(nominal(tokens("Асан түрмеде отыр."))) == []
