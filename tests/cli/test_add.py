"""`kualik add`: in, read, proposed; once."""

import json
import os
import resource
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest
from sqlcipher3 import dbapi2

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.ledger.models import Entry
from kualik.cases.sources.models import Source
from tests.assistant.server import saying, serving
from tests.cases.casting import worker
from tests.cli.apart import ADDRESS, Place
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_folder_is_kept_read_and_proposed(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each file once it is kept, in the order of names; what is hidden is skipped and said."""
    ran = run(capsys, "add", str(letters), "--json", "--publisher", "The Steppe Post", "--provider", "a cousin")
    said = [json.loads(line) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert [Path(line["path"]).name for line in said if line["result"] == "added"] == [
        "two.txt",
        "one.txt",
        "three.txt",
    ]
    assert {line["path"]: line["documents"] for line in said if line["result"] == "read"} == dict.fromkeys(
        ("one.txt", "two.txt", "three.txt"), 1
    )
    assert ".hidden: skipped, hidden" in ran.err
    assert set(Document.objects.values_list("publisher", flat=True)) == {"The Steppe Post"}
    assert set(Source.objects.values_list("handover__provider", flat=True)) == {"a cousin"}
    assert Claim.objects.filter(status="proposed").exists()
    assert not Claim.objects.exclude(status="proposed").exists()


def test_a_second_time_adds_nothing_and_says_so(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a row, not an entry."""
    run(capsys, "add", str(letters))
    before = Entry.objects.count()
    ran = run(capsys, "add", str(letters))

    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["already here"] * 3
    assert "3 already here" in ran.err
    assert (ran.code, Entry.objects.count()) == (0, before)


def test_each_refusal_is_said_and_the_others_come(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, an address, an empty file, a device: each with what to do, exit code 1, and the rest is in."""
    (letters / "empty.txt").touch()
    ran = run(capsys, "add", str(letters / "nowhere.txt"), "https://example.invalid/page", os.devnull, str(letters))

    assert ran.code == 1
    assert "nowhere.txt: No such file or directory" in ran.err
    assert "save the page in a browser" in ran.err
    assert "neither a file nor a folder" in ran.err
    assert "empty.txt: empty: 0 bytes. Ask whoever sent it for the file itself." in ran.err
    assert Source.objects.filter(state="read").count() == 3
    assert Source.objects.get(state="refused").refusal == "empty"


def test_an_unreadable_file_is_said_and_the_others_come(
    letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission (said by the system; root would be let in) stops nothing."""
    opened = Path.open

    def closed(path: Path, *words: object, **more: object) -> object:
        if path.name == "one.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *words, **more)  # type: ignore[call-overload]  # whatever it is called with

    monkeypatch.setattr(Path, "open", closed)
    ran = run(capsys, "add", str(letters))

    assert ran.code == 1
    assert "one.txt: Permission denied; ask whoever owns it" in ran.err
    assert Source.objects.filter(state="read").count() == 2


def test_a_file_over_the_limit_is_said(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sparse file of two gigabytes is refused by its size alone."""
    with (letters / "film.mov").open("wb") as film:
        film.truncate(2 * 1024**3)
    ran = run(capsys, "add", str(letters))

    assert ran.code == 1
    assert "film.mov: larger than 50 MiB" in ran.err
    assert Source.objects.count() == 3


def test_a_reader_adds_nothing(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file is refused by the role."""
    worker("reader", Role.READER)
    ran = run(capsys, "add", str(letters), as_="reader")

    assert ran.code == 1
    assert "takes the role contributor" in ran.err
    assert Source.objects.count() == 0


@pytest.mark.parametrize("option", [("--published", "8 February"), ("--lang", "x" * 30)])
def test_what_cannot_be_so_is_said(option: tuple[str, str], letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is kept."""
    ran = run(capsys, "add", str(letters / "one.txt"), *option)

    assert ran.code == 1
    assert Source.objects.count() == 0


def test_a_level_that_there_is_not_is_wrong_usage(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and the levels that there are."""
    ran = run(capsys, "add", str(letters), "--sensitivity", "secret")

    assert ran.code == 2
    assert "sealed" in ran.err


def test_a_spreadsheet_is_read_through_its_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Saved from a file under its name, then known by it; one that makes no sense names the column."""
    (tmp_path / "list.csv").write_text("ФИО,год\nЕрлан Серікұлы,1985\nДана Ержанқызы,1990\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("ФИО,год\nАйбек Нұрланұлы,1979\n", encoding="utf-8")
    columns = {"ФИО": {"property": "name", "schema": "Person"}, "год": {"property": "birthDate", "schema": "Person"}}
    (tmp_path / "committee.json").write_text(json.dumps({"columns": columns}), encoding="utf-8")
    (tmp_path / "wrong.json").write_text(json.dumps({"columns": {"ФИО": {"property": "colour"}}}), encoding="utf-8")
    (tmp_path / "broken.toml").write_text("columns = ", encoding="utf-8")

    list_ = str(tmp_path / "list.csv")
    assert "ФИО" in run(capsys, "add", list_, "--mapping", str(tmp_path / "wrong.json")).err
    assert "is not a mapping" in run(capsys, "add", list_, "--mapping", str(tmp_path / "broken.toml")).err
    assert "no mapping of this name" in run(capsys, "add", list_, "--mapping", "other").err
    assert run(capsys, "add", list_, "--mapping", str(tmp_path / "committee.json")).code == 0
    assert run(capsys, "add", str(tmp_path / "more.csv"), "--mapping", "committee").code == 0
    assert set(Claim.objects.filter(property="name").values_list("value", flat=True)) == {
        "Ерлан Серікұлы",
        "Дана Ержанқызы",
        "Айбек Нұрланұлы",
    }


def test_what_was_refused_is_read_again_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the encoding that the reader was unsure of."""
    (tmp_path / "old.txt").write_bytes("Ол туралы хабар жоқ. Қайда екені белгісіз, деді туыстары.".encode("kz1048"))
    (tmp_path / "empty.txt").touch()
    run(capsys, "add", str(tmp_path))
    assert Source.objects.filter(state="refused").count() >= 1
    ran = run(capsys, "add", str(tmp_path), "--again", "--encoding", "kz1048")

    assert ran.out.startswith("read again")
    assert Entry.objects.filter(kind="source:read-again").count() >= 1


def test_standard_input_is_a_source(apart: Place) -> None:
    """`-` takes it to its end."""
    (added, read) = apart.told("add", "-", given="Khadisha was taken on 8 February 2018.\n")

    assert (added["result"], added["path"], read["result"]) == ("added", "standard input", "read")


def test_ctrl_c_ends_after_the_file_at_hand_and_the_same_command_goes_on(apart: Place, tmp_path: Path) -> None:
    """Exit code 130; what was said is kept; nothing is half there; then all are in once."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(f"Report {number} about nobody.", encoding="utf-8")
    with apart.started("add", str(folder)) as process:
        assert process.stdout
        for _ in range(3):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, err = process.communicate()

    assert process.returncode == 130
    assert "the same command goes on from here" in err
    assert "Traceback" not in err
    kept = 3 + rest.count("added\t")
    assert kept < 150
    assert apart.told("verify")[0]["sources"] == kept
    results = [line["result"] for line in apart.told("add", str(folder))]
    assert (results.count("already here"), results.count("added"), results.count("read")) == (kept, 150 - kept, 150)


def test_a_database_that_another_program_holds_is_said(apart: Place, letters: Path) -> None:
    """In one line; afterwards the same command does all."""
    if not apart.is_sqlite:
        lock, unlock = "BEGIN; LOCK TABLE sources_source IN ACCESS EXCLUSIVE MODE", "ROLLBACK"
        with psycopg.connect(apart.environment[ADDRESS], autocommit=True) as held:
            held.execute(lock)
            impatient = apart.under(PGOPTIONS="-c lock_timeout=500")
            done = impatient.run("add", str(letters), code=1)
            held.execute(unlock)
    else:
        held_file = dbapi2.connect(apart.casebook / "casebook.sqlite3", isolation_level=None)
        held_file.execute("BEGIN EXCLUSIVE")
        done = apart.under(KUALIK_PATIENCE="1").run("add", str(letters), code=1)
        held_file.execute("ROLLBACK")
        held_file.close()

    assert done.stderr.splitlines()[-1].startswith("kualik: the database")
    assert {line["result"] for line in apart.told("add", str(letters))} == {"added", "already here", "read"} - (
        {"already here"} if "added" not in done.stdout else set()
    )
    assert apart.told("verify")[0]["ok"]


@pytest.mark.parametrize("room", [0, 20_000, 60_000, 150_000, 400_000])
def test_a_full_disk_loses_nothing_that_was_said(apart: Place, tmp_path: Path, room: int) -> None:
    """However full: a stated error, the casebook readable and whole, and with room again all is in once.

    A limit on the size of files stands in for the full disk: the system refuses to write beyond it.
    """
    if not apart.is_sqlite:
        room = room // 10  # the database's disk is another; here it is the vault that is full
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Report {number}. " + "word " * 3000, encoding="utf-8")
    grown = max(path.stat().st_size for path in apart.casebook.glob("casebook.sqlite3*")) if apart.is_sqlite else 0
    limit = grown + room

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        apart.command("add", "--json", str(folder)),
        env=apart.environment,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=full,
        check=False,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    kept = {line["sha256"] for line in said if line["result"] == "added"}

    assert "Traceback" not in done.stderr
    assert done.returncode in ({1} if room == 0 else {0, 1})
    assert done.returncode == 0 or "disk" in done.stderr
    report = apart.told("verify")[0]
    assert report["ok"], report
    again = apart.told("add", str(folder))
    assert kept <= {line["sha256"] for line in again if line["result"] == "already here"}
    assert apart.told("verify")[0]["sources"] == 12


def test_a_language_model_that_is_set_gives_a_second_reading(
    letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its proposals wait for a person beside those of the rules."""
    person = {"quote": "Khadisha said", "name": "Khadisha", "age": ""}
    held = {"quote": "Officials in Urumqi", "who": "Officials in Urumqi", "state": "prison", "speaker": ""}
    held |= {"sentence": "", "since": "", "place": ""}
    with serving(saying(persons=[person], custody=[held])) as served:
        monkeypatch.setenv("KUALIK_LLM_URL", served.url)
        monkeypatch.setenv("KUALIK_LLM_MODEL", "toy")
        assert run(capsys, "add", str(letters)).code == 0

    assert len(served.asked) == 3
    assert set(Claim.objects.filter(method="llm:toy").values_list("status", flat=True)) == {"proposed"}


def test_a_language_model_that_may_not_be_asked_is_left_out(
    letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is said, and the rules read."""
    monkeypatch.setenv("KUALIK_LLM_URL", "https://model.invalid/v1")
    ran = run(capsys, "add", str(letters))

    assert ran.code == 0
    assert "nothing was sent; sources are read by the rules alone" in ran.err
    assert not Claim.objects.filter(method__startswith="llm:").exists()
