"""The reading while it is being written."""

from kualik.engine.extracting.draft import Draft
from kualik.engine.extracting.tokens import Span
from kualik.engine.facts import Schema
from tests.engine.extracting.samples import document


def test_the_same_claim_twice_is_one() -> None:
    """And an entity of which nothing is claimed is left out."""
    draft = Draft(document("Aida came."), "test/1")
    id_, _ = draft.entity(Schema.PERSON, name="Aida"), draft.entity(Schema.CUSTODY)
    for _ in range(2):
        draft.claim(id_, "name", "Aida", Span(start=0, end=4), voice=("x",))
    reading = draft.reading()

    assert [entity.id for entity in reading.entities] == ["e1"]
    assert [(claim.quote, claim.method) for claim in reading.claims] == [("Aida", "test/1")]


def test_an_empty_value_is_no_claim() -> None:
    """Nothing said, nothing claimed."""
    draft = Draft(document("Aida came."), "test/1")
    draft.claim(draft.entity(Schema.PERSON), "name", "", Span(start=0, end=4), voice=("x",))

    assert draft.reading().claims == ()
