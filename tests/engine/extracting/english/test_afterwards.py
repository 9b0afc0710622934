"""Who was told of before as held."""

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.facts.claims import Document


def _states(text: str) -> list[str]:
    body = f"A heading\n\n{text}"
    notes = read_english(Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01"))
    return [one.state for one in notes.held]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Timur Asanov was jailed. He came home in 2019.", ["prison", "released"]),
        ("Timur Asanov was jailed. He came home in 2019. He came home again.", ["prison", "released"]),
        ("Timur Asanov was not allowed to leave Tekes. He died in 2019.", ["barred from leaving"]),
        ("Timur Asanov was jailed. Marat Bekov came home in 2019.", ["prison"]),
    ],
)
def test_an_ending_needs_its_beginning(text: str, states: list[str]) -> None:
    """Held, and not yet released or dead."""
    assert _states(text) == states


def test_who_is_released_was_held() -> None:
    """Also where nothing more is told of it."""
    assert _states("Timur Asanov was released in 2019.") == ["released", "unspecified"]
    assert _states("Timur Asanov was jailed in 2017. He was released in 2019.") == ["prison", "released"]


def test_a_wish_that_somebody_be_released_releases_nobody() -> None:
    """Nor do all but four release the four."""
    assert _states("A court ordered that Timur Asanov be released.") == []
    assert _states("All but four were released in May.") == []
