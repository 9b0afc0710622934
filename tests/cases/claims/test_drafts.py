"""Claims as they will be kept: nothing is kept yet."""

import pytest

from kualik.cases.claims import drafts
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.claims.writing import NewEntity
from kualik.engine import facts
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db
TEXT = "Khadisha said her sons were taken."


def test_a_draft_touches_nothing() -> None:
    """Neither claims nor entities are there before they are saved."""
    document = Story(TEXT).propose().document
    claim, made = drafts.stated(
        keeper(),
        NOW,
        document,
        {
            "entity": NewEntity(schema=Schema.PERSON, name=" Khadisha "),
            "property": "name",
            "value": " Khadisha ",
            "start": 0,
            "end": 8,
        },
    )

    assert (claim.value, claim.quote, [one.name for one in made]) == ("Khadisha", "Khadisha", ["Khadisha"])
    assert Claim.objects.count() == Entity.objects.count() == 0


def test_what_was_read_is_kept_to_its_length() -> None:
    """A name of any length fits on both databases; its count, roles and aliases arrive."""
    document = Story(TEXT).propose().document
    read = facts.Entity(id="e9", schema=Schema.PERSON, name="ә" * 400, aliases=("Ә",), count=2, roles=("relative",))
    drafts.entity_read(document, read).save()

    stored = Entity.objects.get(local_id="e9")
    assert (len(stored.name), stored.aliases, stored.count, stored.roles) == (300, ["Ә"], 2, ["relative"])


def test_a_value_that_only_looks_like_an_id_is_text() -> None:
    """`e1` as a name is a name; as a detainee it is the entity."""
    document = Story(TEXT).propose().document
    person = drafts.entity_read(document, facts.Entity(id="e1", schema=Schema.PERSON, name="e1"))
    custody = drafts.entity_read(document, facts.Entity(id="e2", schema=Schema.CUSTODY))
    both = {"e1": person, "e2": custody}

    def said(entity: str, name: str) -> Claim:
        read = facts.Claim(
            entity=entity,
            property=name,
            value="e1",
            stance=Stance.ASSERTS,
            voice=("P",),
            start=0,
            end=8,
            quote="Khadisha",
            method="reader 1",
            confidence=0.5,
        )
        return drafts.proposed(keeper(), NOW, document, read, both)

    assert (said("e1", "name").value, said("e1", "name").value_entity) == ("e1", None)
    assert (said("e2", "detainee").value, said("e2", "detainee").value_entity) == ("", person)
