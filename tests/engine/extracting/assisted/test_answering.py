"""Answers taken apart."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.assisted.answering import Answer, NotUnderstood, ProposedPerson, understood

PERSON = {"quote": "Aida Bekova, 54", "name": "Aida Bekova", "age": "54"}


def test_an_answer_in_the_form_is_taken() -> None:
    """Also within a fence, as models like to write it, and with fields that were not asked for."""
    told = json.dumps({"persons": [PERSON | {"sure": True}]})

    assert understood(told).persons == (ProposedPerson(**PERSON),)
    assert understood(f"Here it is:\n```json\n{told}\n```").persons == (ProposedPerson(**PERSON),)


@pytest.mark.parametrize(
    "item", [None, 1, "x", [], {}, {"quote": "x"}, {"quote": 1, "name": "x"}, {"quote": "x", "name": "x" * 5_000}]
)
def test_an_item_in_another_form_is_counted_and_left_out(item: object) -> None:
    """The others are kept."""
    answer = understood(json.dumps({"persons": [item, PERSON]}))

    assert answer.persons == (ProposedPerson(**PERSON),)
    assert answer.malformed == 1


@given(st.text())
def test_whatever_is_written_it_is_an_answer_or_not_understood(text: str) -> None:
    """Nothing else is raised."""
    with suppress(NotUnderstood):
        assert isinstance(understood(text), Answer)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(PERSON)), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["statements", "custody", "persons"]), JSON, min_size=1))
def test_whatever_stands_in_the_lists_is_taken_or_counted(told: object) -> None:
    """By any nesting."""
    with suppress(NotUnderstood):
        answer = understood(json.dumps(told))
        assert all(isinstance(one.quote, str) for one in answer.statements)
        assert all(isinstance(one.name, str) for one in answer.persons)
