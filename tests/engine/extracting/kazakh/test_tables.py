"""The word lists."""

import pytest

from kualik.engine.extracting.kazakh.tables import group, mapping, members, rows, words


@pytest.mark.parametrize("name", ["says", "custody", "happenings", "silences"])
def test_every_row_of_a_table_of_verbs_has_all_its_columns(name: str) -> None:
    """A row that lost a tab would change what a verb means."""
    assert len({len(row) for row in rows(name)}) == 1


def test_words_that_share_a_line_are_all_found() -> None:
    """Commas set words apart."""
    assert mapping("numbers")["екеу"] == "2"
    assert {"құлжа", "алматы"} <= words("places")


def test_a_group_keeps_its_order_and_its_members() -> None:
    """Rows of groups are read once, as a tuple and as a set."""
    assert set(group("joining")) == members("joining") >= {"мен", "және"}
