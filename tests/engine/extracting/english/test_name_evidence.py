"""What speaks for a name, and against it."""

import pytest

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.name_evidence import NEVER, evidence
from kualik.engine.extracting.english.names import find_runs
from kualik.engine.extracting.english.parsing import parse


def weight(text: str, said: str) -> float:
    """Weigh a stretch of a text."""
    parsed = parse(text)
    run = next(one for one in find_runs(parsed) if parsed.said(one.first, one.last) == said)
    return evidence(parsed, Wholes(parsed), run)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Then Xolmat was arrested, and his wife, Zubbi, wept.", "Zubbi"),
        ("The activist Zubbi Xolmat left.", "Zubbi Xolmat"),
        ("Zubbi Xolmat, 42, was arrested.", "Zubbi Xolmat"),
        ("Mr. Xolmat was arrested.", "Xolmat"),
        ("The older one, Zubbi, was arrested.", "Zubbi"),
        ("She asked to be named only as Zubbi.", "Zubbi"),
    ],
)
def test_what_stands_beside_an_unknown_name_speaks_for_it(text: str, said: str) -> None:
    """Kin, role, age, title, order, naming."""
    assert weight(text, said) >= 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Interior Ministry denied it.", "Interior Ministry"),
        ("He was taken to Almaty.", "Almaty"),
        ("He was taken to Zubbi county.", "Zubbi"),
        ("The Kazakhs left for Ili and Zubbi districts.", "Zubbi"),
        ("The Zubbi provincial court sat.", "Zubbi"),
    ],
)
def test_places_and_bodies_are_no_people(text: str, said: str) -> None:
    """Known ones, and those that their words make such."""
    assert weight(text, said) <= -4


def test_some_are_never_people() -> None:
    """Whatever stands beside them."""
    assert weight("His wife, Almaty Court, left.", "Almaty Court") == NEVER
