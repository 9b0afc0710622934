"""Who came home, came back no more, or died after being held."""

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.facts.claims import Document


def _held(text: str) -> list[tuple[str, str, str]]:
    body = f"A heading\n\n{text}"
    notes = read_english(Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01"))
    return [(notes.parties[one.party].label, one.state, one.rule) for one in notes.held]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("He came home in June 2019.", "released"),
        ("He returned home a year later.", "released"),
        ("He came back to his family thin and ill, but he returned to his parents alive.", "released"),
        ("He died in the second winter.", "died in custody"),
        ("His body was returned to the family.", "died in custody"),
    ],
)
def test_of_somebody_held_before_it_tells_how_it_ended(text: str, state: str) -> None:
    """Released, or dead."""
    found = _held(f"Timur Asanov was sent to a camp in 2017. {text}")
    assert found[0][1] == "camp"
    assert {one[1] for one in found[1:]} == {state}
    assert {one[0] for one in found} == {"Timur Asanov"}


@pytest.mark.parametrize(
    "text",
    [
        "Timur Asanov came home in June 2019.",
        "Timur Asanov died in the second winter.",
        "Timur Asanov's body was returned to the family.",
    ],
)
def test_of_anybody_else_it_tells_of_no_custody(text: str) -> None:
    """People come home and die who were never held."""
    assert _held(text) == []


def test_who_was_released_did_not_die_in_custody() -> None:
    """The last state counts."""
    found = _held("Timur Asanov was jailed in 2017. He was released in 2019. He died in May 2021.")
    assert [one[1] for one in found] == ["prison", "released"]


@pytest.mark.parametrize(
    "text",
    [
        "Timur Asanov was summoned by the police and did not return.",
        "Timur Asanov was called in by police on 3 May and never came home.",
    ],
)
def test_who_was_called_in_and_is_not_back_is_missing(text: str) -> None:
    """Nobody says where he is."""
    assert _held(text) == [("Timur Asanov", "disappeared", "custody.no-return")]
