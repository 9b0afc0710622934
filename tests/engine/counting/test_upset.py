"""The overlap of lists, drawn."""

from kualik.engine.counting.premises import Listed
from kualik.engine.counting.results import Overlap
from kualik.engine.counting.upset import MOST, upset
from tests.engine.counting.reports import answered


def test_the_table_beside_it_has_everybody() -> None:
    """The most frequent combination first."""
    drawn = upset(lists=answered().premises.lists, overlaps=answered().overlaps)
    people = [int(row[1].replace(",", "")) for row in drawn.rows]

    assert sum(people) == answered().listed
    assert people == sorted(people, reverse=True)
    assert drawn.svg.count('class="bar"') == len(answered().overlaps)


def test_rare_combinations_are_in_the_table_only_and_that_is_said() -> None:
    """More columns than can be read are not drawn."""
    lists = [Listed(name=f"list {place}", people=9, alone=1) for place in range(6)]
    overlaps = [
        Overlap(lists=tuple(place for place in range(6) if number >> place & 1), people=64 - number)
        for number in range(1, 64)
    ]
    drawn = upset(lists=lists, overlaps=overlaps)

    assert drawn.svg.count('class="bar"') == MOST
    assert len(drawn.rows) == 63
    assert "39 rarer combinations with 780 people are in the table only" in drawn.description
