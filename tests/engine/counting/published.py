"""Tables that were published, and what other programs say of them; `tables/SOURCES.md` tells where from."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kualik.engine.counting.table import Table, read_table

__all__ = ["KnownAnswer", "known_answers", "published"]

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAnswer:
    """What a program says of a table by a method; the ends of its 95 % interval where it gives one."""

    table: str
    method: str
    estimate: float
    low: float | None
    high: float | None


@cache
def published(name: str) -> Table:
    """Read one of the published tables."""
    return read_table((TABLES / f"{name}.csv").read_text(encoding="utf-8"), name=name)


def known_answers(*methods: str) -> list[KnownAnswer]:
    """Give what is known by any of these methods."""
    with (TABLES / "known_answers.csv").open(encoding="utf-8", newline="") as rows:
        return [
            KnownAnswer(
                table=row["table"],
                method=row["method"],
                estimate=float(row["estimate"]),
                low=float(row["low"]) if row["low"] else None,
                high=float(row["high"]) if row["high"] else None,
            )
            for row in csv.DictReader(rows)
            if row["method"] in methods
        ]
