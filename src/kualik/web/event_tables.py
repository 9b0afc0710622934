"""Events as a table to work with: one event a row, with the codes that other bodies count by. It is no release."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from kualik.cases.findings.case import EventRow
from kualik.engine.facts.cells import harmless
from kualik.engine.facts.codes import acled, acts

__all__ = ["COLUMNS", "FORMS", "csv_lines", "json_lines"]

NOTICE = (
    "A working table, taken from a casebook by somebody who may read it. It is no release: nobody's consent was "
    "asked for it, and it must not be published."
)

COLUMNS = (
    "event", "kind", "type", "date", "earliest", "latest", "place", "who", "target", "demand", "crowd", "responses",
    "recurrence", "series", "decided", "proposals", "documents", "acled_event_type", "acled_sub_event_type",
    "acled_interaction", "acled_interaction_words", "acled_time_precision", "acled_geo_precision", "acled_because",
    "huridocs_acts", "huridocs_terms", "notice",
)  # fmt: skip
"""The columns of the table, in order. HURIDOCS: micro-thesaurus 4, "Types of acts"."""

Precision = Callable[[str], str]
BOM = "\ufeff"  # spreadsheets need it


class _Echo:
    """A file that gives back what is written to it, so that a table can be sent line by line."""

    def write(self, line: str) -> str:
        """Give the line back."""
        return line


def csv_lines(rows: Iterable[EventRow], *, entry: str, precision: Precision) -> Iterator[str]:
    """Write events as CSV, line by line.

    Args:
        rows: the events.
        entry: the number of the ledger entry that tells of this table.
        precision: how exactly a place as written is known.
    """
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    yield BOM + writer.writerow(COLUMNS)
    for row in rows:
        cells = cells_of(row, entry=entry, precision=precision)
        yield writer.writerow([harmless(_written(cells[name])) for name in COLUMNS])


def json_lines(rows: Iterable[EventRow], *, entry: str, precision: Precision) -> Iterator[str]:
    """Write events as JSON, one object a line."""
    for row in rows:
        yield json.dumps(cells_of(row, entry=entry, precision=precision), ensure_ascii=False) + "\n"


def _written(cell: object) -> str:
    return "; ".join(cell) if isinstance(cell, list) else str(cell)


def cells_of(row: EventRow, *, entry: str, precision: Precision) -> Mapping[str, object]:
    """Put what is known of one event, and its codes, under the names of the columns."""
    first, last = row.span
    told = {
        "event": str(row.address),
        "kind": row.kind.value,
        "type": row.type,
        "date": row.date,
        "earliest": first.isoformat() if first else "",
        "latest": last.isoformat() if last else "",
        "place": row.place,
        "who": row.who,
        "target": row.target,
        "demand": row.demand,
        "crowd": row.crowd,
        "responses": list(row.responses),
        "recurrence": row.recurrence,
        "series": str(row.series or ""),
        "decided": "accepted" if row.accepted else "proposed",
        "proposals": row.proposals,
        "documents": row.documents,
    }
    return {**told, **_codes(row, precision(row.place)), "notice": f"{NOTICE} Ledger entry {entry}."}


def _codes(row: EventRow, precision: str) -> dict[str, object]:
    coded = row.coded(precision=precision)
    code, found = acled(coded), acts(coded)
    return {
        "acled_event_type": code.event_type,
        "acled_sub_event_type": code.sub_event_type,
        "acled_interaction": code.interaction,
        "acled_interaction_words": code.interaction_words,
        "acled_time_precision": code.time_precision,
        "acled_geo_precision": code.geo_precision,
        "acled_because": code.because.value,
        "huridocs_acts": [one.code for one in found],
        "huridocs_terms": [f"{one.term} (nearest term)" if one.nearest else one.term for one in found],
    }


FORMS: Mapping[str, tuple[Callable[..., Iterator[str]], str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_lines, "application/x-ndjson; charset=utf-8"),
}
"""What a table can be written as: by what, and of which media type."""
