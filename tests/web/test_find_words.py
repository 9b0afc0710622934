"""Facets and their values are called by their words; what a document says itself stays as it is."""

import pytest

from kualik.cases.findings.asking import FACETS, Kind
from kualik.cases.findings.hits import Facet
from kualik.web import find_words


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("language", "ru", "Russian"), ("status", "accepted", "Accepted"), ("level", "sealed", "Sealed"),
        ("publisher", "Дала", "Дала"), ("grade", "documented", "Documented"), ("event_kind", "protest", "Protest"),
    ],
)  # fmt: skip
def test_a_value_is_called_by_its_word(name: str, value: str, word: str) -> None:
    """Of a closed list."""
    assert find_words.value_word(name, value) == word


def test_every_kind_and_every_facet_has_a_word() -> None:
    """And every kind its sign."""
    assert {name for names in FACETS.values() for name in names} == set(find_words.FACETS)
    assert set(Kind) == set(find_words.KINDS) == set(find_words.ICONS)


def test_a_facet_without_values_is_not_shown() -> None:
    """There is nothing to choose."""
    shown = find_words.narrowings((Facet(name="year", values=(("2018", 3),)), Facet(name="language", values=())))

    assert [(one.name, one.values[0].count, one.values[0].own) for one in shown] == [("year", 3, True)]
