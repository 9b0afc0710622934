"""Heads of noun phrases."""

import pytest

from kualik.engine.extracting.russian.heads import (
    governed_cases,
    head_of,
    is_foreign,
    is_modifier,
    is_substantive,
    kind_of,
    name_cases,
)
from kualik.engine.extracting.russian.names import find_names
from kualik.engine.extracting.russian.tokens import read_page


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("брат", "kin"),
        ("адвокат", "human"),
        ("монах", "human"),
        ("полиция", "body"),
        ("Китай", "body"),
        ("телефон", "other"),
        ("собака", "other"),
    ],
)
def test_a_noun_stands_for_kin_people_bodies_or_things(word: str, kind: str) -> None:
    """By the tables, and by being animate."""
    token = read_page(word).tokens[0]

    assert kind_of(token.lemma, token) == kind


def test_a_participle_can_stand_for_somebody() -> None:
    """«Задержанного» has the lemma of the noun."""
    token = read_page("задержанного").tokens[0]
    found = head_of(token, None)

    assert is_substantive(token)
    assert found is not None
    assert found[:2] == ("задержанный", "human")


def test_a_preposition_is_no_noun() -> None:
    """«После» is no ambassador."""
    assert head_of(read_page("после").tokens[0], None) is None


def test_a_preposition_leaves_its_cases() -> None:
    """And without one nothing is locative."""
    page = read_page("для Асель")

    assert governed_cases(page, 1, frozenset({"gent", "nomn"})) == {"gent"}
    assert governed_cases(page, 0, frozenset({"loct", "nomn"})) == {"nomn"}


def test_elder_is_a_modifier_before_kin() -> None:
    """And Latin words are foreign."""
    page = read_page("старший сын Reuters")

    assert is_modifier(page, page.tokens[0])
    assert is_foreign(page.tokens[2])


def test_a_settled_name_has_few_cases() -> None:
    """Those that fit its nominative."""
    page = read_page("Суд\nМарата Акимова ищут.")

    assert set(name_cases(page, find_names(page)[0])) == {"gent", "accs"}
