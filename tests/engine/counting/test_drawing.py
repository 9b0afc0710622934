"""The drawings of a report."""

from kualik.engine.counting import count_people
from kualik.engine.counting.drawing import draw
from tests.engine.counting.reports import QUICK, answered, table


def test_a_report_has_four() -> None:
    """Each with a table that is not empty."""
    drawn = draw(answered())

    assert [one.id for one in drawn] == ["overlap", "posterior", "sensitivity", "chains"]
    assert all(one.rows and one.head and one.description for one in drawn)


def test_two_lists_have_their_overlap_alone() -> None:
    """There is no posterior to draw."""
    assert [one.id for one in draw(count_people(table().only((0, 1)), settings=QUICK))] == ["overlap"]


def test_every_word_is_said_in_the_readers_language() -> None:
    """By whoever says phrases."""
    drawn = draw(answered(), say=lambda one: f"«{one.text}»")

    assert all(one.title.startswith("«") for one in drawn)
    assert "«without the list %(list)s»" in [row[0] for row in drawn[2].rows]
