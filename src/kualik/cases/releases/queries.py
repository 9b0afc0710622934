"""What can be asked about consents and releases."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Value

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import holds
from kualik.cases.findings.case import Case
from kualik.cases.findings.models import Choice
from kualik.cases.ledger.canonical import stamp
from kualik.cases.people.models import Person
from kualik.cases.releases import consenting, policy, unnamed
from kualik.cases.releases import frozen as freezing
from kualik.cases.releases.composing import must_stay_unnamed
from kualik.cases.releases.errors import Altered, NoSuchConsent, NoSuchRelease, NotInThatState, SeveralReleases
from kualik.cases.releases.frozen import FrozenRelease
from kualik.cases.releases.models import Audience, Consent, Item, Release, ReleaseState
from kualik.engine import screening

__all__ = [
    "PAGE",
    "ReleaseCase",
    "awaiting",
    "consent",
    "consents",
    "consents_for_screening",
    "consents_missing",
    "digest_of",
    "frozen",
    "hidden",
    "item",
    "release",
    "releases",
    "without_consent",
]

PAGE = 20  # people of a release that a page shows


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCase:
    """A release as the house sees it: its items, and what the viewer may do.

    What was withheld and why, and whose consent is gone, is empty for who may not see that.
    """

    release: Release
    items: tuple[Item, ...]
    may_approve: bool
    may_withdraw: bool
    gone: tuple[Person, ...]  # whose consent was withdrawn since
    total: int  # how many are in it; `items` may be a stretch of them

    @property
    def is_draft(self) -> bool:
        """Whether nobody approved or withdrew it yet."""
        return self.release.state == ReleaseState.DRAFT


def releases(*, viewer: User) -> QuerySet[Release]:
    """List the releases that somebody may see (policy.may_see), latest first."""
    shown = Q()
    if not holds(viewer, Role.PUBLISHER, Role.EDITOR):
        shown = Q(approved_at__isnull=False)
        shown &= Q() if holds(viewer, Role.CUSTODIAN) else Q(audience=Audience.PUBLIC)
    found = Release.objects.filter(shown).select_related("drafted_by", "approved_by", "withdrawn_by")
    return found.order_by("-drafted_at", "pk") if holds(viewer, Role.READER) else found.none()


def release(*, viewer: User, release: UUID | str, offset: int = 0, limit: int | None = None) -> ReleaseCase:
    """Show one release, by its id, or by its title where only one has it; with a limit a stretch of its people.

    Raises:
        NoSuchRelease: there is none, or none that the viewer may see.
        SeveralReleases: the title is that of several.
    """
    found = _find(viewer, release)
    ordered = found.items.select_related("person", "consent").order_by("position")
    items = tuple(ordered[offset : None if limit is None else offset + limit])
    if not policy.may_see_withheld(viewer):
        for item in items:
            item.withheld = []
    return ReleaseCase(
        release=found,
        items=items,
        may_approve=policy.may_approve(viewer, found),
        may_withdraw=policy.may_withdraw(viewer, found),
        gone=_gone(found) if policy.may_see_consents(viewer) else (),
        total=len(items) if limit is None else found.items.count(),
    )


def item(*, viewer: User, release: UUID, position: int) -> Item:
    """Show one person of a release with what is withheld, for whoever may see that.

    Raises:
        NoSuchRelease: there is none, or none of which the viewer may see what it withholds, or nobody in that place.
    """
    shown = releases(viewer=viewer) if policy.may_see_withheld(viewer) else Release.objects.none()
    found = Item.objects.select_related("release", "person").filter(release__in=shown, release=release)
    one = found.filter(position=position).first()
    if one is None:
        raise NoSuchRelease(reference=f"{release} {position}")
    return one


def _gone(release: Release) -> tuple[Person, ...]:
    given = [item.consent for item in release.items.select_related("consent__person").defer("content", "withheld")]
    ended = consenting.ended(given)
    return tuple(one.person for one in given if one.pk in ended)


def _find(viewer: User, reference: UUID | str) -> Release:
    visible = releases(viewer=viewer)
    try:
        return visible.get(pk=reference)
    except (Release.DoesNotExist, ValueError, ValidationError):
        titled = list(visible.filter(title=str(reference)))
    if len(titled) > 1:
        raise SeveralReleases(title=str(reference), releases=titled)
    if not titled:
        raise NoSuchRelease(reference=str(reference))
    return titled[0]


def awaiting(*, viewer: User) -> int:
    """Count the drafts that somebody may approve."""
    drafts = releases(viewer=viewer).filter(state=ReleaseState.DRAFT)
    return sum(policy.may_approve(viewer, one) for one in drafts)


def without_consent(*, viewer: User) -> QuerySet[Person]:
    """List the people proposed to be shown for whom no consent stands, for whoever may see consents.

    Proposed is who has a value chosen for publication, and who stands in a draft under a consent withdrawn since.
    """
    standing = Consent.objects.filter(person__first_mention__person=OuterRef("pk"), withdrawn_at=None)
    chosen = Choice.objects.filter(ended_at=None).values("person__first_mention__person")
    drafted = Item.objects.filter(release__state=ReleaseState.DRAFT).values("person__first_mention__person")
    found = Person.objects.filter(Q(pk__in=chosen) | Q(pk__in=drafted)).exclude(Exists(standing))
    return found if policy.may_see_consents(viewer) else found.none()


def consents_missing(*, viewer: User) -> QuerySet[Person, tuple[str, int]]:
    """Count the people proposed to be shown for whom no consent stands: a part of a union."""
    named = without_consent(viewer=viewer).order_by().annotate(what=Value("consents", output_field=CharField()))
    return named.values("what").annotate(many=Count("pk")).values_list("what", "many")


def consents(*, viewer: User, person: Person | None = None) -> QuerySet[Consent]:
    """List the consents, of all, or of one human being under every number that they were given.

    Who gave them is for custodians (policy.may_see_consent_giver).
    """
    found = Consent.objects.select_related("person", "recorded_by", "withdrawn_by").order_by("recorded_at", "pk")
    if not policy.may_see_consent_giver(viewer):
        found = found.defer("given_by")
    if not policy.may_see_consents(viewer):
        return found.none()
    return found.filter(person__in=consenting.same_being(person)) if person else found


def consent(*, viewer: User, reference: UUID | str) -> Consent:
    """Find a consent by its id.

    Raises:
        NoSuchConsent: there is none, or none that the viewer may see.
    """
    try:
        return consents(viewer=viewer).get(pk=reference)
    except (Consent.DoesNotExist, ValueError, ValidationError) as error:
        raise NoSuchConsent(reference=str(reference)) from error


def frozen(*, viewer: User, release: UUID | str) -> FrozenRelease:
    """Give an approved release as plain values, without those whose consent was withdrawn since.

    Raises:
        NotAllowed: the viewer is no publisher.
        NoSuchRelease: there is none that the viewer may see.
        NotInThatState: it is not approved.
        Altered: the stored copy is not what was approved.
    """
    policy.check_may_publish(viewer, deed="export a release")
    found = _find(viewer, release)
    if found.state != ReleaseState.APPROVED or found.approved_at is None:
        raise NotInThatState(release=found, deed="be exported")
    items = list(found.items.select_related("consent").order_by("position"))
    if digest_of(found, items) != found.digest:
        raise Altered(release=found)
    gone = consenting.ended([item.consent for item in items])
    shown = [item for item in items if item.consent_id not in gone]
    return FrozenRelease(
        id=found.pk.hex,
        title=found.title,
        audience=found.audience,
        approved=f"{found.approved_at:%Y-%m-%d}",
        digest=digest_of(found, shown),
        persons=tuple(freezing.from_content(item.content) for item in shown),
    )


def digest_of(release: Release, items: Iterable[Item]) -> str:
    """Work out the digest of a release's items as they are stored."""
    return freezing.digest(title=release.title, audience=release.audience, contents=[item.content for item in items])


def hidden(case: Case) -> tuple[str, ...]:
    """List the names that may not leave with a case. Secret ones among them are never shown, only looked for.

    They are looked up in every document that tells of the person: a sealed one guards its witness no less.
    """
    return must_stay_unnamed(
        case,
        providers=[*unnamed.providers(case.person)],
        bodies=[*unnamed.bodies(case.person)],
        elsewhere=[*unnamed.spoken(case.person), *unnamed.kin(case.person)],
    )


def consents_for_screening(person: Person) -> tuple[screening.Consent, ...]:
    """Gather every consent and withdrawal of one person as the screening engine takes them."""
    found: list[screening.Consent] = []
    for one in Consent.objects.filter(person=person).order_by("recorded_at"):
        given = _stamped(person, one.audience, one.recorded_at)
        found.append(given)
        if one.withdrawn_at is not None:
            found.append(replace(_stamped(person, one.audience, one.withdrawn_at), withdrawn=True))
    return tuple(found)


def _stamped(person: Person, audience: str, at: datetime) -> screening.Consent:
    return screening.Consent(person=str(person.pk), audience=audience, day=stamp(at))
