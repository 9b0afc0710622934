"""Members of a group who are named beside it."""

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.facts.claims import Document


def _held(text: str) -> set[str]:
    body = f"A heading\n\n{text}"
    notes = read_english(Document(id="d", media_type="text/plain", text=body, language="en"))
    return {notes.parties[held.party].label for held in notes.held}


@pytest.mark.parametrize(
    "text",
    [
        "Six villagers were detained in 2018. Among them are Serik Omarov and Berik Akhmetov.",
        "Six villagers, including Serik Omarov and Berik Akhmetov, were detained in 2018.",
        "Police detained six villagers in 2018, among them Serik Omarov and Berik Akhmetov.",
    ],
)
def test_named_members_share_what_befell_the_group(text: str) -> None:
    """The group keeps its own custody."""
    found = _held(text)
    assert {"Serik Omarov", "Berik Akhmetov"} <= found
    assert len(found) == 3


def test_others_named_in_the_sentence_are_no_members() -> None:
    """Who says it was not held."""
    assert "Dana Ospanova" not in _held("Six villagers were detained in 2018, Dana Ospanova said.")
