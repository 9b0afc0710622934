"""A claim is named by its content."""

from dataclasses import replace

from kualik.engine.facts import PUBLISHER, Claim, Document, Entity, Schema, Stance, claim_id

CLAIM = Claim(
    entity="e1",
    property="age",
    value="68",
    stance=Stance.ASSERTS,
    voice=("Dala Wire",),
    start=3,
    end=14,
    quote="68-year-old",
    method="english-rules/1",
    confidence=0.9,
)


def test_the_same_claim_has_the_same_id() -> None:
    """Reading a document twice gives the same ids, whatever confidence the reader had."""
    assert claim_id("sha256:a", CLAIM) == claim_id("sha256:a", replace(CLAIM, confidence=0.5, id="other"))


def test_whatever_changes_the_claim_changes_the_id() -> None:
    """Another document, value, stance, voice or place is another claim."""
    others = [
        replace(CLAIM, value="69"),
        replace(CLAIM, stance=Stance.DENIES),
        replace(CLAIM, voice=("Dala Wire", "Kulpan")),
        replace(CLAIM, voice=("Dala", "Wire")),
        replace(CLAIM, start=4),
        replace(CLAIM, entity="e2"),
    ]
    ids = {claim_id("sha256:a", CLAIM), claim_id("sha256:b", CLAIM), *(claim_id("sha256:a", one) for one in others)}

    assert len(ids) == 2 + len(others)


def test_a_document_without_a_publisher_still_has_a_voice() -> None:
    """The outermost voice is the publisher, or the word for one that is not known."""
    document = Document(id="sha256:a", media_type="text/plain", text="")

    assert document.voice == (PUBLISHER,)
    assert replace(document, publisher="Dala Wire").voice == ("Dala Wire",)


def test_an_entity_without_a_name_is_called_by_its_description() -> None:
    """Two sons of somebody are persons although nobody names them."""
    assert Entity(id="e1", schema=Schema.PERSON, description="son of Kulpan").label == "son of Kulpan"
    assert Entity(id="e1", schema=Schema.CUSTODY).label == "Custody"
