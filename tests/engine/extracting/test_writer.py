"""A story being written down."""

from kualik.engine.extracting.draft import Draft
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.writer import Writer
from tests.engine.extracting.samples import document, told


def writer(text: str) -> Writer:
    """Begin to write a text down."""
    return Writer(story=told(text), draft=Draft(document(text), "test/1"))


def test_a_person_is_written_down_once() -> None:
    """However often they are asked for."""
    one = writer("Lawyer Omar Amin, 44, came.")
    person = one.story.people.all[0]

    assert one.id_of(person) == one.id_of(person)
    assert [claim.property for claim in one.draft.reading().claims] == ["name", "age"]


def test_an_authority_is_known_by_its_words() -> None:
    """A ministry, a state, an officer; not a mother."""
    one = writer("Nobody came.")

    assert one.is_authority("The Foreign Ministry in Beijing")
    assert one.is_authority("China")
    assert one.is_authority("an officer in plain clothes")
    assert not one.is_authority("Aida Bekova")


def test_words_are_on_one_line_without_their_quotation_marks() -> None:
    """Marks inside stay."""
    one = writer('"They  came"')

    assert one.words(Span(start=0, end=12)) == "They came"
