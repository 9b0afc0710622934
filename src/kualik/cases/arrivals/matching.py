"""Rows of a table beside the rows that came before: which are new, which changed, which say the same."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kualik.cases.arrivals.models import Import, Match, Row, Standing
from kualik.engine.extracting.rows import ReadRow

__all__ = ["Found", "Kind", "compared", "key_of", "known", "values_of"]

NUMBERS = ("idNumber", "passportNumber", "socialSecurityNumber", "registrationNumber")
NAMES, BORN = ("Person.name", "Person.alias", "Person.previousName"), "Person.birthDate"
BLANKS = re.compile(r"[\s\-–.]+")
LONGEST_KEY = 300  # characters


class Kind:
    """What a row is beside those before it."""

    NEW, CHANGED, SAME, TWICE, EMPTY = "new", "changed", "same", "twice", "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row with what it is, the row that it takes up, and which of its cells say something else now."""

    row: ReadRow
    kind: str
    key: str = ""
    before: Row | None = None
    changed: tuple[str, ...] = ()


def values_of(row: ReadRow) -> dict[str, str]:
    """Say what each cell of a row says."""
    return {slot: claim.value for slot, claim in row.said.items()}


def key_of(row: ReadRow, match: str) -> str:
    """Say by what a row is known again; empty where it cannot be."""
    said = values_of(row)
    if match == Match.NUMBER:
        number = next((f"{name}:{_plain(said[slot])}" for name in NUMBERS if (slot := f"Person.{name}") in said), "")
        return number[:LONGEST_KEY]
    if match == Match.NAME and said.get(NAMES[0]) and said.get(BORN):
        return f"{_plain(said[NAMES[0]])}|{said[BORN]}"[:LONGEST_KEY]
    return ""


def known(imported: Import, keys: Collection[str]) -> dict[str, Row]:
    """Find the rows that stand under some keys, the latest of each; those of undone batches do not count."""
    found = Row.objects.filter(key__in=keys, imported__batch__standing=Standing.IN).exclude(key="")
    found = found.exclude(imported=imported).select_related("entity").order_by("imported__batch__at", "number")
    return {row.key: row for row in found}


def compared(rows: Iterable[ReadRow], *, match: str, before: Mapping[str, Row], met: set[str]) -> Iterable[Found]:
    """Set rows beside those before; `met` collects the numbers met in this table, so that a second one is noticed."""
    for row in rows:
        key = key_of(row, match)
        if not row.entities:
            yield Found(row=row, kind=Kind.EMPTY)
        elif key and match == Match.NUMBER and key in met:
            yield Found(row=row, kind=Kind.TWICE, key=key)
        else:
            met.add(key)
            yield _beside(row, key, before.get(key))


def _beside(row: ReadRow, key: str, before: Row | None) -> Found:
    if before is None:
        return Found(row=row, kind=Kind.NEW, key=key)
    now = values_of(row)
    changed = tuple(slot for slot, value in now.items() if before.claims.get(slot, [None])[0] != value)
    return Found(row=row, kind=Kind.CHANGED if changed else Kind.SAME, key=key, before=before, changed=changed)


def _plain(text: str) -> str:
    return BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
