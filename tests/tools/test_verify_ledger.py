"""The stand-alone check of a ledger agrees with the product's own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.apart import Place, place

SCRIPT = Path(__file__).parents[2] / "tools" / "verify_ledger.py"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a casebook of three letters, and its ledger written out."""
    folder = tmp_path_factory.mktemp("ledger")
    with place(folder / "casebook") as apart:
        sqlite = Place(casebook=apart.casebook, environment=_without_server(apart))
        sqlite.run("init")
        for number in range(3):
            sqlite.run("add", "-", given=f"Letter {number}: Хадиша was taken.")
        sqlite.run("verify", "--ledger", str(folder / "ledger.jsonl"))
    return folder


def _without_server(apart: Place) -> dict[str, str]:
    return {name: value for name, value in apart.environment.items() if not name.startswith("KUALIK_")}


def check(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the script with nothing but Python: no package of ours or of others."""
    return subprocess.run([sys.executable, "-I", "-S", SCRIPT, *words], capture_output=True, text=True, check=False)


def test_it_needs_fewer_than_80_lines_and_nothing_but_python() -> None:
    """So that somebody can read it whole before trusting it."""
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    modules = {line.split()[1].partition(".")[0] for line in lines if line.startswith(("import ", "from "))}

    assert len(lines) < 80
    assert modules <= set(sys.stdlib_module_names)


def test_a_whole_ledger_is_whole_in_either_form(kept: Path) -> None:
    """Written out, or in the database itself; with the originals."""
    written = check(kept / "ledger.jsonl")
    itself = check(kept / "casebook" / "casebook.sqlite3", "--vault", kept / "casebook")

    assert (written.returncode, itself.returncode) == (0, 0)
    assert written.stdout == itself.stdout
    assert written.stdout.endswith("whole\n")


@pytest.mark.parametrize("at", [0, 3, -2])
@pytest.mark.parametrize("how", ["changed", "removed", "doubled"])
def test_whatever_is_done_to_an_entry_is_said(kept: Path, tmp_path: Path, at: int, how: str) -> None:
    """Exit code 1."""
    rows = [json.loads(line) for line in (kept / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    if how == "changed":
        rows[at]["details"] = {"note": "forged"}
    elif how == "removed":
        del rows[at]
    else:
        rows.insert(at, rows[at])
    (tmp_path / "ledger.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = check(tmp_path / "ledger.jsonl")

    assert done.returncode == 1
    assert "entry" in done.stdout


def test_a_changed_original_is_said(kept: Path, tmp_path: Path) -> None:
    """By its name, which no longer follows from its hash."""
    shutil.copytree(kept / "casebook", tmp_path / "casebook")
    original = next((tmp_path / "casebook" / "vault").glob("??/*"))
    original.chmod(0o600)
    original.write_bytes(b"forged")
    done = check(kept / "ledger.jsonl", "--vault", tmp_path / "casebook")

    assert (done.returncode, original.name in done.stdout) == (1, True)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A missing file, a file of something else; wrong usage is 2."""
    (tmp_path / "letter.txt").write_text("Dear all", encoding="ascii")

    assert check(tmp_path / "nowhere").returncode == check(tmp_path / "letter.txt").returncode == 1
    assert check().returncode == 2
