"""Words of custody, and what places mean."""

import re

import pytest

from kualik.engine.extracting.english.cues import table
from kualik.engine.extracting.english.custody_words import adjectives, state_of_place, verbs, words
from kualik.engine.facts.vocabulary import CUSTODY_STATES


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("a prison in Tekes", "prison"),
        ("the Medeu police department", "police custody"),
        ("a re-education center", "camp"),
        ("under house arrest", "house arrest"),
        ("pretrial detention", "prison"),
        ("a detention center", "police custody"),
        ("the market", None),
    ],
)
def test_a_place_means_a_state(said: str, state: str | None) -> None:
    """The most telling word decides."""
    assert state_of_place(said) == state


def test_every_state_of_the_tables_is_of_the_guide() -> None:
    """No table invents a state; every pattern compiles."""
    states = {state for _, _, state in verbs().values()} | {state for _, state in adjectives().values()}
    states |= {row["state"] for row in table("holding_places")}
    assert states <= set(CUSTODY_STATES)
    assert all(re.compile(row["pattern"]) for row in table("responses"))
    assert {"take", "arrest"} & (words("taking") | set(verbs()))
