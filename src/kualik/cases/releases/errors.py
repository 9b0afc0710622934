"""What can go wrong with consents and releases."""

from collections.abc import Sequence

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.people.models import Person
from kualik.cases.releases.frozen import audience_in_words
from kualik.cases.releases.models import Consent, Release, ReleaseState

__all__ = [
    "AlreadyWithdrawn",
    "Altered",
    "ConsentGone",
    "NeedsSecondPerson",
    "NoConsent",
    "NoSuchConsent",
    "NoSuchRelease",
    "NotADay",
    "NotInThatState",
    "NothingToRelease",
    "SeveralReleases",
    "UnknownProperties",
]


class NoSuchRelease(CasebookError):
    """No release of that id or title that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no release {reference!r} here; `kualik release list` names them with their ids")
        self.reference = reference


class SeveralReleases(CasebookError):
    """Several releases have one title."""

    def __init__(self, *, title: str, releases: Sequence[Release]) -> None:
        lines = "\n".join(f"  {one.pk}  {one.state}" for one in releases)
        super().__init__(f"{len(releases)} releases are called {title!r}; name one by its id:\n{lines}")
        self.releases = tuple(releases)


class NotADay(CasebookError):
    """It is not understood when a consent was given."""

    def __init__(self, *, given_on: str) -> None:
        super().__init__(
            f"{given_on!r} is not a date that we understand; write when the consent was given as 2024-02-08, "
            "or as 2024-02 or 2024 where the day or the month is not known"
        )
        self.given_on = given_on


class NoSuchConsent(CasebookError):
    """No consent of that id."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no consent {reference!r} here; `kualik release consents` lists them with their ids")
        self.reference = reference


class NoConsent(CasebookError):
    """Somebody was to be released to an audience without a recorded consent."""

    def __init__(self, *, persons: Sequence[Person], audience: str) -> None:
        named = ", ".join(str(one) for one in persons)
        super().__init__(
            f"no consent is recorded that {named} may be shown to {audience_in_words(audience)}; "
            "once it is given, record it with `kualik release consent`"
        )
        self.persons = tuple(persons)
        self.audience = audience


class ConsentGone(CasebookError):
    """A consent was withdrawn since the draft was made."""

    def __init__(self, *, consents: Sequence[Consent]) -> None:
        named = ", ".join(str(one.person) for one in consents)
        super().__init__(
            f"the consent for {named} was withdrawn after this was drafted; draft the release anew without them"
        )
        self.consents = tuple(consents)


class AlreadyWithdrawn(CasebookError):
    """A consent was to be withdrawn a second time."""

    def __init__(self, *, consent: Consent) -> None:
        super().__init__(f"consent {consent.pk} was withdrawn on {consent.withdrawn_at:%Y-%m-%d} already")
        self.consent = consent


class NeedsSecondPerson(CasebookError):
    """Whoever drafted a release cannot approve it while somebody else can."""

    def __init__(self, *, user: User) -> None:
        super().__init__(f"{user} drafted this release, so somebody else who may publish must approve it")
        self.user = user


STATES = {
    ReleaseState.DRAFT: "is a draft that nobody has approved",
    ReleaseState.APPROVED: "is approved already",
    ReleaseState.WITHDRAWN: "was withdrawn",
}


class NotInThatState(CasebookError):
    """A release is not in the state that a deed asks for."""

    def __init__(self, *, release: Release, deed: str) -> None:
        super().__init__(f"the release {release.title!r} {STATES[ReleaseState(release.state)]}, so it cannot {deed}")
        self.release = release


class NothingToRelease(CasebookError):
    """A release was to be drafted of nobody, or of nothing."""

    def __init__(self) -> None:
        super().__init__("name at least one person and one property to release")


class UnknownProperties(CasebookError):
    """A property was to be released that no release may hold for that audience."""

    def __init__(self, *, properties: Sequence[str], audience: str, allowed: Sequence[str]) -> None:
        super().__init__(
            f"{', '.join(properties)}: not among what {audience_in_words(audience)} may be shown; "
            f"that is: {', '.join(allowed)}"
        )
        self.properties = tuple(properties)
        self.allowed = tuple(allowed)


class Altered(CasebookError):
    """The stored copy is not what was approved."""

    def __init__(self, *, release: Release) -> None:
        super().__init__(
            f"the release {release.title!r} was changed after it was approved (its digest does not fit); "
            "nothing is shown or exported from it; run `kualik verify`"
        )
        self.release = release
