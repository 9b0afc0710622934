"""What can go wrong with a claim."""

from uuid import UUID

from kualik.casebook.errors import CasebookError

__all__ = ["ClaimRefused", "DecidedMeanwhile", "NoSuchClaim", "NothingToDecide", "PassageMismatch"]


class NoSuchClaim(CasebookError):
    """There is no such claim or entity, or none that the viewer may know of; which of the two is not said."""

    def __init__(self, *, what: str, id_: UUID | str) -> None:
        super().__init__(f"there is no {what} {id_}")
        self.what = what
        self.id = id_


class NothingToDecide(CasebookError):
    """None of the claims named can change in that way: they have all been decided so already."""

    def __init__(self, *, deed: str, count: int) -> None:
        super().__init__(f"none of the {count} claims named can be {deed}: look at them again, somebody was faster")
        self.deed = deed
        self.count = count


class DecidedMeanwhile(CasebookError):
    """A claim is not in the state any more in which whoever decides saw it; nothing was changed."""

    def __init__(self, *, claim: UUID, status: str) -> None:
        super().__init__(f"somebody was faster: claim {claim} is {status} by now; load the page again and look")
        self.claim = claim
        self.status = status


class ClaimRefused(CasebookError):
    """A claim cannot be as somebody wrote it."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"this claim cannot be kept: {why}")
        self.why = why


class PassageMismatch(CasebookError):
    """A reader gave a passage that is not what the text says in that place: a fault of the reader."""

    def __init__(self, *, document: UUID, start: int, end: int, method: str) -> None:
        super().__init__(
            f"document {document}, {start}–{end}: {method} quotes what the text does not say there; "
            "nothing of this reading was kept; report it"
        )
        self.document = document
        self.start = start
        self.end = end
