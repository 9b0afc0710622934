"""What is said when a release or a consent is refused."""

from datetime import UTC, datetime

import pytest

from kualik.cases.accounts.models import User
from kualik.cases.people.models import Person
from kualik.cases.releases.errors import (
    AlreadyWithdrawn,
    ConsentGone,
    NeedsSecondPerson,
    NoConsent,
    NotInThatState,
    UnknownProperties,
)
from kualik.cases.releases.models import Audience, Consent, Release, ReleaseState

SERIK = Person(number=3)


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (Audience.PUBLIC, "the public"),
        (Audience.UN, "a body of the United Nations"),
        (Audience.LAWYERS, "lawyers"),
        ("partners", "partner organisations"),
    ],
)
def test_an_audience_is_said_in_words(audience: str, words: str) -> None:
    """Never as a program writes it."""
    for error in (
        NoConsent(persons=[SERIK], audience=audience),
        UnknownProperties(properties=["Person.phone"], audience=audience, allowed=["Person.name"]),
    ):
        assert words in str(error)
        assert "Audience" not in str(error)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ReleaseState.DRAFT, "is a draft that nobody has approved, so it cannot be exported"),
        ("approved", "is approved already, so it cannot be exported"),
        (ReleaseState.WITHDRAWN, "was withdrawn, so it cannot be exported"),
    ],
)
def test_a_state_is_said_in_words(state: str, words: str) -> None:
    """As a row of the database has it, or as the program writes it."""
    assert words in str(NotInThatState(release=Release(title="Held", state=state), deed="be exported"))


def test_who_it_is_about_and_what_to_do_is_said() -> None:
    """By number; the second withdrawal of a consent is not a draft's."""
    consent = Consent(person=SERIK, withdrawn_at=datetime(2026, 3, 1, tzinfo=UTC))

    assert "K-000003" in str(ConsentGone(consents=[consent]))
    assert "draft the release anew" in str(ConsentGone(consents=[consent]))
    assert str(AlreadyWithdrawn(consent=consent)).endswith("was withdrawn on 2026-03-01 already")
    assert "Dina drafted this" in str(NeedsSecondPerson(user=User(username="dina", display_name="Dina")))
