"""What decisions say of the readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions
from kualik.cases.claims.learning import FEW, Judged, report, wilson
from kualik.cases.claims.models import Claim
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, later, worker


def propose(number: int, *, text: str = "Serik Almasuly, 40, a teacher.", told: Told | None = None) -> list[Claim]:
    """Propose as many ages of one man, each by a rule of its own kind."""
    story = Story(text, told=told)
    serik = story.person("Serik Almasuly")
    for year in range(number):
        story.say(serik, "age", str(year))
    story.propose()
    return list(Claim.objects.filter(document=story.document, property="age").order_by("value"))


def the_one() -> Judged:
    """The record of the only reader there is."""
    (one,) = report(viewer=keeper())
    return one


@pytest.mark.django_db
def test_each_fate_of_a_proposal_is_counted() -> None:
    """Accepted, rejected, corrected, withdrawn, waiting; the name stands beside them."""
    accepted, rejected, corrected, withdrawn, _ = propose(5)
    actions.accept(by=keeper(), at=NOW, claims=[accepted.pk])
    actions.reject(by=keeper(), at=later(1), claims=[rejected.pk], why="no such age")
    actions.correct(by=keeper(), at=later(2), claim=corrected.pk, value="40", why="forty")
    actions.withdraw(by=keeper(), at=later(3), claims=[withdrawn.pk])
    one = the_one()

    assert (one.proposed, one.waiting, one.accepted, one.rejected, one.corrected, one.withdrawn) == (6, 2, 1, 1, 1, 1)
    assert one.decided == 3
    assert one.wrong == pytest.approx(2 / 3)
    assert one.low < 2 / 3 < one.high
    assert not one.enough


@pytest.mark.django_db
def test_what_was_wrong_is_shown_with_what_people_put_in_its_place() -> None:
    """The latest three, with the reason."""
    claims = propose(5)
    for minute, claim in enumerate(claims[:4]):
        actions.reject(by=keeper(), at=later(minute), claims=[claim.pk], why=f"reason {minute}")
    actions.correct(by=keeper(), at=later(9), claim=claims[4].pk, value="40", voice=["The Steppe Post", "Serik"])
    examples = the_one().examples

    assert [one.became for one in examples] == ["corrected", "rejected", "rejected"]
    assert examples[0].instead == "value: 40; voice: The Steppe Post › Serik"
    assert [one.why for one in examples[1:]] == ["reason 3", "reason 2"]


@pytest.mark.django_db
def test_a_decision_that_is_undone_says_nothing() -> None:
    """The proposal waits again."""
    (claim,) = propose(1)
    actions.reject(by=keeper(), at=NOW, claims=[claim.pk])
    actions.reopen(by=keeper(), at=later(1), claims=[claim.pk])

    assert (the_one().decided, the_one().wrong, the_one().examples) == (0, None, ())


@pytest.mark.django_db
def test_what_a_person_claims_is_no_rules() -> None:
    """A correction of a correction is nobody's rule."""
    (claim,) = propose(1)
    new = actions.correct(by=keeper(), at=NOW, claim=claim.pk, value="40")
    actions.correct(by=keeper(), at=later(1), claim=new.pk, value="41")

    assert the_one().corrected == 1


@pytest.mark.django_db
def test_enough_decisions_are_said_to_be_enough() -> None:
    """Ten."""
    claims = propose(FEW)
    actions.accept(by=keeper(), at=NOW, claims=[claim.pk for claim in claims])

    assert the_one().enough
    assert the_one().low == 0


@pytest.mark.django_db
def test_the_worst_rule_comes_first() -> None:
    """By what is sure of it: nine of ten before one of one."""
    claims = propose(11)
    Claim.objects.filter(pk__in=[claim.pk for claim in claims[:10]]).update(method="toy/1:often")
    Claim.objects.filter(pk=claims[10].pk).update(method="toy/1:once")
    actions.reject(by=keeper(), at=NOW, claims=[claim.pk for claim in (*claims[:9], claims[10])])
    actions.accept(by=keeper(), at=NOW, claims=[claims[9].pk])

    assert [one.method for one in report(viewer=keeper())] == ["toy/1:often", "toy/1:once", "reader 1"]


@pytest.mark.django_db
def test_whoever_may_not_review_may_not_ask() -> None:
    """A contributor."""
    with pytest.raises(NotAllowed):
        report(viewer=worker("dana", Role.CONTRIBUTOR))


@pytest.mark.django_db
def test_what_an_editor_may_not_know_of_is_not_counted() -> None:
    """Neither its number nor its passages."""
    propose(1, told=Told(publisher="The Steppe Post", language="en", level=Sensitivity.SEALED))

    assert report(viewer=worker("ermek", Role.EDITOR)) == []


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(wrong: int, right: int) -> None:
    """From 0 to 1, narrower with more cases."""
    low, high = wilson(wrong, wrong + right)

    assert 0 <= low <= high <= 1
    if wrong + right:
        assert low <= wrong / (wrong + right) <= high
        more_low, more_high = wilson(wrong * 10, (wrong + right) * 10)
        assert more_high - more_low < high - low


def test_the_interval_is_wilsons() -> None:
    """Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 gives 0.2553 to 0.3662."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
