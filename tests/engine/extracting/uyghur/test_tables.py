"""The word lists."""

from kualik.engine.extracting.uyghur.tables import mapping, rows, words


def test_a_header_and_comments_are_no_words() -> None:
    """The first line and lines with a hash are left out."""
    assert "word" not in words("common")
    assert not any(row[0].startswith("#") for row in rows("kin"))


def test_words_that_share_a_line_share_its_value() -> None:
    """May and both spellings of February."""
    assert mapping("months")["ماي"] == "5"
    assert mapping("months")["فېۋرال"] == mapping("months")["فېبرال"] == "2"
