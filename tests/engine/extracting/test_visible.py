"""Texts with invisible marks and letters in pieces."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting import extract
from kualik.engine.extracting.visible import seen
from kualik.engine.facts.flat import facts
from tests.engine.extracting.samples import REPORT, document

MARKS = "\u200b\u200f\u202e\ufeff\u00ad"


def _facts(text: str) -> list[dict[str, object]]:
    reading = extract(document(text))
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote
    return [
        {key: value for key, value in fact.items() if key != "at"} for fact in facts(reading.entities, reading.claims)
    ]


@pytest.mark.parametrize("mark", MARKS)
def test_invisible_marks_change_nothing_that_is_read(mark: str) -> None:
    """Between all words or inside them, the same facts stand there, in the passages of the text as kept."""
    assert _facts(REPORT.replace(" ", f" {mark}")) == _facts(REPORT)
    assert _facts(REPORT.replace("e", f"e{mark}")) == _facts(REPORT)


def test_letters_in_pieces_are_read_as_whole_ones() -> None:
    """Decomposed and composed text tell the same."""
    text = "Aigerim Tülegen, 54, was arrested in Älmaty in March 2019."
    assert _facts(normalize("NFD", text)) == _facts(text)
    assert any(
        fact["kind"] == "person" and fact["name"] == "Aigerim Tülegen" for fact in _facts(normalize("NFD", text))
    )


@given(st.text(alphabet="abй\u0306и\u200b\u202e \n", max_size=40))
def test_every_letter_that_is_seen_has_its_place(text: str) -> None:
    """Places rise, lie in the text, and there is one for each letter and one for the end."""
    shown, places = seen(document(text))
    if places is None:
        assert shown.text == text
        return
    assert len(places) == len(shown.text) + 1
    assert places[-1] == len(text)
    assert list(places) == sorted(places)
    assert not set(shown.text) & set(MARKS)
