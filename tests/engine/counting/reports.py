"""Reports to look at: a table on which everything is found, one on which nothing is, both of invented counts."""

from functools import cache

from kualik.engine.counting import MixtureOptions, Question, Report, Settings, Table, count_people
from kualik.engine.counting.premises import Claimed

__all__ = ["QUESTION", "QUICK", "answered", "refused", "table"]

QUICK = Settings(
    mixture=MixtureOptions(chains=4, sweeps=400), short=MixtureOptions(chains=2, sweeps=60), bootstraps=120
)
QUESTION = Question(
    population="people held in the camp",
    place="the valley",
    window="2017 to 2019",
    event="taken into custody",
    lists={"committee": "names that families handed in", "court": "verdicts"},
    claimed=Claimed(figure="as many as 9,000", source="a minister, who did not say how he knew"),
)
NAMES = ("committee", "court", "paper", "archive")
CHANCES = (0.4, 0.35, 0.3, 0.25)
PEOPLE = 2000


@cache
def table() -> Table:
    """Four lists made apart from each other: the expected counts of 2,000 people, rounded."""
    rows = [tuple(number >> place & 1 for place in range(4)) for number in range(1, 16)]
    counts = []
    for row in rows:
        share = 1.0
        for on, chance in zip(row, CHANCES, strict=True):
            share *= chance if on else 1 - chance
        counts.append(round(PEOPLE * share))
    return Table.of(NAMES, rows, counts)


@cache
def answered() -> Report:
    """The report on that table."""
    return count_people(table(), question=QUESTION, settings=QUICK)


@cache
def refused() -> Report:
    """The report on lists that share next to nobody."""
    rows = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0)]
    return count_people(Table.of(NAMES[:3], rows, (300, 200, 150, 4)), question=QUESTION, settings=QUICK)
