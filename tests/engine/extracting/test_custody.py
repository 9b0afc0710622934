"""Episodes of custody."""

import pytest

from tests.engine.extracting.samples import told


def episodes(text: str) -> list[tuple[str, str]]:
    """Give kind and state of every episode of a text."""
    return [(one.kind, one.state) for one in told(text).episodes]


def test_two_states_are_two_episodes() -> None:
    """Moved from one place to another; released after a time."""
    assert episodes("Omar Amin was moved from a camp in Tekes to a prison in Kunes.") == [
        ("held", "camp"),
        ("held", "prison"),
    ]
    assert episodes("Omar Amin was released from a camp after 16 months.") == [
        ("held", "camp"),
        ("release", "released"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Amin may be released in May.",
        "Omar Amin was not arrested.",
        "If Omar Amin would be detained, we write.",
        "The ministry denied that Omar Amin was arrested.",
        "The women demand that Omar Amin be released.",
    ],
)
def test_what_did_not_happen_is_no_episode(text: str) -> None:
    """What is possible, negated, denied or wished."""
    assert episodes(text) == []


def test_a_clause_does_not_reach_out_of_what_is_said() -> None:
    """What the narrator adds is not the speaker's."""
    text = "Aida Bekova, who said Omar Amin had been arrested, fainted at a station in Osh."
    (episode,) = told(text).episodes

    assert episode.place is None
