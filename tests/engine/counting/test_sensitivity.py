"""The same counted again with one thing changed."""

from kualik.engine.counting import MixtureOptions, Options, Table
from kualik.engine.counting.averaging import average
from kualik.engine.counting.sensitivity import as_it_is, vary_averaged, vary_classes
from kualik.engine.counting.walks import Walks
from tests.engine.counting.reports import NAMES, table

SHORT = MixtureOptions(chains=2, sweeps=60)


def test_leaving_a_list_out_is_counting_the_others() -> None:
    """The row is what A says of the table without it."""
    rows = {one.left_out: one for one in vary_averaged(table(), options=Options())}

    assert rows["paper"].median == average(table().without(2)).posterior.median


def test_delta_is_halved_and_doubled() -> None:
    """The two rows are what A says with these weights: 2^-4 is the usual one."""
    half, double = [one for one in vary_averaged(table(), options=Options()) if one.what == "delta"]

    assert half.median == average(table(), options=Options(delta=2**-5)).posterior.median
    assert double.median == average(table(), options=Options(delta=2**-3)).posterior.median


def test_of_three_lists_none_is_left_out() -> None:
    """A and B need three."""
    three = table().only((0, 1, 2))

    assert not [one for one in vary_averaged(three, options=Options()) if one.what == "leave-out"]


def test_a_row_that_cannot_be_counted_is_left_out() -> None:
    """Two lists are equal once the third is gone that tells them apart."""
    rows = [(1, 1, 1, 0), (1, 1, 0, 1), (0, 0, 1, 1), (0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 0, 0)]
    odd = Table.of(NAMES, rows, (20, 20, 20, 50, 50, 30))
    left = {one.left_out for one in vary_averaged(odd, options=Options()) if one.what == "leave-out"}

    assert left == set(NAMES)
    equal = Table.of(NAMES, [(1, 1, 1, 0), (0, 0, 1, 1), (1, 1, 0, 1), (0, 1, 0, 0)], (30, 40, 50, 60))
    assert {one.left_out for one in vary_averaged(equal, options=Options())} >= {"committee", "court"}


def test_model_b_is_varied_in_its_classes_and_their_prior() -> None:
    """And in its lists; the same again is not run again."""
    walks = Walks()
    rows = list(vary_classes(table(), seed=1, options=SHORT, walks=walks))

    assert [one.what for one in rows] == ["classes", "alpha", *["leave-out"] * 4]
    assert list(vary_classes(table(), seed=1, options=SHORT, walks=Walks.of(walks.state))) == rows


def test_the_row_to_compare_with_is_the_answer() -> None:
    """As it is reported."""
    found = average(table()).posterior

    assert as_it_is("A", found).median == found.median
