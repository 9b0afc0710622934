"""Everything that can be done about consents and releases. Nothing else writes one."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from kualik.cases.accounts.models import User
from kualik.cases.findings import queries as findings
from kualik.cases.ledger import actions as ledger
from kualik.cases.people.models import Person
from kualik.cases.releases import consenting, policy, queries
from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.composing import Composed, Rules, compose
from kualik.cases.releases.errors import (
    AlreadyWithdrawn,
    ConsentGone,
    NoConsent,
    NotADay,
    NothingToRelease,
    NotInThatState,
    UnknownProperties,
)
from kualik.cases.releases.frozen import as_content
from kualik.cases.releases.models import Audience, Consent, Item, Release, ReleaseState
from kualik.engine.facts.edtf import is_edtf

__all__ = ["approve", "draft", "record_consent", "record_export", "withdraw", "withdraw_consent"]


@transaction.atomic
def record_consent(
    *, by: User, at: datetime, person: Person, audience: Audience, given_by: str, given_on: str
) -> Consent:
    """Record that somebody may be shown to an audience.

    Args:
        by: a publisher.
        at: when it is recorded.
        person: who may be shown.
        audience: to whom.
        given_by: who allowed it and what they are to the person; only custodians see it.
        given_on: when it was allowed, EDTF.

    Raises:
        NotAllowed: `by` is no publisher.
        NotADay: `given_on` is not EDTF.
    """
    policy.check_may_record_consent(by)
    if not is_edtf(given_on):
        raise NotADay(given_on=given_on)
    consent = Consent(
        id=uuid4(),
        person=person,
        audience=audience,
        given_by=given_by,
        given_on=given_on,
        recorded_by=by,
        recorded_at=at,
    )
    details = {"consent": str(consent.pk), "audience": str(audience)}
    ledger.write(by=by, at=at, kind="consent:recorded", about=f"person:{person.pk}", details=details)
    consent.save()
    return consent


@transaction.atomic
def withdraw_consent(*, by: User, at: datetime, consent: Consent) -> Sequence[Release]:
    """Withdraw a consent. From now on no export and no page holds the person for that audience.

    Other consents for that audience that were recorded of the same human being end with it.

    Returns:
        The approved releases that held the person: what was made from them must be made anew.

    Raises:
        NotAllowed: `by` is no publisher.
        AlreadyWithdrawn: it was withdrawn before.
    """
    policy.check_may_record_consent(by)
    ledger.write(
        by=by,
        at=at,
        kind="consent:withdrawn",
        about=f"person:{consent.person_id}",
        details={"consent": str(consent.pk), "audience": str(consent.audience)},
    )
    present = Consent.objects.select_for_update().get(pk=consent.pk)
    if present.withdrawn_at is not None:
        raise AlreadyWithdrawn(consent=present)
    same = consenting.of_one(present.person)
    standing = Consent.objects.filter(person__in=same, audience=present.audience, withdrawn_at=None)
    standing.update(withdrawn_by=by, withdrawn_at=at)
    held = Release.objects.filter(items__person__in=same, audience=present.audience)
    return list(held.filter(state=ReleaseState.APPROVED).distinct())


@transaction.atomic
def draft(
    *, by: User, at: datetime, title: str, audience: Audience, persons: Collection[Person], properties: Collection[str]
) -> Release:
    """Draft a release: a copy of what is known of persons, cut down to what may be shown to the audience.

    Args:
        by: a publisher; what they may not see cannot be in it.
        at: when.
        title: what the release is called; it is shown.
        audience: for whom it is.
        persons: who is in it, in this order.
        properties: what of them is shown, each "Schema.property" of the audience's list.

    Raises:
        NotAllowed: `by` is no publisher.
        NothingToRelease: no person or no property is named.
        UnknownProperties: a property is not on the audience's list.
        NoConsent: of somebody no consent for the audience is in force.
    """
    policy.check_may_publish(by, deed="draft a release")
    listed = allowed(audience)
    unknown = sorted(set(properties) - set(listed))
    if unknown:
        raise UnknownProperties(properties=unknown, audience=audience, allowed=listed)
    if not persons or not properties:
        raise NothingToRelease
    release = Release(id=uuid4(), title=title, audience=audience, drafted_by=by, drafted_at=at)
    ledger.write(by=by, at=at, kind="release:drafted", about=f"release:{release.pk}", details=_who(persons))
    consents = _consents(persons, audience)
    release.save()
    Item.objects.bulk_create(
        [
            _item(release, position, consents[person], _composed(by, person, release, frozenset(properties)))
            for position, person in enumerate(dict.fromkeys(persons), start=1)
        ]
    )
    return release


def _who(persons: Collection[Person]) -> dict[str, list[str]]:
    return {"persons": [str(person.pk) for person in persons]}


def _consents(persons: Collection[Person], audience: Audience) -> dict[Person, Consent]:
    """Find the consent that each person is released under: the latest in force."""
    given = Consent.objects.filter(person__in=persons, audience=audience, withdrawn_at=None)
    standing = list(given.select_related("person").order_by("recorded_at"))
    gone = consenting.ended(standing)
    found = {consent.person: consent for consent in standing if consent.pk not in gone}
    missing = [person for person in persons if person not in found]
    if missing:
        raise NoConsent(persons=missing, audience=audience)
    return found


def _composed(by: User, person: Person, release: Release, properties: frozenset[str]) -> Composed:
    case = findings.case(viewer=by, person=person)
    rules = Rules(
        audience=release.audience,
        properties=properties,
        consents=queries.consents_for_screening(person),
        hidden=queries.hidden(case),
        languages={form.value: form.language for form in case.names},
    )
    return compose(case, rules=rules)


def _item(release: Release, position: int, consent: Consent, composed: Composed) -> Item:
    return Item(
        release=release,
        position=position,
        person=consent.person,
        consent=consent,
        content=as_content(composed.person),
        withheld=[list(one) for one in composed.withheld],
    )


@transaction.atomic
def approve(*, by: User, at: datetime, release: Release) -> Release:
    """Approve a draft. From now on it does not change, and its digest says so.

    Raises:
        NotAllowed: `by` is no publisher.
        NotInThatState: the release is no draft.
        NeedsSecondPerson: `by` drafted it, and another publisher could approve it.
        ConsentGone: a consent was withdrawn since.
    """
    present = Release.objects.select_for_update().get(pk=release.pk)
    policy.check_may_approve(by, present)
    consents = [item.consent for item in _items(present)]
    ended = consenting.ended(consents)
    if gone := [one for one in consents if one.pk in ended]:
        raise ConsentGone(consents=gone)
    present.state, present.approved_by, present.approved_at = ReleaseState.APPROVED, by, at
    present.digest = queries.digest_of(present, _items(present))
    details = {"digest": present.digest}
    ledger.write(by=by, at=at, kind="release:approved", about=f"release:{present.pk}", details=details)
    present.save(update_fields=["state", "approved_by", "approved_at", "digest"])
    return present


def _items(release: Release) -> Sequence[Item]:
    return list(release.items.select_related("consent__person").order_by("position"))


@transaction.atomic
def withdraw(*, by: User, at: datetime, release: Release) -> Release:
    """Withdraw a release: nothing is exported from it any more.

    Raises:
        NotAllowed: `by` is no publisher.
        NotInThatState: it is withdrawn already.
    """
    present = Release.objects.select_for_update().get(pk=release.pk)
    policy.check_may_withdraw(by, present)
    present.state, present.withdrawn_by, present.withdrawn_at = ReleaseState.WITHDRAWN, by, at
    ledger.write(by=by, at=at, kind="release:withdrawn", about=f"release:{present.pk}")
    present.save(update_fields=["state", "withdrawn_by", "withdrawn_at"])
    return present


@transaction.atomic
def record_export(*, by: User, at: datetime, release: Release, form: str) -> None:
    """Record that an approved release was taken out of the house, and in which form.

    Raises:
        NotAllowed: `by` is no publisher.
        NotInThatState: the release is not approved.
    """
    policy.check_may_publish(by, deed="export a release")
    if release.state != ReleaseState.APPROVED:
        raise NotInThatState(release=release, deed="be exported")
    ledger.write(
        by=by,
        at=at,
        kind="release:exported",
        about=f"release:{release.pk}",
        details={"form": form, "digest": release.digest},
    )
