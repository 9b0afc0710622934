"""`kualik link`."""

import csv
from pathlib import Path

import pytest

from kualik.cli import main

A = "Name,Born\nSerik Bolatuly,1985-03-02\nNurlan Ospan,1970\n"
B = "Name,Born\nСерік Болатұлы,02.03.1985\nAigul Marat,\n"


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two lists and a map, in the folder that we are in."""
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(A, encoding="utf-8")
    Path("b.csv").write_text(B, encoding="utf-8")
    Path("map.toml").write_text('name = "Name"\nbirth = "Born"\nonce = true\n', encoding="utf-8")
    return tmp_path


def test_numbers_the_people_of_two_lists(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row per record; the same number for the same human being; pairs with reasons."""
    with pytest.raises(SystemExit) as ended:
        main(["link", "a.csv", "b.csv", "--map", "map.toml", "-o", "out.csv", "--pairs", "pairs.csv"])
    written = list(csv.DictReader((lists / "out.csv").read_text(encoding="utf-8").splitlines()))
    pairs = list(csv.DictReader((lists / "pairs.csv").read_text(encoding="utf-8").splitlines()))

    assert not ended.value.code
    assert [(one["source"], one["row"], one["cluster"]) for one in written] == [
        ("a.csv", "0", "0"),
        ("a.csv", "1", "1"),
        ("b.csv", "0", "0"),
        ("b.csv", "1", "2"),
    ]
    assert (pairs[0]["left"], pairs[0]["right"]) == ("b.csv:0", "a.csv:0")
    assert float(pairs[0]["probability"]) > 0.9
    assert "4 rows, 3 human beings" in capsys.readouterr().err


def test_writes_parquet_by_the_name_of_the_file(lists: Path) -> None:
    """As the contract says."""
    with pytest.raises(SystemExit) as ended:
        main(["link", "a.csv", "--map", "map.toml", "-o", "out.parquet"])

    assert not ended.value.code
    assert (lists / "out.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("map.toml", b'name = "Nome"\n', "no column Nome"),
        ("map.toml", b"name\n", "not TOML"),
        ("a.csv", b"Name,Born\n\xff,1\n", "not UTF-8"),
    ],
)
@pytest.mark.usefixtures("lists")
def test_what_is_wrong_is_told_with_the_file(
    capsys: pytest.CaptureFixture[str], name: str, content: bytes, told: str
) -> None:
    """Exit code 1, nothing written."""
    Path(name).write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        main(["link", "a.csv", "--map", "map.toml", "-o", "out.csv"])

    assert ended.value.code == 1
    assert told in capsys.readouterr().err
    assert not Path("out.csv").exists()
