"""Closed classes of words."""

from kualik.engine.extracting.english.words import ABBREVIATIONS, MONTHS, SEASONS, WEEKDAYS, word_set


def test_words_are_taken_apart_at_blanks() -> None:
    """A set is written as a line."""
    assert word_set("one two  two") == {"one", "two"}


def test_every_month_has_its_number_in_full_and_short() -> None:
    """Twelve months, "sept" and "sep" too."""
    assert set(MONTHS.values()) == set(range(1, 13))
    assert MONTHS["sept"] == MONTHS["september"] == 9


def test_a_week_begins_on_monday_and_has_seven_days() -> None:
    """As in ISO 8601."""
    assert WEEKDAYS["monday"] == 0
    assert sorted(WEEKDAYS.values()) == list(range(7))


def test_seasons_have_their_numbers_of_edtf() -> None:
    """Spring is 21, and fall is autumn."""
    assert SEASONS["fall"] == SEASONS["autumn"] == 23


def test_an_abbreviation_is_written_without_its_point() -> None:
    """As the word before the point is looked up."""
    assert "dr" in ABBREVIATIONS
    assert not any("." in word for word in ABBREVIATIONS)
