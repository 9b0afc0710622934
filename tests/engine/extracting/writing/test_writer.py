"""Parties become entities at first use."""

from kualik.engine.extracting.writing.draft import Draft
from kualik.engine.extracting.writing.writer import Writer
from kualik.engine.facts.vocabulary import Schema
from tests.engine.extracting.writing.samples import TEXT, document, notes, span


def test_a_party_is_written_once_with_its_age() -> None:
    """The second use gives the same id; the age stands with its passage."""
    noted = notes()
    noted.parties[0].age = (68, span("five"))
    draft = Draft(document(), "english-rules/2")
    writer = Writer(draft, noted)
    assert writer.id_of(0) == writer.id_of(0)
    reading = draft.reading()
    assert [claim.property for claim in reading.claims] == ["name", "age"]
    assert reading.claims[1].value == "68"


def test_a_body_is_an_organization_and_an_unnamed_person_has_a_description() -> None:
    """A ministry is no person; two sons are, without a name."""
    noted = notes()
    sons = noted.party(at=span("her son"), rule="kin", description="two sons of Aida Bekova", count=2)
    draft = Draft(document(), "english-rules/2")
    writer = Writer(draft, noted)
    writer.id_of(2)
    writer.id_of(sons.key)
    body, group = draft.reading().entities
    assert (body.schema, body.name) == (Schema.ORGANIZATION, "The consulate")
    assert (group.schema, group.name, group.description, group.count) == (
        Schema.PERSON,
        None,
        "two sons of Aida Bekova",
        2,
    )


def test_words_of_a_passage_stand_on_one_line() -> None:
    """Line breaks and commas at the ends go."""
    writer = Writer(Draft(document(), "m"), notes())
    assert writer.words(span(TEXT[:16])) == "Aida Bekova said"
