"""Which pairs wait, and in which order: kept right by every deed that touches them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people import actions, jobs, queries
from kualik.cases.people.models import Candidate, Mention, Verdict
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db
SEALED = Told(publisher="Sealed", language="en", level=Sensitivity.SEALED)


def tell(name: str, *, told: Told | None = None, text: str = "", **custody: Any) -> Mention:
    """Record one person in a document of their own, held if a custody is told."""
    story = Story(f"{name} was seen. {text}", told=told)
    one = story.person(name)
    if custody:
        story.held(one, **custody)
    return story.propose().mention(one)


def only() -> Candidate:
    """The one pair that waits."""
    return Candidate.objects.get(waits=True)


@pytest.mark.parametrize(
    ("one", "other", "stakes"),
    [
        ({}, {}, []),
        ({"state": "prison"}, {}, ["one held"]),
        ({"state": "prison"}, {"state": "camp"}, ["both held"]),
        ({"state": "prison", "sentence": "P3Y"}, {"state": "prison", "sentence": "P9Y"}, ["differs", "both held"]),
        (
            {"state": "prison", "sentence": "P8Y", "startDate": "2018-04"},
            {"state": "prison"},
            ["ends soon", "both held"],
        ),
    ],
)
def test_what_hangs_on_an_answer_puts_it_first(one: dict[str, Any], other: dict[str, Any], stakes: list[str]) -> None:
    """On 1 March 2026 a sentence that ends in April 2026 ends soon."""
    tell("Serik Almasuly", **one)
    tell("Серік Алмасұлы", **other)

    pair = only()

    assert pair.stakes == stakes
    assert int(pair.weight) == sum({"ends soon": 8, "differs": 4, "both held": 2, "one held": 1}[one] for one in stakes)


def test_a_birth_and_a_gender_that_cannot_both_be_differ() -> None:
    """Dates that can be one do not."""
    for birth, text in (("1990", "first"), ("1990-05", "second")):
        story = Story(f"Serik Almasuly was seen. {text}")
        one = story.person("Serik Almasuly")
        story.say(one, "birthDate", birth)
        story.propose()
    assert only().stakes == []

    claims.correct(by=keeper(), at=NOW, claim=Claim.objects.get(value="1990-05").pk, value="1989-05")
    actions.arrange(by=keeper(), at=later(1), persons=set(Mention.objects.values_list("person", flat=True)))
    assert only().stakes == ["differs"]


def test_among_equals_the_least_sure_comes_first() -> None:
    """There an answer tells most."""
    first, second = tell("Serik Almasuly"), tell("Серік Алмасұлы")
    third, fourth = tell("Bolat Zhunisov"), tell("Bolat Zhunisow")
    for (left, right), probability in (((first, second), 0.99), ((third, fourth), 0.55)):
        Candidate.objects.filter(left__in=(left, right), right__in=(left, right)).update(probability=probability)
    actions.arrange(by=keeper(), at=NOW, persons={one.person_id for one in (first, third)})

    assert [one.probability for one in queries.in_line(viewer=keeper())] == [0.55, 0.99]


def test_two_persons_are_asked_about_once() -> None:
    """However many of their mentions are alike; by the likeliest pair."""
    first, second, third = tell("Serik Almasuly"), tell("Серік Алмасұлы"), tell("Serik Almasuly", text="again")
    assert Candidate.objects.filter(waits=True).count() == 3
    actions.judge(by=keeper(), at=NOW, left=first, right=third, verdict=Verdict.POSITIVE)

    pair = only()

    assert second.pk in {pair.left_id, pair.right_id}
    assert pair.probability == max(
        one.probability for one in Candidate.objects.all() if second.pk in {one.left_id, one.right_id}
    )


def test_an_answer_takes_a_pair_out_and_an_undo_brings_it_back() -> None:
    """Whatever the answer."""
    first, second = tell("Serik Almasuly"), tell("Серік Алмасұлы")
    for verdict in Verdict:
        made = actions.judge(by=keeper(), at=NOW, left=first, right=second, verdict=verdict)
        assert queries.waiting_pairs(viewer=keeper()) == 0
        actions.undo(by=keeper(), at=NOW, judgement=made)
        assert queries.waiting_pairs(viewer=keeper()) == 1


def test_what_a_sealed_document_tells_weighs_only_where_a_sealed_pair_is_asked_about() -> None:
    """An order that everybody sees must not say what only a custodian may know."""
    first, second = tell("Serik Almasuly"), tell("Серік Алмасұлы")
    sealed = tell("Serik Almasuly", told=SEALED, text="sealed", state="prison")
    actions.judge(by=keeper(), at=NOW, left=first, right=sealed, verdict=Verdict.POSITIVE)

    pair = only()

    assert {pair.left_id, pair.right_id} == {first.pk, second.pk}
    assert (pair.level, pair.stakes) == ("internal", [])


def test_a_sealed_pair_is_counted_for_custodians_alone() -> None:
    """And weighed by what they may know."""
    tell("Serik Almasuly", state="prison")
    tell("Серік Алмасұлы", told=SEALED, state="camp")
    editor = worker("editor", Role.EDITOR)

    assert only().stakes == ["both held"]
    assert queries.waiting_pairs(viewer=editor) == 0
    assert list(queries.in_line(viewer=editor)) == []
    assert queries.waiting_pairs(viewer=keeper()) == 1


def test_somebody_of_whom_all_is_rejected_is_not_asked_about() -> None:
    """At once on the page; in the number as soon as it is arranged anew."""
    one = tell("Serik Almasuly")
    tell("Серік Алмасұлы")
    ids = list(Claim.objects.filter(entity=one.pk).values_list("pk", flat=True))
    claims.reject(by=keeper(), at=NOW, claims=ids)

    assert list(queries.in_line(viewer=keeper())) == []
    actions.arrange(by=keeper(), at=NOW, persons={one.person_id})
    assert queries.waiting_pairs(viewer=keeper()) == 0


def test_a_date_that_comes_near_moves_a_pair_and_moves_it_back() -> None:
    """The job looks at the day on which something turns, and at nothing else."""
    tell("Serik Almasuly", state="prison", sentence="P10Y", startDate="2017-03-10")
    tell("Серік Алмасұлы")
    assert only().stakes == ["one held"]
    assert not jobs.turned(at=NOW)

    near = datetime(2027, 2, 1, tzinfo=UTC)
    jobs.run(by=keeper(), at=near)
    assert only().stakes == ["ends soon", "one held"]
    jobs.run(by=keeper(), at=near + timedelta(days=60))
    assert only().stakes == ["one held"]
    assert only().turns is None


def test_pairs_that_were_never_arranged_are_arranged_by_the_job() -> None:
    """Those of a casebook from before there was an order."""
    tell("Serik Almasuly", state="prison")
    tell("Серік Алмасұлы", state="camp")
    Candidate.objects.update(arranged_at=None, stakes=[], weight=0)

    jobs.run(by=keeper(), at=later(5))

    assert only().stakes == ["both held"]
    assert only().arranged_at == later(5)
