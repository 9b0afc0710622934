"""Tables of words beside the code."""

from pathlib import Path

import pytest

from kualik.engine.facts.tables import Tables


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """A package with two small tables."""
    package = tmp_path / "worded"
    (package / "lexicon").mkdir(parents=True)
    (package / "__init__.py").touch()
    rows = "# what it is\nword\tmeans\n\n# more\nmother, mum \t parent\nson\tchild\n"
    (package / "lexicon" / "kin.tsv").write_text(rows, encoding="utf-8")
    (package / "lexicon" / "groups.tsv").write_text("group\twords\nfew\tone two\nfew\tthree\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return Tables("worded")


def test_rows_are_cells_without_header_and_comments(tables: Tables) -> None:
    """Blanks around a cell are not part of it."""
    assert tables.rows("kin") == (("mother, mum", "parent"), ("son", "child"))


def test_rows_can_be_had_by_their_columns_names(tables: Tables) -> None:
    """The header names them."""
    assert tables.keyed("kin")[1] == {"word": "son", "means": "child"}


def test_words_may_share_a_line(tables: Tables) -> None:
    """Set apart by commas, or by blanks where it is said."""
    assert tables.mapping("kin") == {"mother": "parent", "mum": "parent", "son": "child"}
    assert tables.words("kin") == {"mother", "mum", "son"}
    assert tables.words("kin", apart=None) == {"mother,", "mum", "son"}


def test_a_group_keeps_its_order(tables: Tables) -> None:
    """And may go over several rows."""
    assert tables.group("few") == ("one", "two", "three")
    assert tables.members("few") == {"one", "two", "three"}


def test_a_table_that_is_not_there_is_an_error(tables: Tables) -> None:
    """A lexicon that was left out of a package must not read as empty."""
    with pytest.raises(FileNotFoundError):
        tables.rows("gone")
