"""Noun phrases."""

import pytest

from kualik.engine.extracting.chinese.phrases import has_head, lead, trimmed
from tests.engine.extracting.chinese.reports import story


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("但中国大使馆去年曾", "中国大使馆"),
        ("在接受采访时律师", "律师"),
        ("去年3月一名官员在电话中", "一名官员"),
        ("一名在东京的维吾尔女子", "一名在东京的维吾尔女子"),
        ("没有人", ""),
    ],
)
def test_time_place_and_manner_are_trimmed(text: str, expected: str) -> None:
    """A relative clause stays."""
    one = story(text)
    clause = one.sentences[0].clauses[0]
    first, last = trimmed(one, clause, 0, len(clause.tokens))

    assert "".join(token.text for token in clause.tokens[first:last]) == expected


def test_conjunctions_are_passed_over() -> None:
    """The phrase begins after them."""
    one = story("但是他说")

    assert lead(one, one.sentences[0].clauses[0], 0, 3) == 1


def test_an_office_is_a_head() -> None:
    """A verb is none."""
    tokens = story("官员前往").sentences[0].clauses[0].tokens

    assert has_head(tokens, 0, 1)
    assert not has_head(tokens, 1, 2)
