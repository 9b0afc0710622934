"""What can go wrong with consents and releases."""

from collections.abc import Sequence

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.people.models import Person
from kualik.cases.releases.models import Consent, Release

__all__ = [
    "Altered",
    "ConsentGone",
    "NeedsSecondPerson",
    "NoConsent",
    "NoSuchConsent",
    "NoSuchRelease",
    "NotInThatState",
    "NothingToRelease",
    "UnknownProperties",
]


class NoSuchRelease(CasebookError):
    """No release of that id or title that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no release {reference!r} here; `kualik release list` names them with their ids")
        self.reference = reference


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
            f"no consent for the audience {audience!r} is recorded of {named}; record it with `kualik release consent`"
        )
        self.persons = tuple(persons)
        self.audience = audience


class ConsentGone(CasebookError):
    """A consent was withdrawn since the draft was made, or a second time."""

    def __init__(self, *, consents: Sequence[Consent]) -> None:
        named = ", ".join(str(one.person) for one in consents)
        super().__init__(f"the consent for {named} was withdrawn; draft the release anew without them")
        self.consents = tuple(consents)


class NeedsSecondPerson(CasebookError):
    """Whoever drafted a release cannot approve it while somebody else can."""

    def __init__(self, *, user: User) -> None:
        super().__init__(f"{user} drafted this release; another publisher approves it")
        self.user = user


class NotInThatState(CasebookError):
    """A release is not in the state that a deed asks for."""

    def __init__(self, *, release: Release, deed: str) -> None:
        super().__init__(f"the release {release.title!r} is in the state {release.state!r} and cannot {deed}")
        self.release = release


class NothingToRelease(CasebookError):
    """A release was to be drafted of nobody, or of nothing."""

    def __init__(self) -> None:
        super().__init__("name at least one person and one property to release")


class UnknownProperties(CasebookError):
    """A property was to be released that no release may hold for that audience."""

    def __init__(self, *, properties: Sequence[str], audience: str, allowed: Sequence[str]) -> None:
        super().__init__(
            f"{', '.join(properties)}: not on the list of what may be released to {audience!r}; "
            f"that list is: {', '.join(allowed)}"
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
