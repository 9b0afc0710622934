"""The decisions of the demo's colleagues are entered as people's own are, and a damaged corpus is said to be."""

import json
from importlib.resources import files

import pytest

from kualik.cases.claims.models import Entity
from kualik.cli.demo_building import World
from kualik.cli.demo_decisions import KINDS, CorpusBroken, apply
from tests.cases.casting import NOW, Story

CORPUS = files("kualik.cli.demo_corpus")
DECISIONS = json.loads((CORPUS / "decisions.json").read_text(encoding="utf-8"))


def test_every_decision_is_of_a_kind_that_can_be_entered() -> None:
    """Exactly one kind each, by somebody who has an account."""
    users = {user["name"] for user in DECISIONS["users"]}

    for decision in DECISIONS["decisions"]:
        assert len(KINDS.keys() & decision.keys()) == 1, decision
        assert decision["by"] in users


def test_the_demo_shows_what_the_work_is_about() -> None:
    """Contradictions, denials, a retraction, judgements of all three kinds, consents given and withdrawn, a release."""
    stances = {claim["stance"] for one in DECISIONS["decisions"] if "add" in one for claim in one["add"]["claims"]}

    assert {"denies", "retracts", "acknowledges", "declines to comment"} <= stances
    assert {name for one in DECISIONS["decisions"] for name in one} >= set(KINDS)


@pytest.mark.django_db
def test_a_quote_that_is_not_in_its_document_stops_the_building() -> None:
    """The message names the document and the words, and says what to do; what the text does say is entered."""
    story = Story("Letter\nMy son Serik was taken in May.").propose()
    world = World(users={"aigerim": story.by}, documents={"letter.txt": story.document})

    apply(world, [adding("Serik was taken")])
    with pytest.raises(CorpusBroken, match="does not say 'ten years'") as broken:
        apply(world, [adding("ten years", name="Berik")])

    assert "install it anew" in str(broken.value)
    assert list(Entity.objects.values_list("name", flat=True)) == ["Serik"]


def adding(quote: str, *, name: str = "Serik") -> dict[str, object]:
    """A decision that somebody is named in a passage."""
    claim = {"property": "name", "value": name, "stance": "asserts", "voice": ["a father"], "quote": quote}
    said = {"document": "letter.txt", "schema": "Person", "name": name, "claims": [claim]}
    return {"by": "aigerim", "at": NOW.isoformat(), "add": said}
