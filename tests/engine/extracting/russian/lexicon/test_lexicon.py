"""The word lists."""

from importlib.resources import files

import pytest

from kualik.engine.extracting.russian import lexicon
from kualik.engine.extracting.russian.lexicon import column, group, rows, word_set

TABLES = sorted(path.name.removesuffix(".tsv") for path in files(lexicon).iterdir() if path.name.endswith(".tsv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_line_of_a_table_has_its_cells(table: str) -> None:
    """No word stands without what it is listed for; places, outlets and papers are bare lists."""
    assert rows(table)
    if table not in {"places", "outlets"}:
        assert all(len(cells) >= 2 and all(cells[:2]) for cells in rows(table))


def test_a_column_gives_each_word_its_value() -> None:
    """Several words share a line."""
    assert column("kin")["мать"] == column("kin")["мама"] == "mother"


def test_a_group_is_a_closed_set() -> None:
    """And one that is not there is empty."""
    assert "что" in group("clauses.linkers")
    assert group("no.such") == frozenset()


def test_a_word_set_leaves_out_header_and_comments() -> None:
    """Only words."""
    assert "минск" in word_set("places")
    assert not any(word.startswith("#") for word in word_set("places"))
