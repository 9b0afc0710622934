"""One line for whatever was to be expected."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db.utils import DatabaseError, OperationalError

from kualik.casebook.errors import NoCasebook
from kualik.cli.failing import expected, explain


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OperationalError("database is locked"), "busy"),
        (OperationalError("database or disk is full"), "free some space"),
        (OperationalError("attempt to write a readonly database"), "who owns"),
        (OperationalError("unable to open database file"), "who owns"),
        (OperationalError("disk I/O error"), "verify"),
        (DatabaseError("file is not a database"), "restore"),
        (DatabaseError("database disk image is malformed"), "restore"),
        (OperationalError('connection to server at "h", port 5432 failed: refused'), "KUALIK_DATABASE_URL"),
        (OperationalError("could not extend file: No space left on device\nHINT: Check free disk space."), "refused"),
        (PermissionError(13, "Permission denied", "/x/y"), "/x/y: Permission denied"),
        (OSError("something"), "something"),
        (sqlite3.OperationalError("database is locked"), "busy"),
        (NoCasebook(path=Path("/x")), "kualik init"),
    ],
)
def test_each_is_told_in_one_line_with_what_to_do(error: Exception, line: str) -> None:
    """And is among what is expected."""
    assert line in explain(error)
    assert "\n" not in explain(error)
    assert isinstance(error, expected())


def test_a_fault_of_ours_is_not_expected() -> None:
    """It ends with a traceback, to be reported."""
    assert not issubclass(AttributeError, expected())


def test_without_django_its_errors_are_not_waited_for() -> None:
    """The names engine starts without it."""
    code = (
        "import sys; from kualik.cli.failing import expected; expected(); "
        "sys.exit('django' in sys.modules or 'sqlcipher3' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
