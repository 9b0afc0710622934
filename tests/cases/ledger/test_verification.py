"""Whatever is done to a chain of entries shows."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.ledger.canonical import GENESIS, Row, hash_of
from kualik.cases.ledger.verification import check_chain


def chain(length: int) -> list[Row]:
    """Make a whole chain."""
    rows: list[Row] = []
    for seq in range(1, length + 1):
        row = Row(
            seq=seq,
            at=f"2024-02-08T07:00:{seq:02}.000000+00:00",
            actor="a",
            kind="test:done",
            about=f"test:{seq}",
            details={"n": seq},
            previous=rows[-1].hash if rows else GENESIS,
            hash="",
        )
        rows.append(replace(row, hash=hash_of(row)))
    return rows


CHANGES: dict[str, Callable[[Row], Row]] = {
    "at": lambda row: replace(row, at="2024-02-09T07:00:00.000000+00:00"),
    "actor": lambda row: replace(row, actor="b"),
    "kind": lambda row: replace(row, kind="test:undone"),
    "about": lambda row: replace(row, about="test:other"),
    "details": lambda row: replace(row, details={"n": -1}),
    "previous": lambda row: replace(row, previous="f" * 64),
    "hash": lambda row: replace(row, hash="f" * 64),
    "seq": lambda row: replace(row, seq=row.seq + 100),
}


def test_a_whole_chain_has_no_problems() -> None:
    """Nor has an empty one."""
    assert check_chain(chain(30)) == check_chain([]) == []


@given(st.integers(0, 29), st.sampled_from(sorted(CHANGES)))
def test_a_changed_field_is_noticed(at: int, field: str) -> None:
    """Whichever field of whichever entry."""
    rows = chain(30)
    rows[at] = CHANGES[field](rows[at])

    assert check_chain(rows)


@given(st.integers(0, 28))
def test_a_missing_entry_is_named(at: int) -> None:
    """The gap is where the message says. A cut at the very end shows against a witnessed hash alone."""
    rows = chain(30)
    del rows[at]

    assert f"entry {at + 1} is missing" in [problem.what for problem in check_chain(rows)]


@given(st.permutations(range(12)))
def test_another_order_is_noticed(order: list[int]) -> None:
    """Unless it is the same."""
    rows = chain(12)

    assert bool(check_chain([rows[at] for at in order])) == (order != sorted(order))


@given(st.integers(0, 29))
def test_a_change_with_its_hash_made_anew_is_noticed(at: int) -> None:
    """Whoever changes an entry and computes its hash again has still broken the next; the last needs a witness."""
    rows = chain(31)
    forged = replace(rows[at], about="test:forged")
    rows[at] = replace(forged, hash=hash_of(forged))

    assert [problem.where for problem in check_chain(rows)] == [f"ledger entry {at + 2}"]


def test_a_problem_reads_as_a_sentence() -> None:
    """Where, then what."""
    rows = chain(2)
    rows[1] = replace(rows[1], kind="test:undone")

    assert str(check_chain(rows)[0]) == "ledger entry 2: was changed after it was written"


@pytest.mark.parametrize("field", sorted(CHANGES))
def test_every_field_is_covered(field: str) -> None:
    """A field added to an entry must be added to these tests, and to the hash."""
    assert set(CHANGES) == set(Row.__slots__)
    assert field in Row.__slots__
