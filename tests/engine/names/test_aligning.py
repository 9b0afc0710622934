"""One reading against another, with made-up costs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.aligning import MOST_JOINED, NAT, Costs, Span, meet, span, steps
from kualik.engine.names.preparing import INITIAL, prepare
from kualik.engine.names.scoring import law

COSTS = law().learned.costs
WORDS = st.sampled_from(
    ["Khalida", "Халида", "قاليدا", "哈丽达", "Halida", "Aqytkhanuly", "Ақытханның", "Li", "S.", "Ыы"]
)


def one(name: str) -> Span:
    """Take the first part of a name."""
    return span(prepare(name).parts, 0, 1)


@given(WORDS, WORDS)
def test_the_steps_add_up_to_the_value(a: str, b: str) -> None:
    """Every symbol of the lengths that met is in one step, in order; what an ending costs is beside."""
    met = meet(COSTS, one(a), one(b))
    assert met is not None
    path = steps(COSTS, met)[::-1]

    assert sum(step.worth for step in path) - met.cut * NAT // 2 == met.value
    assert [step.i for step in path if step.i >= 0] == list(range(met.lengths[0]))
    assert [step.j for step in path if step.j >= 0] == list(range(met.lengths[1]))


@given(WORDS, WORDS)
def test_which_comes_first_makes_no_difference_to_the_value(a: str, b: str) -> None:
    """Costs are the same both ways."""
    forth, back = meet(COSTS, one(a), one(b)), meet(COSTS, one(b), one(a))

    assert forth is not None
    assert back is not None
    assert (forth.value, forth.expected) == (back.value, back.expected)


def flat(*, match: int, other: int, drop: int) -> Costs:
    """Give the same costs to all: of the same symbol, of two, of a silent one."""
    return Costs(
        match=[match if a == b else other for a in range(256) for b in range(256)],
        drop=[drop] * (4 * 3 * 32 * 256),
        keep=[0] * (4 * 3 * 32 * 256),
        expect=[NAT] * (4 * 256),
        symbol=COSTS.symbol,
    )


@pytest.mark.parametrize(("a", "b", "value"), [("Malik", "Malik", 5), ("Malik", "Maik", 3), ("Malik", "Manik", 3)])
def test_the_best_way_is_found(a: str, b: str, value: int) -> None:
    """With 1 for the same symbol, -1 for another and for a silent one."""
    met = meet(flat(match=1, other=-1, drop=-1), one(a), one(b))

    assert met is not None
    assert met.value == value


def test_an_ending_of_one_side_may_be_left_out() -> None:
    """Of a father's name for nothing, of grammar at a cost."""
    father, case = (meet(COSTS, one(a), one(b)) for a, b in (("Aqytkhanuly", "Ақытхан"), ("Ақытханның", "Ақытхан")))

    assert father is not None
    assert father.lengths[0] == father.readings[0].stem < len(father.readings[0].symbols)
    assert case is not None
    assert case.lengths[0] == case.readings[0].bare
    assert case.cut == 1


def test_an_initial_meets_the_beginning() -> None:
    """At most three symbols of it."""
    part = prepare("Serik S.").parts
    met = meet(COSTS, span(part, 0, 1), span(part, 1, 1))

    assert met is not None
    assert met.initial
    assert met.lengths[0] <= 3


def test_joined_parts_are_read_in_either_order() -> None:
    """And are no longer than the core can hold."""
    parts = prepare("Abdu Rahman").parts
    joined, turned = span(parts, 0, 2), span(parts, 0, 2, turned=True)
    long = replace(parts[0], symbols=(bytes([5]) * 32, b""), stem=(32, 0), bare=(32, 0), flags=INITIAL)

    assert joined.readings[0].symbols == parts[0].symbols[0] + parts[1].symbols[0]
    assert turned.readings[0].symbols == parts[1].symbols[0] + parts[0].symbols[0]
    assert len(span((long, long), 0, 2).readings[0].symbols) == MOST_JOINED
    assert not span((long, long), 0, 2).flags & INITIAL


def test_what_has_no_symbol_meets_nothing() -> None:
    """There is nothing to align."""
    empty = Span(first=0, count=1, flags=0, readings=())

    assert meet(COSTS, one("Khalida"), empty) is None
