"""Each deed touches those whom it can have changed, and what changes nobody touches nobody."""

import pytest

from kualik.cases.accounts import actions as accounts
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings.touching import Touched, touched
from kualik.cases.ledger.models import Entry
from kualik.cases.people import actions as people
from kualik.cases.people.models import Verdict
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Schema
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


def last() -> Touched:
    """What the last entry of the ledger touches."""
    return touched(Entry.objects.order_by("-seq")[:1])


def story(text: str = "Khadisha and Serik were taken, and people protested.") -> Story:
    """Tell of two people, one of them held, and of a protest."""
    told = Story(text)
    one = told.person("Khadisha")
    told.person("Serik")
    told.held(one, state="camp")
    told.say(told.thing(Schema.PROTEST), "eventType", "picket")
    return told.propose()


def claim_of(told: Story, name: str) -> Claim:
    """Find the claim of that property."""
    return Claim.objects.filter(document=told.document, property=name).order_by("pk")[0]


def test_a_claim_about_somebody_touches_them_alone() -> None:
    """Whoever else the document speaks of stays as they were."""
    told = story()
    name = Claim.objects.get(document=told.document, property="name", value="Serik")
    claims.accept(by=keeper(), at=NOW, claims=[name.pk])

    assert last() == Touched(persons=frozenset({told.who("e2").pk}), events=frozenset())


def test_a_claim_about_a_custody_touches_whoever_is_held() -> None:
    """The custody itself is nobody."""
    told = story()
    claims.reject(by=keeper(), at=NOW, claims=[claim_of(told, "state").pk])

    assert last().persons == {told.who("e1").pk}


def test_a_claim_about_an_event_touches_it() -> None:
    """As does one that takes its place."""
    told = story()
    old = claim_of(told, "eventType")
    claims.correct(by=keeper(), at=NOW, claim=old.pk, value="rally", why="misread")

    assert last() == Touched(persons=frozenset(), events=frozenset({told.entity("e4").pk}))


def test_a_reading_touches_all_of_whom_it_tells() -> None:
    """Those who got a record at once included."""
    told = story()
    proposed = touched(Entry.objects.filter(kind="claim:proposed"))
    recorded = touched(Entry.objects.filter(kind="person:recorded"))

    assert recorded.persons == {told.who("e1").pk, told.who("e2").pk}
    assert proposed.persons == recorded.persons
    assert proposed.events == {told.entity("e4").pk}


def test_a_judgement_touches_both_as_they_were_and_are() -> None:
    """When it is made, and when it is taken back."""
    first, second = story(), story("Khadisha again, and Serik.")
    both = {first.who("e1").pk, second.who("e1").pk}
    left, right = first.mention("e1"), second.mention("e1")
    made = people.judge(by=keeper(), at=NOW, left=left, right=right, verdict=Verdict.POSITIVE)
    assert last().persons == both
    people.undo(by=keeper(), at=NOW, judgement=made)
    assert last().persons == both


def test_another_sensitivity_touches_all_of_a_source() -> None:
    """People and events alike."""
    told = story()
    sources.classify(by=keeper(), at=NOW, source=told.document.source, level=Sensitivity.SEALED)

    assert last().persons == {told.who("e1").pk, told.who("e2").pk}
    assert last().events == {told.entity("e4").pk}


def test_a_long_table_touches_all_of_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without looking up its claims one by one."""
    told = story()
    entries = Entry.objects.filter(kind="claim:proposed")
    before = touched(entries)
    monkeypatch.setattr("kualik.cases.findings.touching.LONG", 2)

    assert touched(entries) == before
    assert told.who("e1").pk in before.persons


def test_an_account_touches_nobody() -> None:
    """Nor does anything else of the house."""
    accounts.create(by=keeper(), at=NOW, username="new", display_name="New", roles=[])

    assert last() == Touched(persons=frozenset(), events=frozenset())
