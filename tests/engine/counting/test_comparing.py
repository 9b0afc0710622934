"""Comparisons by name, and why models differ."""

from pathlib import Path

from kualik.engine.counting import Settings, Table, Watch, read_table
from kualik.engine.counting.comparing import UNTESTABLE, comparisons, differences, warnings
from kualik.engine.counting.fitting import fit_all
from tests.engine.counting.reports import table

KOSOVO = Path(__file__).parent / "tables" / "kosovo_1999.csv"


def test_each_pair_is_compared_and_says_that_dependence_cannot_be_checked() -> None:
    """Six pairs of four lists, then Chao's."""
    found = list(comparisons(table()))

    assert [one.id for one in found] == [*["chapman"] * 6, "chao"]
    assert all(UNTESTABLE in one.assumes for one in found[:6])
    assert not any(one.main for one in found)


def test_a_pair_that_shares_few_people_refuses_by_itself() -> None:
    """Two of them are on both."""
    thin = Table.of(("one", "other"), [(1, 1), (1, 0), (0, 1)], (2, 50, 60))
    (pair,) = comparisons(thin)

    assert "2 people are on both lists" in str(pair.refusal)


def test_of_many_lists_pairs_are_not_compared() -> None:
    """Of ten lists there would be 45."""
    rows = [tuple(int(place in (at, (at + 1) % 10)) for place in range(10)) for at in range(10)]
    ten = Table.of([f"list {place}" for place in range(10)], rows, [30] * 10)

    assert [one.id for one in comparisons(ten)] == ["chao"]


def test_lists_that_cannot_be_independent_are_told() -> None:
    """One inside the other, one apart, one empty."""
    odd = Table.of(("A", "B", "C", "D"), [(1, 1, 0, 0), (1, 0, 0, 0), (0, 0, 1, 0)], (9, 5, 7))
    told = [str(one) for one in warnings(odd)]

    assert any("wholly in the other" in one for one in told)
    assert any("list C is on any other" in one for one in told)
    assert "nobody is on the list D" in told


def test_kosovo_is_told_why_its_models_differ() -> None:
    """14,342 of order two, 12,595 of A, and BIC's model with a triangle that has no dependence of the three.

    Counts and figures: the Kosovo Memory Book's lists as published; reference in tables/SOURCES.md.
    """
    fits = fit_all(
        read_table(KOSOVO.read_text(encoding="utf-8")),
        settings=Settings(methods=("A", "C"), bootstraps=100),
        watch=Watch(),
    )
    (said,) = [str(one) for one in differences(fits)]

    assert "order two says 14,342 and model A 12,595" in said
    assert "BIC prefers [123][14][34], which gives 10,357" in said


def test_models_that_agree_are_not_explained() -> None:
    """There is nothing to say."""
    fits = fit_all(table(), settings=Settings(methods=("A", "C"), bootstraps=100), watch=Watch())

    assert list(differences(fits)) == []
