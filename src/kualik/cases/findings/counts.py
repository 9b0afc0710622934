"""What is asked when people are counted, and how a count is kept: the question, the table, the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kualik.cases.findings.captures import Chosen, Surroundings
from kualik.cases.findings.models import Count
from kualik.engine import counting
from kualik.engine.counting import Question, unpack

if TYPE_CHECKING:
    from kualik.engine.counting import Report, Table

__all__ = [
    "METHODS",
    "Asked",
    "chosen_of",
    "kept_tables",
    "question_of",
    "report_of",
    "surroundings_of",
    "tables_of",
]

METHODS = "A+B+C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of how many: of whom, from which lists, by which methods, from which seed."""

    question: Question
    chosen: Chosen
    title: str = ""
    seed: int = 1
    methods: str = METHODS


def kept_tables(tables: "Mapping[str, Table]") -> list[dict[str, Any]]:
    """Write capture tables as JSON holds them, so that what was counted can be counted again."""
    return [
        {
            "stratum": stratum,
            "lists": list(table.lists),
            "people": {
                "".join(map(str, pattern)): int(count)
                for pattern, count in zip(table.patterns.tolist(), table.counts.tolist(), strict=True)
            },
        }
        for stratum, table in tables.items()
    ]


def tables_of(count: Count) -> "dict[str, Table]":
    """Read the capture tables of a count, by stratum."""
    return {one["stratum"]: _table(one) for one in count.tables}


def _table(kept: Mapping[str, Any]) -> "Table":
    patterns = [[int(digit) for digit in pattern] for pattern in kept["people"]]
    return counting.Table.of(kept["lists"], patterns, list(kept["people"].values()))


def question_of(count: Count) -> Question:
    """Read who was to be counted."""
    return unpack(Question, count.question)


def chosen_of(count: Count) -> Chosen:
    """Read which people and lists were chosen."""
    return unpack(Chosen, count.chosen)


def surroundings_of(count: Count) -> Surroundings:
    """Read what must be known of the table before any figure."""
    return unpack(Surroundings, count.known)


def report_of(count: Count) -> "Report | None":
    """Read the report; None as long as there is none."""
    return unpack(counting.Report, count.report) if count.report else None
