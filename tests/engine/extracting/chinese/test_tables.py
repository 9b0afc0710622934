"""Word lists."""

from kualik.engine.extracting.chinese.tables import column, mapping, rows, words


def test_a_table_is_read_without_header_and_comments() -> None:
    """The first line names the columns."""
    assert all(len(row) == 3 and not row[0].startswith("#") for row in rows("cues"))
    assert "word" not in column("cues")


def test_a_column_can_be_kept_to_rows_of_one_kind() -> None:
    """The last column chooses."""
    assert "女士" in column("people", where="after")
    assert "律师" not in column("people", where="after")


def test_a_mapping_leaves_out_what_is_empty() -> None:
    """A kin term of no sex has none."""
    assert mapping("kin")["父亲"] == "father"
    assert "父母" not in mapping("kin", 2)


def test_a_little_set_is_found_by_its_name() -> None:
    """Sets of one module do not mix with those of another."""
    assert "被" in words("verbs.passive")
    assert words("no.such-set") == frozenset()
