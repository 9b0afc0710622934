"""A withdrawal ends every consent of one human being for that audience, however it was recorded."""

import pytest

from kualik.cases.people import actions as people
from kualik.cases.people.models import Verdict
from kualik.cases.releases import actions, consenting, queries
from kualik.cases.releases.errors import ConsentGone, NoConsent
from kualik.cases.releases.models import Audience, Consent
from tests.cases.casting import NOW, Story, keeper, later
from tests.cases.releases.releasing import GIVER, approved, case, consented, draft

pytestmark = pytest.mark.django_db


def again() -> Story:
    """Tell of Serik in a second document, as a second person at first."""
    story = Story("Serik Almasuly was seen in Altai.")
    story.person("Serik Almasuly")
    return story.accept()


def joined(left: Story, right: Story) -> None:
    """Hold the first person of two stories to be one."""
    people.judge(
        by=keeper(), at=NOW, left=left.mention("e1"), right=right.mention("e1"), verdict=Verdict.POSITIVE, why="test"
    )


def test_a_consent_recorded_twice_is_withdrawn_once_and_for_all() -> None:
    """A form that was sent twice must not keep somebody on a page whose family said no."""
    person = case().who("e1")
    release = approved(person)
    waiting = draft(person)
    consented(person)
    second = Consent.objects.order_by("recorded_at", "pk").exclude(pk=release.items.get().consent_id).get()

    assert actions.withdraw_consent(by=keeper(), at=later(1), consent=second) == [release]

    assert queries.frozen(viewer=keeper(), release=release.pk).persons == ()
    assert queries.release(viewer=keeper(), release=release.pk).gone == (person,)
    assert all(one.withdrawn_at for one in queries.consents(viewer=keeper(), person=person))
    with pytest.raises(NoConsent):
        draft(person)
    with pytest.raises(ConsentGone):
        actions.approve(by=keeper(), at=later(2), release=waiting)


def test_a_withdrawal_for_one_audience_leaves_the_others() -> None:
    """What was said to lawyers may still be shown to them."""
    person = case().who("e1")
    release = approved(person, audience=Audience.LAWYERS)
    consented(person)
    actions.withdraw_consent(by=keeper(), at=later(1), consent=Consent.objects.get(audience=Audience.PUBLIC))

    assert len(queries.frozen(viewer=keeper(), release=release.pk).persons) == 1


def test_a_consent_given_to_another_number_of_the_same_human_being_is_found_and_ends_all() -> None:
    """Two records are found to be one person: the page of that one must still show what can be withdrawn."""
    first, second = case(), again()
    release = approved(first.who("e1"))
    consented(second.who("e1"))
    joined(first, second)
    now = first.who("e1")

    listed = list(queries.consents(viewer=keeper(), person=now))
    assert len(listed) == 2
    later_one = Consent.objects.exclude(pk=release.items.get().consent_id).get()
    assert actions.withdraw_consent(by=keeper(), at=later(1), consent=later_one) == [release]
    assert queries.frozen(viewer=keeper(), release=release.pk).persons == ()


def test_a_withdrawal_counts_that_was_made_before_two_records_were_found_to_be_one() -> None:
    """The family of the one said no; the other had been shown till then."""
    first, second = case(), again()
    release = approved(first.who("e1"))
    consented(second.who("e1"))
    theirs = Consent.objects.exclude(pk=release.items.get().consent_id).get()
    assert actions.withdraw_consent(by=keeper(), at=later(1), consent=theirs) == []
    assert len(queries.frozen(viewer=keeper(), release=release.pk).persons) == 1

    joined(first, second)

    assert queries.frozen(viewer=keeper(), release=release.pk).persons == ()


def test_a_consent_recorded_after_the_withdrawal_stands() -> None:
    """They changed their minds."""
    person = case().who("e1")
    consented(person)
    actions.withdraw_consent(by=keeper(), at=later(1), consent=Consent.objects.get())
    new = actions.record_consent(
        by=keeper(), at=later(2), person=person, audience=Audience.PUBLIC, given_by=GIVER, given_on="2024-05"
    )

    assert new.pk not in consenting.ended(list(Consent.objects.all()))
    assert consenting.ended([new]) == set()


def test_somebody_nobody_was_joined_with_is_one() -> None:
    """And stays apart from others."""
    first, second = case(), again()

    assert consenting.of_one(first.who("e1")) == {first.who("e1").pk}
    joined(first, second)
    assert consenting.of_one(first.who("e1")) == {first.mention("e1").origin_id, second.mention("e1").origin_id}
