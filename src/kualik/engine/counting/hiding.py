"""Hide a list and estimate from the others how many people it has: a question whose answer is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.counting.averaging import average
from kualik.engine.counting.posterior import MASS
from kualik.engine.counting.table import Table, UnfitTable, tidy

__all__ = ["Hidden", "hide"]

MOST_LISTS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What A says, from the other lists, of how many people a list has, and how many it has; in people.

    `below` is the share of A's belief at or below the known number: near 1 where A says too few.
    """

    list_name: str
    known: int
    low: float
    median: float
    high: float
    below: float

    @property
    def too_few(self) -> bool:
        """Whether the known number lies above A's 95 % interval."""
        return self.below > (1 + MASS) / 2


def hide(table: Table) -> tuple[Hidden, ...]:
    """Hide each list in turn, and count its people from the other lists alone, with A.

    Args:
        table: four to seven lists, tidied; with others there is nothing to ask.

    Returns:
        What was found for each list, in their order; a list whose people the others overlap too little is left out.

    Assumes:
        What A does, of the people of each list by themselves. Where it says too few for most lists, people differ in
        how likely they are to be listed by more than A can express, and then the whole is too low too.

    Source:
        Binette and Steorts 2022, Journal of the Royal Statistical Society A 185, "On the reliability of multiple
        systems estimation for the quantification of modern slavery": internal consistency.
    """
    return tuple(_hidden(table))


def _hidden(table: Table) -> Iterator[Hidden]:
    lists = range(len(table.lists))
    if not 4 <= len(lists) <= MOST_LISTS:
        return
    for place in lists:
        on = table.patterns[:, place] == 1
        others = [other for other in lists if other != place]
        names = [table.lists[other] for other in others]
        among = tidy(Table.of(names, table.patterns[on][:, others], table.counts[on]))
        try:
            found = average(among).posterior
        except UnfitTable:
            continue
        low, high = found.interval()
        known = table.on_list(place)
        yield Hidden(
            list_name=table.lists[place],
            known=known,
            low=low,
            median=found.median,
            high=high,
            below=found.cdf(known),
        )
