"""Nouns of the tables."""

import pytest

from kualik.engine.extracting.kazakh.nouns import noun_of


@pytest.mark.parametrize(
    ("word", "kind", "value", "case"),
    [
        ("адвокатының", "people", "lawyer", "gen"), ("әкем", "kin", "father", ""),
        ("елшілігінен", "body", "authority", "abl"),
        ("түрмесінде", "held", "prison", "loc"), ("оған", "pronoun", "3", "dat"),
        ("қызметкерлеріне", "people", "official", "dat"),
    ],
)  # fmt: skip
def test_a_noun_is_known_in_all_its_forms(word: str, kind: str, value: str, case: str) -> None:
    """Stem, possessive and case are taken off."""
    noun = noun_of(word)
    assert noun is not None
    assert (noun.kind, noun.value, noun.case) == (kind, value, case)


def test_a_word_that_no_table_holds_is_not_guessed() -> None:
    """The tables decide."""
    assert noun_of("көбелек") is None


def test_the_detained_are_a_noun_only_in_the_plural() -> None:
    """Of "қамалған" alone is a verb."""
    assert noun_of("қамалған") is None
    assert noun_of("қамалғандар") is not None


@pytest.mark.parametrize("word", ["күйеуі", "күйеуім", "күйеуінің"])
def test_a_husband_is_read_with_whose_he_is(word: str) -> None:
    """The glide before the possessive is no vowel."""
    noun = noun_of(word)
    assert noun is not None
    assert (noun.kind, noun.value) == ("kin", "husband")
