"""What can go wrong with a batch."""

from uuid import UUID

from kualik.casebook.errors import CasebookError

__all__ = ["BatchRefused", "NoSuchBatch"]


class NoSuchBatch(CasebookError):
    """There is no such batch, or none that the viewer may know of; which of the two is not said."""

    def __init__(self, *, batch: UUID | str) -> None:
        super().__init__(f"there is no batch {batch}")
        self.batch = batch


class BatchRefused(CasebookError):
    """Something cannot be done to a batch as it stands."""

    def __init__(self, *, why: str) -> None:
        super().__init__(why)
        self.why = why
