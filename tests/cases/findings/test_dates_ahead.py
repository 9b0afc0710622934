"""Dates that come near: who, when, and no nearer than it is known."""

from datetime import date

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings.dates_ahead import Kind, Near, near
from kualik.cases.people.models import Person
from tests.cases.casting import NOW, keeper, worker
from tests.cases.summaries.summed import person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 25)


def summed(number: int, *, tier: int = 0, **told: object) -> None:
    """Keep the summary of one more person."""
    who = Person.objects.create(number=number, created_at=NOW)
    person(who, tier=tier, label=f"P{number}", **told).save()


def found(kind: Kind, *, limit: int = 5, offset: int = 0) -> Near:
    """What a reader sees."""
    reader = worker(f"reader{limit}{offset}", Role.READER)
    return near(viewer=reader, kind=kind, today=TODAY, limit=limit, offset=offset)


def test_sentences_that_may_end_within_sixty_days_are_listed() -> None:
    """The nearest first; one that surely ends later, or has ended, is not."""
    spans = [
        (date(2027, 2, 23), date(2027, 2, 23)),
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2027, 2, 24), date(2027, 2, 28)),
        (date(2026, 12, 1), date(2026, 12, 24)),
    ]
    for number, (first, last) in enumerate(spans, start=1):
        summed(number, ends_earliest=first, ends_latest=last)

    ending = found(Kind.SENTENCE_ENDS)

    assert [(one.person.label, one.first, one.last) for one in ending.dates] == [("P2", *spans[1]), ("P1", *spans[0])]
    assert ending.total == 2


def test_a_disappearance_can_go_the_urgent_way_for_three_months() -> None:
    """Counted from the day on which it began, as far as that is known; a sentence in prison is none."""
    summed(1, state="disappeared", since_earliest=date(2026, 9, 26), since_latest=date(2026, 9, 26))
    summed(2, state="disappeared", since_earliest=date(2026, 9, 24), since_latest=date(2026, 9, 24))
    summed(3, state="unspecified", since_earliest=date(2026, 9, 1), since_latest=date(2026, 9, 30))
    summed(4, state="prison", since_earliest=date(2026, 12, 1), since_latest=date(2026, 12, 1))
    summed(5, state="disappeared", since_earliest=date(2026, 1, 1), since_latest=date(2026, 12, 31))

    window = found(Kind.UN_WINDOW)

    assert [(one.person.label, one.first, one.last) for one in window.dates] == [
        ("P3", date(2026, 12, 1), date(2026, 12, 30)),
        ("P1", date(2026, 12, 26), date(2026, 12, 26)),
    ]


def test_a_day_comes_round_over_the_turn_of_the_year() -> None:
    """In its order of days; who is free, or whose day is not known, has none."""
    days = [date(2018, 1, 3), date(2017, 12, 27), date(2020, 12, 25), date(2019, 2, 1)]
    for number, day in enumerate(days, start=1):
        summed(number, since_earliest=day, since_latest=day)
    summed(7, since_earliest=days[0], since_latest=days[0], held=False)
    summed(8, since_earliest=days[0], since_latest=date(2018, 1, 31))

    round_ = found(Kind.ANNIVERSARY)

    assert [(one.person.label, one.first, one.years) for one in round_.dates] == [
        ("P3", date(2026, 12, 25), 6),
        ("P2", date(2026, 12, 27), 9),
        ("P1", date(2027, 1, 3), 9),
    ]


def test_a_long_list_comes_in_stretches_with_its_total() -> None:
    """The total does not depend on how much is shown."""
    for number in range(1, 6):
        summed(number, ends_earliest=date(2026, 12, 30), ends_latest=date(2026, 12, 30))

    stretch = found(Kind.SENTENCE_ENDS, limit=2, offset=2)

    assert ([one.person.label for one in stretch.dates], stretch.total) == (["P3", "P4"], 5)


def test_nobody_learns_of_dates_that_are_not_theirs_to_see() -> None:
    """Each tier has its own summaries; who reads nothing sees none."""
    summed(1, tier=2, ends_earliest=date(2026, 12, 30), ends_latest=date(2026, 12, 30))
    nobody = worker("admin", Role.ADMINISTRATOR)

    assert found(Kind.SENTENCE_ENDS).total == 0
    assert near(viewer=nobody, kind=Kind.SENTENCE_ENDS, today=TODAY).total == 0
    assert near(viewer=keeper(), kind=Kind.SENTENCE_ENDS, today=TODAY).total == 1
