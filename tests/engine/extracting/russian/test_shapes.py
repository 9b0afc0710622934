"""Shapes of words that may name somebody."""

import pytest

from kualik.engine.extracting.russian.shapes import (
    animate,
    begins_sentence,
    initial,
    initials_lead,
    is_given,
    may_name,
    namelike,
    surname_shaped,
    upper,
)  # fmt: skip
from kualik.engine.extracting.russian.tokens import read_page


def test_what_follows_an_opening_mark_begins_a_sentence() -> None:
    """Its capital says nothing."""
    page = read_page("Он сказал: Справку дали.")

    assert begins_sentence(page, 0)
    assert begins_sentence(page, 3)
    assert not begins_sentence(page, 1)


def test_initials_lead_to_a_surname() -> None:
    """«А. Б. Омаров» does, "А. Б." does not."""
    assert initials_lead(read_page("А. Б. Омаров"), 0)
    assert initial(read_page("А. Б. Омаров"), 0)
    assert not initials_lead(read_page("А. Б. пришёл"), 0)


@pytest.mark.parametrize(("word", "likely"), [("Омаров", True), ("Ольга", True), ("Суд", False), ("ООН", False)])
def test_a_word_is_like_a_name(word: str, likely: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Where it can mean nothing else."""
    assert namelike(read_page(word).tokens[0]) is likely


def test_given_names_and_surnames_differ() -> None:
    """By dictionary and by ending."""
    olga, zueva, court = read_page("Ольга Зуева суд").tokens

    assert is_given(olga)
    assert surname_shaped(zueva)
    assert not is_given(court)
    assert not surname_shaped(court)


def test_a_title_names_nobody() -> None:
    """«Президент» stands for an office."""
    president, capitals, student = read_page("Президент СИЗО студент").tokens

    assert not may_name(president)
    assert upper(capitals)
    assert animate(student)
