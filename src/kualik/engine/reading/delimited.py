"""Read tables written as text: comma, semicolon, tab or bar between the cells."""

import csv
from collections import Counter
from collections.abc import Iterator

from kualik.engine.reading.encodings import Decoded, decode
from kualik.engine.reading.parts import Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import TSV
from kualik.engine.reading.tables import table_text

__all__ = ["parts"]

READER = "delimited 1"
DELIMITERS = ",;\t|"
PROBED = 50  # rows


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the rows of a table."""
    decoded = decode(content, forced=job.options.encoding)
    check_characters(len(decoded.text), limits=job.limits)
    delimiter = "\t" if job.media_type == TSV else _delimiter(decoded.text)
    text = table_text(_rows(decoded.text, delimiter), limits=job.limits)
    if not text.strip():
        raise Refused(Refusal.NO_TEXT, detail="all cells are empty")
    yield Part(text=text, reader=READER, warnings=_warnings(decoded, delimiter))


def _warnings(decoded: Decoded, delimiter: str) -> tuple[str, ...]:
    if delimiter == ",":
        return decoded.warnings
    return (*decoded.warnings, f"cells are divided by {'a tab' if delimiter == chr(9) else delimiter}")


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        yield from rows
    except csv.Error as error:
        raise Refused(Refusal.DAMAGED, detail=str(error), where=f"line {rows.line_num}") from error


def _delimiter(text: str) -> str:
    """Take the character that divides most of the first rows into the same number of cells."""
    lines = text.splitlines()[:PROBED]
    return max(DELIMITERS, key=lambda one: _agreement(lines, one))


def _agreement(lines: list[str], delimiter: str) -> float:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    width, rows = widths.most_common(1)[0] if widths else (1, 0)
    return rows / max(widths.total(), 1) if width > 1 else 0.0
