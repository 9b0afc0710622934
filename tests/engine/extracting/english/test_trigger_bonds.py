"""Ties short of a cell: undertakings, bans on travel, papers taken away."""

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.facts.claims import Document


def _held(text: str) -> list[tuple[str, str, str]]:
    body = f"A heading\n\n{text}"
    notes = read_english(Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01"))
    return [(notes.parties[one.party].label, one.state, one.rule) for one in notes.held]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Dana Omarova is under a written undertaking not to leave the city.", "custody.bound"),
        ("Dana Omarova signed a pledge not to leave the peninsula.", "custody.bound"),
        ("Dana Omarova was placed under recognizance not to leave Almaty.", "custody.bound"),
        ("Dana Omarova lives under a travel ban.", "custody.bound"),
        ("Dana Omarova's passport was collected at the airport.", "custody.papers"),
        ("Dana Omarova had her passport taken away in 2016.", "custody.papers"),
        ("Dana Omarova's passport was not returned.", "custody.papers"),
    ],
)
def test_who_is_tied_is_kept_from_leaving(text: str, rule: str) -> None:
    """By a signature, a ban, or without papers."""
    assert _held(text) == [("Dana Omarova", "barred from leaving", rule)]


@pytest.mark.parametrize(
    "text",
    [
        "Dana Omarova signed a pledge to plant trees.",
        "Dana Omarova opposed the ban on plastic bags.",
        "Dana Omarova's umbrella was collected at the airport.",
        "Dana Omarova's passport was returned.",
    ],
)
def test_other_pledges_bans_and_things_tie_nobody(text: str) -> None:
    """Only what keeps somebody from leaving counts."""
    assert _held(text) == []
