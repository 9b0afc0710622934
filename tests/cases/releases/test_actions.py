"""Consents, drafts, approval, withdrawal: each one deed, with its entry."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.ledger.models import Entry
from kualik.cases.releases import actions, queries
from kualik.cases.releases.errors import (
    AlreadyWithdrawn,
    ConsentGone,
    NoConsent,
    NotADay,
    NothingToRelease,
    NotInThatState,
    UnknownProperties,
)
from kualik.cases.releases.models import Audience, Consent, Item, Release, ReleaseState
from tests.cases.casting import NOW, keeper, later, worker
from tests.cases.releases.releasing import GIVER, approved, case, consented, draft, second_publisher

pytestmark = pytest.mark.django_db


def test_a_release_goes_from_draft_to_approved_to_withdrawn_one_entry_each() -> None:
    """The digest is set on approval and is in the ledger."""
    person = case().who("e1")
    before = Entry.objects.count()
    consented(person)
    made = draft(person)
    release = actions.approve(by=second_publisher(), at=later(1), release=made)
    actions.record_export(by=keeper(), at=later(2), release=release, form="csv")
    actions.withdraw(by=keeper(), at=later(3), release=release)

    kinds = list(Entry.objects.filter(seq__gt=before).order_by("seq").values_list("kind", flat=True))
    assert [kind for kind in kinds if kind != "account:created"] == [
        "consent:recorded",
        "release:drafted",
        "release:approved",
        "release:exported",
        "release:withdrawn",
    ]
    assert Entry.objects.get(kind="release:approved").details["digest"] == release.digest
    assert len(release.digest) == 64


def test_a_release_is_a_copy_that_later_decisions_do_not_reach() -> None:
    """What was approved stays as it was, though every claim behind it be rejected."""
    person = case().who("e1")
    release = approved(person)
    before = queries.frozen(viewer=keeper(), release=release.pk)

    accepted = Claim.objects.filter(status="accepted").values_list("pk", flat=True)
    claims.reject(by=keeper(), at=later(1), claims=list(accepted))

    assert queries.frozen(viewer=keeper(), release=release.pk) == before


def test_nobody_is_drafted_without_consent_for_that_audience() -> None:
    """A yes to the United Nations is no yes to the public; the refusal leaves nothing."""
    person = case().who("e1")
    consented(person, Audience.UN)
    before = Entry.objects.count()

    with pytest.raises(NoConsent) as refused:
        draft(person)

    assert refused.value.persons == (person,)
    assert not Release.objects.exists()
    assert Entry.objects.count() == before


def test_a_withdrawn_consent_stops_a_draft_an_approval_and_every_later_export() -> None:
    """And whoever withdraws it is told what was made under it."""
    person = case().who("e1")
    release = approved(person)
    waiting = draft(person)
    consent = Consent.objects.get()

    assert actions.withdraw_consent(by=keeper(), at=later(1), consent=consent) == [release]

    with pytest.raises(NoConsent):
        draft(person)
    with pytest.raises(ConsentGone):
        actions.approve(by=keeper(), at=later(2), release=waiting)
    assert queries.frozen(viewer=keeper(), release=release.pk).persons == ()
    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw_consent(by=keeper(), at=later(3), consent=consent)
    assert Release.objects.get(pk=waiting.pk).state == ReleaseState.DRAFT


def test_a_consent_given_anew_counts() -> None:
    """The withdrawn one stays on record."""
    person = case().who("e1")
    consented(person)
    actions.withdraw_consent(by=keeper(), at=later(1), consent=Consent.objects.get())
    actions.record_consent(
        by=keeper(), at=later(2), person=person, audience=Audience.PUBLIC, given_by=GIVER, given_on="2024-05"
    )

    release = actions.approve(by=keeper(), at=later(3), release=draft(person))

    assert queries.frozen(viewer=keeper(), release=release.pk).persons[0].name == "Serik Almasuly"


def test_a_property_that_is_not_listed_cannot_be_asked_for() -> None:
    """The refusal names the list."""
    person = case().who("e1")
    consented(person)

    with pytest.raises(UnknownProperties) as refused:
        draft(person, properties=("Person.name", "Person.phone"))

    assert refused.value.properties == ("Person.phone",)
    assert "Person.name" in str(refused.value)


def test_a_release_of_nobody_is_none() -> None:
    """Nor of nothing."""
    with pytest.raises(NothingToRelease):
        actions.draft(by=keeper(), at=NOW, title="T", audience=Audience.PUBLIC, persons=[], properties=["Person.name"])


def test_what_was_withheld_is_kept_with_its_reason_for_the_house_alone() -> None:
    """It is in no content."""
    person = case().who("e1")
    consented(person)
    draft(person)

    item = Item.objects.get()

    assert ["Person.phone", "not among what the public may be shown"] in item.withheld
    assert "phone" not in str(item.content)


def test_only_publishers_act_and_only_approved_releases_are_exported() -> None:
    """Everybody else is refused and nothing is written."""
    person = case().who("e1")
    consented(person)
    release = draft(person)
    editor = worker("editor", Role.EDITOR)
    before = Entry.objects.count()

    with pytest.raises(NotAllowed):
        actions.approve(by=editor, at=NOW, release=release)
    with pytest.raises(NotAllowed):
        actions.withdraw(by=editor, at=NOW, release=release)
    with pytest.raises(NotInThatState):
        actions.record_export(by=keeper(), at=NOW, release=release, form="csv")

    assert Entry.objects.count() == before


@pytest.mark.parametrize("given_on", ["June 2023", "8.2.2024", "", "2024-02-31"])
def test_a_consent_without_a_date_that_is_understood_is_refused(given_on: str) -> None:
    """With how to write it; nothing is recorded."""
    person = case().who("e1")

    with pytest.raises(NotADay, match="2024-02-08"):
        actions.record_consent(
            by=keeper(), at=NOW, person=person, audience=Audience.PUBLIC, given_by="her son", given_on=given_on
        )

    assert not Consent.objects.exists()
