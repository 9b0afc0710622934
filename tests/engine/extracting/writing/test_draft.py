"""Entities and claims as they are collected."""

from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.writing.draft import Draft
from kualik.engine.facts.vocabulary import Schema, Stance
from tests.engine.extracting.writing.samples import document, span


def _claim(draft: Draft, entity: str, text: str) -> None:
    value = Value(text=text, span=span("Timur"))
    draft.claim(entity, "name", value, voice=("A",), stance=Stance.ASSERTS, rule="name", confidence=0.5)


def test_the_same_claim_twice_is_one() -> None:
    """Ids are made of the content, so a repetition changes nothing."""
    draft = Draft(document(), "english-rules/2")
    one = draft.entity(Schema.PERSON, name="Timur")
    _claim(draft, one, "Timur")
    _claim(draft, one, "Timur")
    (claim,) = draft.reading().claims
    assert claim.method == "english-rules/2:name"


def test_an_entity_of_which_nothing_is_claimed_is_left_out() -> None:
    """An empty value makes no claim, and its entity goes."""
    draft = Draft(document(), "english-rules/2")
    _claim(draft, draft.entity(Schema.PERSON, name="Timur"), "")
    assert draft.reading().entities == ()
