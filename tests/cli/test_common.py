"""What every command does first."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kualik.casebook import folder
from kualik.casebook.errors import NewerCasebook
from kualik.cases.accounts.errors import NoSuchAccount
from kualik.cli import common
from tests.cases.casting import keeper, worker

CASEBOOK = Path(settings.CASEBOOK)


@pytest.mark.django_db
def test_the_one_who_is_named_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the keeper; a name that there is not, or no keeper, is said."""
    worker("saule")
    monkeypatch.setenv(common.ACTOR, "saule")
    assert common.acting().username == "saule"
    monkeypatch.setenv(common.ACTOR, "nobody")
    with pytest.raises(NoSuchAccount):
        common.acting()
    monkeypatch.delenv(common.ACTOR)
    with pytest.raises(common.NobodyActs, match="--as NAME"):
        common.acting()
    described = folder.describe(CASEBOOK)
    folder.write_description(
        folder.Casebook(path=CASEBOOK, title="T", database=described.database, keeper=str(keeper().pk))
    )

    assert common.acting() == keeper()
    folder.write_description(described)


@pytest.mark.django_db
def test_a_database_newer_than_the_program_is_refused_unchanged() -> None:
    """The message names the table's version, and to install the newer program."""
    MigrationRecorder(connection).record_applied("sources", "0099_from_the_future")
    with pytest.raises(NewerCasebook, match=r"sources 0099_from_the_future.*install the newer version"):
        common.open_casebook()


@pytest.mark.django_db
def test_an_older_database_is_brought_up_to_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And it is said. That the tables change is Django's; here it is that it is asked."""
    asked: list[str] = []
    monkeypatch.setattr("django.core.management.call_command", lambda name, **_more: asked.append(name))
    MigrationRecorder(connection).record_unapplied("ledger", "0002_only_ever_added_to")
    common.open_casebook()

    assert asked == ["migrate"]
    assert "bringing the tables" in capsys.readouterr().err


def test_a_passphrase_is_asked_for_where_somebody_sits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment goes before; without a terminal nobody is asked."""
    for name in ("KUALIK_PASSPHRASE", "KUALIK_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kualik.cli.common.getpass", lambda _prompt: "typed")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert common.ask_passphrase("Passphrase: ") is None
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda _self: True})())
    assert common.ask_passphrase("Passphrase: ") == "typed"
    monkeypatch.setenv("KUALIK_PASSPHRASE", "from the environment")

    assert common.ask_passphrase("Passphrase: ") == "from the environment"


def test_results_and_remarks_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """Results on stdout, remarks on stderr with our name."""
    common.say("added")
    common.tell("skipped")

    assert capsys.readouterr() == ("added\n", "kualik: skipped\n")
    assert common.now().tzinfo is not None
    assert common.file_limit() == 50 * 1024 * 1024


def test_what_a_stranger_wrote_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A file name, or a name within an archive, may hold the signs that clear a screen or rename its window."""
    common.tell("a.zip: \x1b]0;own\x07.txt, \x9b2J: unsafe")
    common.say("read\t\x1b[2Ja\r.txt\nнұр\u200cи")
    told = capsys.readouterr()

    assert told.err == "kualik: a.zip:  ]0;own .txt,  2J: unsafe\n"
    assert told.out == "read\t [2Ja .txt\nнұр\u200cи\n"
