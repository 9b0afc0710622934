"""Capture tables from files."""

from pathlib import Path

import pytest
from typer import BadParameter

from kualik.cli.count_tables import read
from kualik.engine.counting import BadTable

ROWS = "A,B,count\n1,1,4\n1,0,6\n"


def write(path: Path, text: str | bytes) -> Path:
    """Write a file."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_several_tables_are_parts_named_as_their_files(tmp_path: Path) -> None:
    """In the order in which they were given."""
    paths = [write(tmp_path / f"{name}.csv", ROWS) for name in ("north", "south")]

    assert list(read(paths)) == ["north", "south"]


def test_a_column_names_parts(tmp_path: Path) -> None:
    """As strata or as replicates."""
    path = write(tmp_path / "all.csv", "A,B,where,count\n1,1,north,4\n1,0,south,6\n")

    assert {name: one.listed for name, one in read([path], strata="where").items()} == {"north": 4, "south": 6}
    assert list(read([path], replicates="where")) == ["north", "south"]


def test_parts_with_other_lists_are_refused_by_their_file(tmp_path: Path) -> None:
    """With the lists that it should have."""
    paths = [write(tmp_path / "north.csv", ROWS), write(tmp_path / "south.csv", "A,C,count\n1,1,4\n")]

    with pytest.raises(BadTable, match=r"south\.csv: row 1: the lists are not those of .*north\.csv: A, B"):
        read(paths)


def test_what_is_no_text_is_refused_by_its_file(tmp_path: Path) -> None:
    """And what to do."""
    with pytest.raises(BadTable, match=r"a\.csv: is not UTF-8 text; save it"):
        read([write(tmp_path / "a.csv", b"\xff\xfe,1\n")])


def test_what_contradicts_itself_is_wrong_usage(tmp_path: Path) -> None:
    """No table; strata with replicates; several tables with a column; two of one name."""
    one, other = write(tmp_path / "a.csv", ROWS), write(tmp_path / "deep" / "a.csv", ROWS)

    for paths, columns in (([], {}), ([one], {"strata": "x", "replicates": "y"}), ([one, other], {"strata": "x"})):
        with pytest.raises(BadParameter):
            read(paths, **columns)
    with pytest.raises(BadParameter, match="the same name"):
        read([one, other])


@pytest.mark.parametrize(("text", "told"), [("A,B\n1,1\n", "last column"), ("A,B,count\n1,2,4\n", "row 2: '2'")])
def test_a_bad_row_is_told_with_its_file_and_number(tmp_path: Path, text: str, told: str) -> None:
    """So that whoever made it finds it."""
    with pytest.raises(BadTable, match=told):
        read([write(tmp_path / "a.csv", text)])
