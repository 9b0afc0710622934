"""Kin known only as a number."""

from kualik.engine.facts import Schema
from tests.engine.extracting.samples import found, read


def test_each_gets_a_term_where_numbers_agree() -> None:
    """Two sons, two terms; with a third person, three."""
    text = "Omar Amin said that his parents and his uncle are in prison in Tacheng for nine, six and thirteen years."

    assert [fact["sentence"] for fact in found(text, "custody")] == ["P9Y", "P6Y", "P13Y"]


def test_a_group_stays_one_where_they_do_not() -> None:
    """Three brothers with one term are not told apart."""
    (fact,) = found("Omar Amin said his three brothers were sentenced to seven years.", "custody")

    assert (fact["count"], fact["sentence"]) == (3, "P7Y")


def test_each_is_a_person_of_one() -> None:
    """Described in the singular."""
    reading = read("Omar Amin said his two sons were sentenced to 5 and 7 years.")
    sons = [one for one in reading.entities if one.schema is Schema.PERSON and one.name is None]

    assert [(one.description, one.count) for one in sons] == [("son of Omar Amin", 1)] * 2
