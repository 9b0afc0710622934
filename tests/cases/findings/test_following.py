"""After any deeds, in any order, summaries are what they would be if they were all worked out anew."""

import random
from datetime import timedelta

import pytest
from django.db import OperationalError
from pytest_django import DjangoAssertNumQueries

from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings import following
from kualik.cases.people import actions as people
from kualik.cases.people.errors import AlreadyJudged, Contradicted, HeldTogether
from kualik.cases.people.models import Judgement, Mention, Verdict
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import Sensitivity, Source
from kualik.cases.summaries import actions
from kualik.cases.summaries.facets import counted
from kualik.cases.summaries.models import EventPart, EventSummary, PersonSummary, Stale, Tally
from kualik.cases.summaries.queries import lag
from kualik.engine.facts import Schema
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db

NAMES = ("Khadisha Omir", "Khadisha Omirova", "Serik Bolat", "Serik Bulat", "Batima Esen")


def chance_of(seed: int) -> random.Random:
    """Make what is told and done differ, the same way each time."""
    return random.Random(seed)  # noqa: S311 (what is told, not a secret)


def tell(chance: random.Random, number: int) -> None:
    """Add a document: two people, a custody, an event."""
    story = Story(f"Report {number}. They were taken; others stood at the consulate in Almaty on 2024-02-08.")
    one, other = story.person(chance.choice(NAMES)), story.person(chance.choice(NAMES))
    story.held(one, state=chance.choice(("camp", "prison", "released")), startDate=chance.choice(("2017", "2018-03")))
    story.kin(one, other, "son")
    event = story.thing(Schema.PROTEST)
    for name, value in (
        ("eventType", "picket"),
        ("date", "2024-02-08"),
        ("place", chance.choice(("Almaty", "Astana"))),
    ):
        story.say(event, name, value)
    story.propose(at=NOW + timedelta(minutes=number))


def decide(chance: random.Random, number: int) -> None:
    """Accept, reject or reopen a claim."""
    claim = chance.choice(list(Claim.objects.order_by("pk")))
    deed = claims.reject if claim.status == "accepted" else claims.accept
    deed(by=keeper(), at=NOW + timedelta(minutes=number), claims=[claim.pk])


def judge(chance: random.Random, number: int) -> None:
    """Say that two are one, or take such a judgement back."""
    made = list(Judgement.objects.filter(undone_at=None))
    if made and chance.random() < 1 / 3:
        people.undo(by=keeper(), at=NOW + timedelta(minutes=number), judgement=chance.choice(made))
        return
    left, right = chance.sample(list(Mention.objects.order_by("pk")), 2)
    try:
        people.judge(by=keeper(), at=NOW, left=left, right=right, verdict=chance.choice(list(Verdict)))
    except (AlreadyJudged, Contradicted, HeldTogether):
        return


def classify(chance: random.Random, number: int) -> None:
    """Make a source more or less guarded."""
    source = chance.choice(list(Source.objects.order_by("pk")))
    level = chance.choice([one for one in Sensitivity if one != source.level])
    sources.classify(by=keeper(), at=NOW + timedelta(minutes=number), source=source, level=level)


def everything() -> tuple[list[dict[str, object]], ...]:
    """All rows as they are, but the numbers of the rows."""
    kept = []
    for model in (PersonSummary, EventSummary):
        rows = [{name: value for name, value in row.items() if name != "id"} for row in model.objects.values()]
        kept.append(sorted(rows, key=repr))
    parts = EventPart.objects.values("tier", "entity", "summary__entity", "type", "date", "earliest", "latest")
    return (*kept, sorted((dict(part) for part in parts), key=repr))


def numbers() -> dict[tuple[int, str, str, str], int]:
    """The numbers that are kept."""
    kept = Tally.objects.filter(count__gt=0).values_list("tier", "noun", "facet", "value", "count")
    return {(tier, noun, facet, value): count for tier, noun, facet, value, count in kept}


@pytest.mark.parametrize("seed", range(3))
def test_summaries_followed_are_summaries_worked_out_anew(seed: int) -> None:
    """Rows, parts and numbers, whether each deed was followed by itself or several together."""
    chance = chance_of(seed)
    deeds = (tell, decide, decide, decide, judge, judge, classify)
    tell(chance, 0)
    for number in range(1, 22):
        chance.choice(deeds)(chance, number)
        if chance.random() < 1 / 2:
            following.keep_up(steps=100)
    following.run()
    kept = everything()
    for model in (EventPart, EventSummary, PersonSummary, Tally, Stale):
        model.objects.all().delete()
    actions.start_over(version=following.VERSION)
    following.run()

    assert kept == everything()
    assert numbers() == dict(counted([*PersonSummary.objects.all(), *EventSummary.objects.all()]))
    assert kept[0]


def test_while_somebody_waits_only_so_much_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is left, and it is said that it is."""
    monkeypatch.setattr(following, "AT_ONCE", 2)
    for number in range(4):
        tell(chance_of(number), number)
    behind = following.keep_up(steps=1)

    assert behind.waiting
    assert PersonSummary.objects.values("person").distinct().count() == 2
    assert following.run() == 4  # three for people and events, one for their series
    assert not lag()


@pytest.mark.parametrize("much", [0, 3])
def test_what_is_much_is_left_to_the_worker(monkeypatch: pytest.MonkeyPatch, much: int) -> None:
    """Neither many entries nor many people are worked out while somebody waits."""
    tell(chance_of(1), 1)
    monkeypatch.setattr(following, "AT_ONCE", 1)
    if much:
        following.keep_up(steps=1)  # the entries are followed, and one of two people is summed up
        tell(chance_of(2), 2)
        following.keep_up(steps=1)
    before = PersonSummary.objects.count()
    monkeypatch.setattr(following, "MUCH", 1)

    assert following.keep_up()
    assert PersonSummary.objects.count() == before
    assert following.run()
    assert PersonSummary.objects.count() > before


def test_another_way_of_summing_up_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rows are made again, and those who look meanwhile see the old ones."""
    tell(chance_of(1), 1)
    following.run()
    PersonSummary.objects.update(label="as it was")
    monkeypatch.setattr(following, "VERSION", following.VERSION + 1)
    following.run()

    assert not PersonSummary.objects.filter(label="as it was").exists()


def test_nothing_to_do_is_found_out_in_one_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """So that a page can ask each time."""
    tell(chance_of(1), 1)
    following.run()
    with django_assert_num_queries(1):
        assert not following.keep_up()


def test_stopped_it_stops() -> None:
    """What is left is done the next time."""
    tell(chance_of(1), 1)

    assert following.run(stopped=lambda: True) == 0
    assert lag()


@pytest.mark.django_db(transaction=True)
def test_a_page_does_not_wait_for_whoever_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how far the lists are behind; the worker waits its turn."""
    tell(chance_of(1), 1)

    def locked(*, wait: bool) -> bool:
        raise OperationalError(f"database is locked; waited for: {wait}")

    with monkeypatch.context() as patch:
        patch.setattr(following, "_followed", locked)
        assert following.keep_up().entries
        with pytest.raises(OperationalError):
            following.run()
    assert not following.keep_up(steps=9)
