"""Occurrences of one thing are one series: as documents tell it, as it repeats, or as somebody decides."""

from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.findings.series import Occurrence, is_serial, serial

SPACE = UUID("00000000-0000-4000-8000-000000000000")


def one(name: str, date: str, *, place: str = "", target: str = "", recurs: bool = False) -> Occurrence:
    """Tell of one event."""
    address = uuid5(SPACE, name)
    return Occurrence(
        address=address, entities=(address,), schema="Protest", date=date, place=place, target=target, recurs=recurs
    )


def named(*told: Occurrence, placed: dict[str, str | None] | None = None) -> dict[str, str]:
    """Give the anchors by the dates of the events."""
    decided = {uuid5(SPACE, event): uuid5(SPACE, into) if into else None for event, into in (placed or {}).items()}
    dates = {event.address: event.date for event in told}
    return {dates[event]: dates[anchor] for event, anchor in serial(told, placed=decided, whereabouts=town).items()}


def town(written: str) -> str:
    """Know two towns."""
    return next((name for name in ("Almaty", "Istanbul") if name in written), "")


SINCE = one("since", "2021-02/..", place="Almaty", target="the consulate", recurs=True)


@pytest.mark.parametrize(
    ("date", "recurrence", "series"),
    [
        ("2021-02/..", "", True),
        ("2021-02-08/2022-03", "", True),
        ("", "every day", True),
        ("2021", "every Monday", True),
        ("2021-03-16", "the 36th day in a row", False),
        ("2021-03-16", "", False),
        ("2021", "", False),
        ("2021-03-01/2021-03-03", "", False),
        ("", "", False),
        ("on Mondays", "", False),
    ],
)
def test_a_series_is_what_is_told_to_go_on(date: str, recurrence: str, series: bool) -> None:  # noqa: FBT001 (a case)
    """One day of many is an occurrence, and a date of which only the year is known is no series."""
    assert is_serial(date=date, recurrence=recurrence) is series


def test_occurrences_join_the_series_in_whose_time_and_at_whose_place_they_are() -> None:
    """A street counts as the place once an occurrence on it was at the consulate."""
    found = named(
        SINCE,
        one("june", "2021-06-11", place="Baitasov Street", target="the Chinese Consulate-General"),
        one("january", "2022-01-24", place="Baitasov Street"),
        one("before", "2020-12-01", place="Baitasov Street"),
        one("court", "2021-07-01", place="Almaty", target="the court"),
        one("abroad", "2021-08-01", place="Istanbul", target="the consulate"),
    )

    assert found == {"2021-02/..": "2021-02/..", "2021-06-11": "2021-02/..", "2022-01-24": "2021-02/.."}


def test_words_of_another_script_are_nothing_against_it() -> None:
    """The town is the same, and nobody can say that the targets differ."""
    other = one("russian", "2021-03-16", place="Almaty", target="генеральное консульство")

    assert named(SINCE, other)["2021-03-16"] == "2021-02/.."


def test_what_repeats_at_one_place_is_a_series_though_nobody_says_so() -> None:
    """Three times or more, with no year between; its anchor is the first."""
    days = [one(day, day, target="the ministry") for day in ("2019-01-07", "2019-01-14", "2019-01-21")]
    later = one("later", "2021-05-01", target="the ministry")

    assert named(*days, later) == dict.fromkeys(("2019-01-07", "2019-01-14", "2019-01-21"), "2019-01-07")
    assert named(*days[:2], later) == {}


def test_tellings_that_begin_together_at_one_place_are_one_series() -> None:
    """The anchor is the one that begins first."""
    other = one("other", "2021-02-08/..", place="near the consulate", recurs=True)
    elsewhere = one("elsewhere", "2021-02-08/2021-06", place="the ministry", recurs=True)

    found = named(SINCE, other, elsewhere)

    assert found["2021-02-08/.."] == "2021-02/.."
    assert found["2021-02-08/2021-06"] == "2021-02-08/2021-06"


def test_what_somebody_decides_binds() -> None:
    """An event is parted from the series that it fits, and one that fits nothing is put into it."""
    fits, stray = one("fits", "2021-06-11", place="the consulate"), one("stray", "2024-01-01", place="the square")

    assert named(SINCE, fits, stray) == {"2021-02/..": "2021-02/..", "2021-06-11": "2021-02/.."}
    assert named(SINCE, fits, stray, placed={"fits": None, "stray": "since"}) == {
        "2021-02/..": "2021-02/..",
        "2024-01-01": "2021-02/..",
    }


def test_two_events_that_somebody_puts_together_are_a_series() -> None:
    """Its anchor is the one that the other was put to."""
    first, second = one("first", "2019-01-01", place="the square"), one("second", "2021-01-01", place="the park")

    assert named(first, second, placed={"second": "first"}) == {"2019-01-01": "2019-01-01", "2021-01-01": "2019-01-01"}


def test_a_decision_about_an_event_that_is_gone_changes_nothing() -> None:
    """Its claims were withdrawn since."""
    fits = one("fits", "2021-06-11", place="the consulate")

    assert named(SINCE, fits, placed={"fits": "nobody knows it"}) == {"2021-02/..": "2021-02/.."}


@given(st.permutations(range(5)))
def test_the_order_of_what_is_given_does_not_matter(order: list[int]) -> None:
    """The same events are the same series."""
    told = [
        SINCE,
        one("a", "2021-06-11", place="Baitasov Street", target="the consulate"),
        one("b", "2022-01-24", place="Baitasov Street"),
        one("c", "2021-02-08/..", place="the consulate", recurs=True),
        one("d", "2021-05", place="Almaty"),
    ]

    assert serial([told[place] for place in order], placed={}, whereabouts=town) == serial(
        told, placed={}, whereabouts=town
    )


def test_every_anchor_is_its_own() -> None:
    """Whatever was joined, an address leads to a series that has it."""
    told = [SINCE, *(one(str(day), f"2021-03-{day:02}", place="the consulate") for day in range(1, 20))]

    found = serial(told, placed={told[3].address: told[5].address, told[7].address: None})

    assert {found[anchor] for anchor in found.values()} == set(found.values())
