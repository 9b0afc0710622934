"""What speaks for and against."""

import pytest

from kualik.engine.linking.evidence import evidence, name_score, plain_numbers
from kualik.engine.linking.records import Record


def weight(one: Record, other: Record) -> float:
    """Add up what is seen."""
    return sum(seen.weight for seen in evidence(one, other))


def born(day: str | None) -> Record:
    """Make a record of which only the birth is known."""
    return Record(id="r", birth=day)


def test_what_is_not_known_says_nothing() -> None:
    """Missing is neither for nor against."""
    assert evidence(born("1985"), born(None)) == ()
    assert evidence(born("XXXX-03-02"), born("1985")) == ()
    assert evidence(born("about 1985"), born("1985")) == ()


def test_a_nearer_birth_says_more() -> None:
    """A day more than a year, a year more than a span; further apart speaks the more against."""
    pairs = [
        ("1985-03-02", "1985-03-02"),
        ("1985-03-02", "1985"),
        ("1985", "1980/1989"),
        ("1985", "1986"),
        ("1985", "1999"),
    ]
    weights = [weight(born(one), born(other)) for one, other in pairs]

    assert weights == sorted(weights, reverse=True)
    assert weights[2] > 0 > weights[3]


def test_numbers_are_compared_without_what_groups_them() -> None:
    """Too short a number is no identity."""
    one, other = Record(id="a", numbers=("N-0123 4567",)), Record(id="b", numbers=("n01234567", "12"))

    assert plain_numbers(one) == {"N01234567"}
    assert [seen.what for seen in evidence(one, other)] == ["the same number"]
    assert evidence(Record(id="a", numbers=("12",)), other) == ()


@pytest.mark.parametrize(("left", "right"), [(("Serik Bolat", "Aigul"), ("Серік Болат",)), (("Aigul",), ("Serik",))])
def test_names_and_kin_are_compared_each_with_each(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """The nearest two count; the order makes no difference."""
    one, other = Record(id="a", names=left, kin=left), Record(id="b", names=right, kin=right)

    assert name_score(one, other)[0] == name_score(other, one)[0]
    assert weight(one, other) == pytest.approx(weight(other, one))


def test_places_in_common_say_a_little() -> None:
    """In any script."""
    assert 0 < weight(Record(id="a", places=("Kuytun",)), Record(id="b", places=("Куйтун",))) < 1
