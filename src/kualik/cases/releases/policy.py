"""Who may draft, approve, withdraw and export a release, and record consents."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds
from kualik.cases.accounts.queries import others_holding
from kualik.cases.releases.errors import NeedsSecondPerson, NotInThatState
from kualik.cases.releases.models import Audience, Release, ReleaseState

__all__ = [
    "check_may_approve",
    "check_may_publish",
    "check_may_record_consent",
    "check_may_withdraw",
    "may_approve",
    "may_publish",
    "may_record_consent",
    "may_see",
    "may_see_consent_giver",
    "may_see_consents",
    "may_see_withheld",
    "may_withdraw",
]


def may_publish(user: User) -> bool:
    """Say whether somebody may record consents, draft releases and take an approved one out of the house."""
    return holds(user, Role.PUBLISHER)


def check_may_publish(user: User, *, deed: str) -> None:
    """Refuse whoever may not publish.

    Raises:
        NotAllowed: they are no publisher.
    """
    check_holds(user, Role.PUBLISHER, deed=deed)


def may_record_consent(user: User) -> bool:
    """Say whether somebody may record that a person may be shown, and that this was withdrawn."""
    return may_publish(user)


def check_may_record_consent(user: User) -> None:
    """Refuse whoever may not record consents.

    Raises:
        NotAllowed: they are no publisher.
    """
    check_may_publish(user, deed="record a consent")


def may_see(user: User, release: Release) -> bool:
    """Say whether somebody may see a release.

    What was approved for the public is for all readers, what was approved for others is for those who may know of
    restricted sources, and what was never approved, withdrawn or not, is for publishers and editors.
    """
    if release.approved_at is None:
        return holds(user, Role.PUBLISHER, Role.EDITOR)
    if release.audience != Audience.PUBLIC:
        return holds(user, Role.PUBLISHER, Role.EDITOR, Role.CUSTODIAN)
    return holds(user, Role.READER)


def may_see_consents(user: User) -> bool:
    """Say whether somebody may see which consents there are and which were withdrawn."""
    return holds(user, Role.PUBLISHER, Role.EDITOR, Role.CUSTODIAN)


def may_see_withheld(user: User) -> bool:
    """Say whether somebody may see what a release withholds and why: that a value names somebody is telling itself."""
    return holds(user, Role.PUBLISHER, Role.EDITOR)


def may_see_consent_giver(user: User) -> bool:
    """Say whether somebody may see who gave a consent: a secret for custodians."""
    return holds(user, Role.CUSTODIAN)


def may_approve(user: User, release: Release) -> bool:
    """Say whether somebody may approve a draft: a publisher other than its drafter, unless there is no other."""
    if release.state != ReleaseState.DRAFT or not may_publish(user):
        return False
    return release.drafted_by_id != user.pk or not others_holding(user, Role.PUBLISHER)


def check_may_approve(user: User, release: Release) -> None:
    """Refuse whoever may not approve a release.

    Raises:
        NotAllowed: they are no publisher.
        NotInThatState: it is no draft.
        NeedsSecondPerson: they drafted it, and somebody else could approve it.
    """
    check_may_publish(user, deed="approve a release")
    if release.state != ReleaseState.DRAFT:
        raise NotInThatState(release=release, deed="be approved")
    if not may_approve(user, release):
        raise NeedsSecondPerson(user=user)


def may_withdraw(user: User, release: Release) -> bool:
    """Say whether somebody may withdraw a release: a publisher, as long as it is not withdrawn."""
    return release.state != ReleaseState.WITHDRAWN and may_publish(user)


def check_may_withdraw(user: User, release: Release) -> None:
    """Refuse whoever may not withdraw a release.

    Raises:
        NotAllowed: they are no publisher.
        NotInThatState: it is withdrawn.
    """
    check_may_publish(user, deed="withdraw a release")
    if release.state == ReleaseState.WITHDRAWN:
        raise NotInThatState(release=release, deed="be withdrawn")
