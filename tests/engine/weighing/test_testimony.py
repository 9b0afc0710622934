"""The words of weighing: what goes in and what comes out."""

from dataclasses import FrozenInstanceError

import pytest

from kualik.engine.facts import Stance
from kualik.engine.weighing.testimony import FIRST_HAND, OFFICIAL_RECORD, Finding, Grade, Testimony


def test_the_grades_are_listed_from_the_best_to_none() -> None:
    """Pages and exports sort by this order."""
    assert list(Grade) == [
        Grade.DOCUMENTED,
        Grade.ACKNOWLEDGED,
        Grade.CORROBORATED,
        Grade.SINGLE_WITNESS,
        Grade.UNATTRIBUTED,
        Grade.UNSUPPORTED,
    ]


def test_an_official_paper_is_not_first_hand() -> None:
    """A verdict documents; it does not witness."""
    assert OFFICIAL_RECORD not in FIRST_HAND


def test_a_testimony_cannot_be_changed_after_it_was_given() -> None:
    """Weighing is a pure function of what it is given."""
    given = Testimony(
        claim="c", subject="p", property="age", value="68", stance=Stance.ASSERTS, voice=("x",), document="d", story="s"
    )

    with pytest.raises(FrozenInstanceError):
        given.value = "69"  # type: ignore[misc]  # that it is refused is what is tested


def test_nothing_known_is_a_finding_too() -> None:
    """Missing is shown as missing: it says so and holds no value."""
    missing = Finding(subject="p", property="birthDate", missing=True)

    assert (missing.values, missing.disputed, missing.missing) == ((), False, True)
