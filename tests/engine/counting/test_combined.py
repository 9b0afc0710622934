"""Parts that are added up, linkages that are averaged over."""

from kualik.engine.counting import Table, count_replicates, count_strata
from tests.engine.counting.reports import NAMES, PEOPLE, QUICK, table

THIN = Table.of(NAMES, [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0)], (60, 50, 40, 30, 3))


def test_parts_are_added_draw_by_draw() -> None:
    """Twice the same part holds twice the people, and its interval is narrower than twice that of one."""
    whole = count_strata({"north": table(), "south": table()}, settings=QUICK)
    assert whole.headline
    (first, second) = whole.strata
    assert first.interval
    assert second.interval

    assert whole.listed == 2 * table().listed
    assert whole.headline.low < 2 * PEOPLE < whole.headline.high
    assert whole.headline.high - whole.headline.low < 2 * (first.interval.high - first.interval.low)
    assert "every part was counted by itself" in str(whole.premises.assumptions[-1])


def test_a_part_without_a_number_leaves_the_whole_without_one() -> None:
    """It is named, with the people listed in it as the floor; the other part keeps its own."""
    whole = count_strata({"north": table(), "south": THIN}, settings=QUICK)
    north, south = whole.strata

    assert whole.headline is None
    assert "no number for south" in str(whole.refusals[0])
    assert north.interval
    assert south.refusal
    assert south.listed == THIN.listed


def test_linkages_that_differ_are_part_of_the_variance() -> None:
    """Two linkages, of which one recognised fewer people: more variance lies between them than within."""
    patterns, counts = table().patterns, table().counts
    fewer = Table.of(
        NAMES, patterns, [int(one * (0.6 if row.sum() > 1 else 1.2)) for row, one in zip(patterns, counts, strict=True)]
    )
    told = count_replicates({"1": table(), "2": fewer}, settings=QUICK)

    assert told.linkage.assessed
    assert told.linkage.replicates == 2
    assert told.linkage.share is not None
    assert told.linkage.share > 0.5
    assert [one.id for one in told.results[:2]] == ["A-pooled", "B-pooled"]


def test_one_linkage_many_times_has_no_variance_between() -> None:
    """Nor a wider answer."""
    told = count_replicates({str(number): table() for number in range(3)}, settings=QUICK)

    assert told.linkage.between < 0.01 * told.linkage.within
