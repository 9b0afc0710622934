"""Milliseconds of every page of a large casebook of fictional people, on SQLite, SQLite encrypted, and PostgreSQL.

`KUALIK_BENCH_PEOPLE` says how many people (10,000 where it is not set; 100,000 are the aim, with 50,000 documents and
1,000,000 claims). `KUALIK_BENCH_KEPT` names a folder in which the casebooks on SQLite are kept for the next time; they
take ten minutes and two gigabytes each. Every page that the table of routes has is asked for by Django's test client,
signed in as somebody who may see everything; one that is about a document, a person, an event with 24 of them, spread
over the casebook; long lists at their beginning and far from it; search with names and words in five alphabets.

The peer is a bare page of the same framework: one template with one line, behind the same middleware, signed in the
same way, asked for in turn with each page. It does not have the frame of our pages, so that what differs is our own
work. A page that asks the database more than 15 questions fails the measurement.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.postgres import served
from tools.rows import Row

__all__ = ["MOST_QUESTIONS", "TooManyQuestions", "run"]

MOST_QUESTIONS = 15
PEOPLE = "10000"
DATABASES = ("SQLite", "SQLite encrypted", "PostgreSQL")


class TooManyQuestions(Exception):
    """Pages ask the database more than they may."""

    def __init__(self, pages: list[str]) -> None:
        super().__init__(f"more than {MOST_QUESTIONS} questions to the database: {', '.join(pages)}")


def run() -> list[Row]:
    """Build the casebooks, then measure their pages.

    Raises:
        TooManyQuestions: a page asks more than it may; all figures were printed before.
    """
    rows: list[Row] = []
    many: list[str] = []
    for database in DATABASES:
        for found in measured(database, os.environ.get("KUALIK_BENCH_PEOPLE", PEOPLE)):
            rows.append(_row(database, found))
            if found["questions"] > MOST_QUESTIONS:
                many.append(f"{found['page']} on {database}: {found['questions']}")
    if many:
        sys.stderr.write("".join(row.line() for row in rows))
        raise TooManyQuestions(many)
    return rows


def _row(database: str, found: Mapping[str, Any]) -> Row:
    p95, bare = found["wall_95"], found["bare"]["wall_95"]
    note = f"95th percentile {p95:.1f} ms ({p95 / bare:.1f} × the bare page's); {found['questions']} questions"
    return Row(
        figure=f"{found['page']}, {database}",
        unit="ms",
        ours=found["wall"],
        peer=found["bare"]["wall"],
        peer_name="a bare page of the same Django",
        more_is_better=False,
        note=note,
    )


def measured(database: str, people: str) -> Iterator[dict[str, Any]]:
    """Measure the pages of one casebook; those that answer otherwise than with a page are left out."""
    with _casebook(database, people) as (folder, environment):
        told = _said("benchmarks._pages", str(folder), environment=environment)
    pages = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    bare = next(page for page in pages if page["page"] == "bare")
    for page in pages:
        if page is not bare and not page["other"]:
            yield page | {"bare": bare}


@contextmanager
def _casebook(database: str, people: str) -> Iterator[tuple[Path, dict[str, str]]]:
    kept = os.environ.get("KUALIK_BENCH_KEPT")
    with tempfile.TemporaryDirectory() as beside:
        base = Path(kept) if kept and database != "PostgreSQL" else Path(beside)
        folder = base / f"{database.lower().replace(' ', '-')}-{people}"
        words = [str(folder), "--people", people, *(["--encrypt"] if "encrypted" in database else [])]
        if database == "PostgreSQL":
            with served() as url:
                environment = {"KUALIK_DATABASE_URL": url}
                _said("benchmarks._casebook", *words, environment=environment)
                yield folder, environment
            return
        if not folder.exists():
            _said("benchmarks._casebook", *words, environment={})
        yield folder, {}


def _said(module: str, *words: str, environment: Mapping[str, str]) -> str:
    """Run one of our modules in a process of its own, since settings are read once; give what it prints."""
    own = {name: value for name, value in os.environ.items() if name != "KUALIK_DATABASE_URL"}
    told = {**own, **environment}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env={**told, **environment},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
