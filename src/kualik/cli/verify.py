"""`kualik verify`: prove that nothing was changed or lost."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualik.casebook import folder
from kualik.casebook.archive import put_in_place
from kualik.cli import common

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.ledger.canonical import Row
    from kualik.cases.ledger.verification import Problem

__all__ = ["Report", "app", "check"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found: problems are faults, notes are not."""

    entries: int
    head: str
    sources: int
    problems: tuple["Problem", ...]
    notes: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@app.command()
def verify(
    folder_: Annotated[Path | None, typer.Argument(metavar="DIR", help="The casebook; else the one at hand.")] = None,
    witnessed: Annotated[
        str, typer.Option(metavar="NUMBER:HASH", help="An entry's hash that somebody wrote down earlier.")
    ] = "",
    ledger: Annotated[
        Path | None, typer.Option(help="Write the ledger to a file as well, for tools/verify_ledger.py.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check the ledger's chain, every row against it, every original against its hash, and the database itself.

    Example: kualik verify --witnessed 4711:9f2c…
    """
    if folder_:
        os.environ[folder.VARIABLE] = str(folder_)
    common.open_casebook()
    by = common.acting()
    report = check(by, witnessed=witnessed)
    if ledger:
        _export(by, ledger)
    common.say(json.dumps(_as_json(report), ensure_ascii=False) if as_json else _as_text(report))
    for problem in report.problems:
        common.tell(str(problem))
    raise typer.Exit(0 if report.is_whole else 1)


def check(by: "User", *, witnessed: str = "") -> Report:
    """Check everything there is to check of the casebook at hand.

    Raises:
        LedgerClosed: `by` is no administrator.
    """
    from kualik.cases.claims.verification import problems as claims
    from kualik.cases.documents.verification import problems as documents
    from kualik.cases.ledger import queries
    from kualik.cases.ledger.verification import check_chain
    from kualik.cases.sources.models import Source
    from kualik.cases.sources.verification import orphans, problems

    found = [*_database(), *check_chain(queries.rows(viewer=by)), *problems(), *documents(), *claims()]
    seq, head = queries.head()
    if witnessed:
        found += _witness(queries.rows(viewer=by), witnessed)
    notes = [
        f"vault object {name[:16]}… belongs to no source: its adding was cut short; add it again" for name in orphans()
    ]
    return Report(
        entries=seq, head=head, sources=Source.objects.count(), problems=tuple(found), notes=(*notes, *_unfinished())
    )


def _unfinished() -> Iterator[str]:
    if left := folder.vault(folder.located()).unfinished():
        yield f"{left} copies in the vault were cut short; they are nobody's"


def _witness(rows: Iterable["Row"], witnessed: str) -> "list[Problem]":
    from kualik.cases.ledger.verification import Problem

    number, _, hash_ = witnessed.partition(":")
    seen = next((row.hash for row in rows if str(row.seq) == number), None)
    if seen is not None and hash_ and seen.startswith(hash_):
        return []
    return [Problem(where=f"ledger entry {number}", what="is not the one that was witnessed, or is gone")]


def _database() -> "Iterator[Problem]":
    from django.db import connection

    from kualik.cases.ledger.verification import Problem

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for statement in ("PRAGMA integrity_check", "PRAGMA cipher_integrity_check"):
            for (line,) in cursor.execute(statement).fetchall():
                if line != "ok":
                    yield Problem(where="database", what=str(line))
        for table, row, other, _ in cursor.execute("PRAGMA foreign_key_check").fetchall():
            yield Problem(where=f"table {table}, row {row}", what=f"points at a row of {other} that is not there")


def _export(by: "User", path: Path) -> None:
    from kualik.cases.ledger import queries

    with put_in_place(path.absolute()) as file:
        for row in queries.rows(viewer=by):
            file.write(json.dumps(asdict(row), ensure_ascii=False).encode() + b"\n")


def _as_json(report: Report) -> dict[str, object]:
    return {
        "ok": report.is_whole,
        "entries": report.entries,
        "head": report.head,
        "sources": report.sources,
        "problems": [asdict(one) for one in report.problems],
        "notes": list(report.notes),
    }


def _as_text(report: Report) -> str:
    state = "everything is as it was written" if report.is_whole else f"problems: {len(report.problems)}"
    lines = [state, f"sources: {report.sources}", f"ledger entries: {report.entries}", *report.notes]
    return "\n".join([*lines, f"to be witnessed: {report.entries}:{report.head}"])
