"""Where, when, for how long and why."""

import pytest

from tests.engine.extracting.samples import found


def custody(text: str) -> dict[str, object]:
    """Give the one custody of a text."""
    (fact,) = found(text, "custody")
    return fact


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Omar Amin was sentenced in Kunes county to seven years.", "place", "Kunes county"),
        ("Omar Amin was sentenced to seven years in a colony.", "state", "prison"),
        ("Omar Amin was sentenced to seven years.", "sentence", "P7Y"),
        ("Omar Amin was held for eight months.", "duration", "P8M"),
        ("Omar Amin has been held since 20 August 2020.", "since", "2020-08-20"),
        ("Omar Amin was taken to a camp in May.", "state", "camp"),
        ("Omar Amin was arrested on suspicion of planning to desert.", "grounds", "planning to desert"),
        ("Omar Amin was sentenced for life imprisonment.", "sentence_text", "life imprisonment"),
        ("Lawyer Aida Bekova said Omar Amin was arrested because he prayed.", "suspected", "because he prayed"),
        ("The Chinese Embassy said Omar Amin is being held for breaking laws.", "grounds", "breaking laws"),
    ],
)
def test_what_is_said_of_a_custody(text: str, slot: str, value: str) -> None:
    """Each from the words after the verb."""
    assert custody(text)[slot] == value


def test_a_place_in_a_reason_is_not_where_somebody_is_held() -> None:
    """The police kiosk was attacked; nobody sits in it."""
    fact = custody("Omar Amin was convicted of an attack because of a police station in Ahvaz.")

    assert "place" not in fact
