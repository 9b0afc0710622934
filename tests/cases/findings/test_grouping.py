"""What different documents tell of one custody or one event is put together; what one document tells apart is not."""

from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.findings.grouping import Told, same_custody, same_event, together


def told(number: int, kind: str = "prison", start: str = "", *, document: int | None = None, place: str = "") -> Told:
    """Tell of something in a document of its own, unless that is said."""
    return Told(
        entity=UUID(int=number),
        document=UUID(int=document or number),
        kind=kind,
        start=start,
        place=place,
    )


def numbers(groups: list[tuple[Told, ...]]) -> set[frozenset[int]]:
    """Name groups by the numbers of their members."""
    return {frozenset(one.entity.int for one in group) for group in groups}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (told(1), told(2), True),
        (told(1, "unspecified"), told(2), True),
        (told(1, "camp"), told(2, "prison"), False),
        (told(1, start="2018"), told(2, start="2018-03"), True),
        (told(1, start="2018"), told(2, start="2021"), False),
        (told(1, start="2018"), told(2), True),
        (told(1, start="XXXX-02-08"), told(2, start="2018"), True),
    ],
)
def test_custody_of_one_state_is_one_unless_dates_exclude_it(one: Told, other: Told, *, same: bool) -> None:
    """Prison of 2018 and prison of 2021 are two stretches."""
    assert same_custody(one, other) is same
    assert same_custody(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-02-08", "2024-02-08", True),
        ("2024-02-08", "2024-02", True),
        ("2024-02-08", "2024", False),
        ("2024-02-08", "2024-02-09", False),
        ("XXXX-02-08", "XXXX-02-08", True),
        ("2024", "2024", False),
        ("", "2024-02-08", False),
    ],
)
def test_events_are_one_on_one_day_or_close_to_it(one: str, other: str, *, same: bool) -> None:
    """A whole year fits too many events to say that two are one."""
    first, second = (
        told(1, "protest", one, place="Almaty, near the consulate"),
        told(2, "protest", other, place="near the consulate"),
    )

    assert same_event(first, second) is same


def test_events_of_unknown_or_other_place_are_not_one() -> None:
    """Two towns can protest on one day."""
    here, there, nowhere = (
        told(number, "protest", "2024-02-08", place=place) for number, place in enumerate(("Almaty", "Astana", ""), 1)
    )

    assert not same_event(here, there)
    assert not same_event(here, nowhere)
    assert not same_event(nowhere, nowhere)
    assert same_event(here, told(4, "protest", "2024-02-08", place="Алматы"))


def test_two_of_one_document_stay_two() -> None:
    """Whoever wrote it told them apart."""
    groups = together([told(1, document=9), told(2, document=9), told(3)], same=same_custody)

    assert len(groups) == 2


KINDS = st.sampled_from(["prison", "camp", "unspecified"])
STARTS = st.sampled_from(["", "2017", "2018", "2018-03", "2021"])
TELLINGS = st.lists(st.tuples(KINDS, STARTS, st.integers(1, 3)), max_size=4)


@given(TELLINGS)
def test_the_order_in_which_documents_came_makes_no_difference(rows: list[tuple[str, str, int]]) -> None:
    """Every order gives the same groups, and nothing is lost or doubled."""
    every = [told(place, kind, start, document=page) for place, (kind, start, page) in enumerate(rows, 1)]
    found = {frozenset(numbers(together(order, same=same_custody))) for order in permutations(every)}

    assert len(found) == 1
    assert sorted(number for group in found.pop() for number in group) == [one.entity.int for one in every]
