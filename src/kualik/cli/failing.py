"""Which errors are expected, and the one line that each is told in."""

import sqlite3
import sys
from collections.abc import Iterator

from kualik.casebook.errors import CasebookError
from kualik.engine.facts.errors import EngineError

__all__ = ["expected", "explain"]

LINES = (
    ("is locked", "the database is busy: another program has held it for too long; nothing was changed; try again"),
    (
        "is full",
        "the disk that holds the database is full; what was acknowledged is kept; free some space and try again",
    ),
    ("readonly", "the database cannot be written: look at who owns the casebook's folder; nothing was changed"),
    ("unable to open", "the database cannot be opened: look at who owns the casebook's folder; nothing was changed"),
    ("disk i/o error", "the disk failed or is full; what was acknowledged is kept; look at it with kualik verify"),
    ("not a database", "the database is damaged, or encrypted with another key: bring it back with kualik restore"),
    ("malformed", "the database is damaged: bring it back with kualik restore"),
    ("connection", "the PostgreSQL server does not answer; nothing was changed; look at KUALIK_DATABASE_URL"),
)


def expected() -> tuple[type[BaseException], ...]:
    """List what a command may end with in one line; Django's errors only where Django was loaded."""
    return (EngineError, CasebookError, OSError, *_database_errors())


def _database_errors() -> Iterator[type[BaseException]]:
    if (django := sys.modules.get("django.db.utils")) is not None:
        yield django.OperationalError
        yield django.DatabaseError
    if (driver := sys.modules.get("sqlcipher3.dbapi2")) is not None:
        yield driver.OperationalError
    yield sqlite3.OperationalError


def explain(error: BaseException) -> str:
    """Say in one line what happened and what to do next."""
    if isinstance(error, EngineError | CasebookError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    text = " ".join(str(error).split())
    return next((line for sign, line in LINES if sign in text.lower()), f"the database refused: {text}")
