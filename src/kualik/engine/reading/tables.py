"""Write a table as text: a line for each row, cells divided by tabs, so that splitting finds every cell."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from kualik.engine.reading.limits import Limits
from kualik.engine.reading.parts import check_characters
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Cell", "cell_text", "table_text"]

Cell = int | float | str | bool | time | date | datetime | timedelta | None
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def cell_text(value: Cell) -> str:
    """Write the value of a cell: whole numbers without a point, dates as ISO 8601, on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return BREAKS.sub(" ", str(value))


def table_text(rows: Iterable[Sequence[Cell]], *, limits: Limits, where: str = "") -> str:
    """Write rows as text.

    Args:
        rows: cells in their order; empty rows stay, so that line n is row n.
        limits: how many rows and characters are read.
        where: what to call the table in a refusal.

    Returns:
        One line for each row, without empty rows at the end.

    Raises:
        Refused: too many rows or characters.
    """
    lines: list[str] = []
    size = 0
    for number, row in enumerate(rows, start=1):
        if number > limits.rows:
            raise Refused(Refusal.TOO_MANY_ROWS, detail=f"more than {limits.rows:,}", where=where)
        lines.append("\t".join(map(cell_text, row)).rstrip("\t"))
        size += len(lines[-1]) + 1
        check_characters(size, limits=limits, where=where or f"row {number}")
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)
