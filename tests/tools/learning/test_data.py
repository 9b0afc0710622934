"""Splitting the data by person."""

from tools.learning.data import fold_of, is_test


def test_three_tenths_of_the_people_are_set_aside() -> None:
    """The hash spreads people evenly."""
    share = sum(is_test(f"P{number:05}") for number in range(10_000)) / 10_000

    assert 0.28 < share < 0.32


def test_a_person_is_always_on_the_same_side() -> None:
    """The split is of the id alone and is fixed; changing it would make published figures worthless."""
    assert [number for number in range(10) if is_test(f"P0000{number}")] == [0, 6, 7, 9]


def test_the_fold_of_a_pair_does_not_hang_on_its_order() -> None:
    """The same pair, asked the other way round, is in the same fold."""
    assert all(fold_of(f"a{n}", f"b{n}") == fold_of(f"b{n}", f"a{n}") for n in range(40))
    assert {fold_of(f"a{n}", f"b{n}") for n in range(40)} == {0, 1, 2, 3}
