"""Answers as plain values."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kualik.cases.accounts.models import User
from kualik.cases.findings.models import Choice
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.models import Judgement, Person
from kualik.cli.plain import as_json, plain
from kualik.engine.facts import Stance

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
USER = User(username="aigerim", display_name="Aigerim")


def test_values_become_text_numbers_lists_and_dictionaries() -> None:
    """Words of a closed list are their value, dates ISO."""
    told = {"a": (1, 2.5, None, True), "b": {Stance.DENIES}, "c": date(2024, 2, 8), "d": UUID(int=1)}

    assert plain(told) == {
        "a": [1, 2.5, None, True],
        "b": ["denies"],
        "c": "2024-02-08",
        "d": "00000000-0000-0000-0000-000000000001",
    }


def test_shapes_become_dictionaries_and_a_person_their_number() -> None:
    """No id of the database is printed for a person."""
    assert plain([CustodyLine(state="prison")]) == [
        {
            "state": "prison",
            "sentence": "",
            "start": "",
            "end": "",
            "place": "",
            "accepted": False,
            "others": [],
            "documents": [],
        }
    ]
    assert plain(Person(number=3)) == "K-000003"


def test_judgements_and_choices_say_who_when_and_why() -> None:
    """And whether they were undone."""
    judgement = Judgement(verdict="positive", by=USER, at=WHEN, why="w")
    choice = Choice(value="P10Y", by=USER, at=WHEN, why="v")

    assert plain(judgement)["by"] == "Aigerim"
    assert plain(judgement)["undone_at"] is None
    assert plain(choice) == {"value": "P10Y", "by": "Aigerim", "at": "2026-03-01T00:00:00+00:00", "why": "v"}


def test_text_is_not_escaped_and_the_unknown_is_refused() -> None:
    """A row that nobody thought of must not be printed as it is."""
    assert as_json({"name": "Серік"}) == '{"name": "Серік"}'
    with pytest.raises(TypeError, match="no plain form for User"):
        plain(USER)
