"""What every test starts from: a casebook of its own process, never the one of whoever runs the tests."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings  # lazy: nothing is read before `pytest_configure` below
from django.db import connection

from kualik.casebook import folder

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_reset_sequences", "live_server"})
JOURNEYS = Path(__file__).parent / "journeys"

_casebook = tempfile.mkdtemp(prefix="kualik-test-")
atexit.register(shutil.rmtree, _casebook, ignore_errors=True)

# Set before Django's settings are first read. A worker of xdist is a process
# of its own and gets a folder of its own.
os.environ["KUALIK_CASEBOOK"] = _casebook
os.environ["DJANGO_SETTINGS_MODULE"] = "kualik.settings"
os.environ.pop("KUALIK_DATABASE_URL", None)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as cli.main does: one thread a process, as many processes as cores
if url := os.environ.get("KUALIK_TEST_DATABASE_URL"):
    os.environ["KUALIK_DATABASE_URL"] = url


def pytest_configure() -> None:
    """Make the casebook's folder and load the settings; pytest-django then sets Django up.

    On SQLite each process has its database in its own memory. That is said here because pytest-django knows Django's
    own SQLite backend by its name, and for ours would make up a path.
    """
    folder.lay_out(Path(_casebook), title="Tests")
    # A worker of xdist inherits the settings' name, so that its settings were read before it had a folder of its own.
    settings.CASEBOOK = Path(_casebook)
    settings.FILE_UPLOAD_TEMP_DIR = folder.upload_folder(Path(_casebook))
    database = settings.DATABASES["default"]
    if "postgresql" not in database["ENGINE"]:
        database.setdefault("TEST", {})["NAME"] = ":memory:"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `./kualik test` chooses: one of its three passes (a bare pytest runs everything), and pictures."""
    parts = ("everything", "units", "database", "journeys")
    parser.addoption("--part", choices=parts, default="everything", help="which part of the suite to run")
    parser.addoption("--pictures", action="store_true", help="journeys write the pictures of the guide")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the part that is asked for."""
    part = config.getoption("--part")
    if part == "everything":
        return
    left_out = [item for item in items if not belongs(item, part)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if belongs(item, part)]


def belongs(item: pytest.Item, part: str) -> bool:
    """Say whether a test is of a part: a journey, a unit, or a unit that touches the database."""
    if item.path.is_relative_to(JOURNEYS):
        return part == "journeys"
    return part == "units" or (part == "database" and touches_database(item))


def touches_database(item: pytest.Item) -> bool:
    """Say whether a test uses the database: by its mark, or by a fixture that it names or inherits."""
    named = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return bool(named) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True, scope="session")
def _ledger_can_be_emptied() -> Iterator[None]:
    """Let a test that commits clean up after itself: the ledger's triggers refuse that, and are back right after."""
    triggers: Any = import_module("kualik.cases.ledger.migrations.0002_only_ever_added_to")
    kind: Any = type(connection.ops)
    original = kind.execute_sql_flush

    def flush(operations: Any, statements: list[str]) -> None:
        editor = SimpleNamespace(connection=operations.connection)
        triggers.remove(None, editor)
        original(operations, statements)
        triggers.install(None, editor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kind, "execute_sql_flush", flush)
        yield
