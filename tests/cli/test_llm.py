"""`kualik llm`: setting the language model, and what it says of text that leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from django.conf import settings as django

from kualik.assistant import settings
from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.cli import llm
from tests.assistant.server import answering, saying, serving
from tests.cases.casting import worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db
AWAY = ("llm", "set", "--url", "https://model.invalid/v1", "--model", "toy")


@pytest.fixture(autouse=True)
def casebook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tests' casebook, with no language model before and after."""
    for name in (settings.URL, settings.MODEL, settings.KEY):
        monkeypatch.delenv(name, raising=False)
    yield django.CASEBOOK
    settings.forget(django.CASEBOOK)


def test_one_of_this_machine_is_set_shown_and_switched_off(capsys: pytest.CaptureFixture[str], casebook: Path) -> None:
    """Off is where it begins."""
    assert run(capsys, "llm", "show").out == "off: no language model is asked\n"
    assert run(capsys, "llm", "set", "--url", "http://127.0.0.1:11434/v1", "--model", "toy:1b").code == 0
    assert settings.load(casebook).model == "toy:1b"
    assert "on this machine" in run(capsys, "llm", "show").out
    assert run(capsys, "llm", "off").out == "off\n"
    assert run(capsys, "llm", "off").out == "it was off\n"


def test_what_the_environment_names_is_not_switched_off_by_saying_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads "off" must be able to rely on it."""
    monkeypatch.setenv(settings.URL, "http://127.0.0.1:11434/v1")
    ran = run(capsys, "llm", "off")

    assert ran.out != "off\n"
    assert settings.URL in ran.err


def test_setting_and_ending_it_are_in_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    """One entry each."""
    run(capsys, "llm", "set", "--url", "http://127.0.0.1:11434/v1", "--model", "toy:1b")
    run(capsys, "llm", "off")
    run(capsys, "llm", "off")

    assert list(Entry.objects.filter(kind__startswith="assistant:").order_by("seq").values_list("kind", flat=True)) == [
        "assistant:set",
        "assistant:off",
    ]


def test_another_machine_is_refused_without_leave(capsys: pytest.CaptureFixture[str], casebook: Path) -> None:
    """Nothing is kept."""
    ran = run(capsys, *AWAY)

    assert ran.code == 1
    assert "allow_remote_llm" in ran.err
    assert not settings.is_set(casebook)


def test_another_machine_needs_a_yes_and_the_warning_is_plain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, casebook: Path
) -> None:
    """Who says no, or is not there to answer, keeps the text here."""
    monkeypatch.setattr(typer, "confirm", no)
    ran = run(capsys, *AWAY, "--allow-remote")
    assert "will leave this machine and be sent to model.invalid" in ran.err
    assert ran.code == 1
    assert not settings.is_set(casebook)

    assert run(capsys, *AWAY, "--allow-remote", "--yes").code == 0
    assert settings.load(casebook).confirmed == "model.invalid"
    assert "text leaves this machine" in run(capsys, "llm", "show").out


def no(*_: object, **__: object) -> bool:
    """Say no."""
    raise typer.Abort


def test_every_use_of_another_machine_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is sent."""
    run(capsys, *AWAY, "--allow-remote", "--yes")
    capsys.readouterr()
    llm.assistant()

    assert "leaves this machine: it is sent to model.invalid" in capsys.readouterr().err


def test_only_an_administrator_sets_it(capsys: pytest.CaptureFixture[str], casebook: Path) -> None:
    """Neither on nor off."""
    editor = worker("ermek", Role.EDITOR).username
    ran = run(capsys, "llm", "set", "--url", "http://127.0.0.1:1/v1", "--model", "toy", as_=editor)

    assert (ran.code, settings.is_set(casebook)) == (1, False)
    assert run(capsys, "llm", "off", as_=editor).code == 1


def test_a_key_that_others_may_read_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Before it is used."""
    path = tmp_path / "key"
    path.write_text("s3cret")
    path.chmod(0o644)
    ran = run(capsys, "llm", "set", "--url", "http://127.0.0.1:1/v1", "--model", "toy", "--key-file", str(path))

    assert ran.code == 1
    assert "chmod 600" in ran.err


def test_a_trial_says_what_of_the_answer_stands_in_the_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any document of the casebook."""
    persons = [
        {"quote": "Aigerim Tulegen", "name": "Aigerim Tulegen", "age": ""},
        {"quote": "x", "name": "y", "age": ""},
    ]
    with serving(saying(persons=persons)) as served:
        monkeypatch.setenv(settings.URL, served.url)
        ran = run(capsys, "llm", "test")

    assert ran.code == 0
    assert "1 claims of its answer stand in the text" in ran.out
    assert "1 proposals dropped" in ran.err


def test_a_trial_that_fails_says_why(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, exit code 1."""
    with serving(answering(b"<html>")) as served:
        monkeypatch.setenv(settings.URL, served.url)
        ran = run(capsys, "llm", "test")

    assert ran.code == 1
    assert "form of this interface" in ran.err
