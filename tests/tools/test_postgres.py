"""A PostgreSQL for the tests, and nothing left of it."""

from pathlib import Path

import psycopg
import pytest

from tools import postgres
from tools.postgres import NoPostgres, served


@pytest.fixture(autouse=True)
def unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No database is named from outside."""
    monkeypatch.delenv("KUALIK_TEST_DATABASE_URL", raising=False)


def test_a_server_is_started_and_is_gone_afterwards() -> None:
    """It knows capitals beyond the Latin ones, whatever the machine's locale, and leaves no folder."""
    with served() as url:
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT lower('ҚӘЙ'), current_setting('data_directory')").fetchone()
        assert row is not None
        assert row[0] == "қәй"
        folder = Path(row[1]).parent
        assert folder.is_dir()

    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_the_one_that_is_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """KUALIK_TEST_DATABASE_URL comes first, and nothing is started."""
    monkeypatch.setenv("KUALIK_TEST_DATABASE_URL", "postgresql://somewhere/else")

    with served() as url:
        assert url == "postgresql://somewhere/else"


def test_a_missing_package_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no wheel for a machine, one names a database or says that one goes without."""
    monkeypatch.setattr(postgres, "find_spec", lambda _: None)

    with pytest.raises(NoPostgres, match="KUALIK_TEST_DATABASE_URL") as refused, served():
        pass

    assert "--without-postgres" in str(refused.value)


def test_a_server_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own words are in the message."""
    monkeypatch.setattr(postgres, "SETTINGS", ("no_such_setting=1",))

    with pytest.raises(NoPostgres, match="no_such_setting"), served():
        pass
