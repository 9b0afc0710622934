"""What can go wrong with a document."""

from uuid import UUID

from kualik.casebook.errors import CasebookError

__all__ = ["NoSuchDocument", "RenditionRefused"]


class NoSuchDocument(CasebookError):
    """There is no such document, or none that the viewer may know of; which of the two is not said."""

    def __init__(self, *, document: UUID | str) -> None:
        super().__init__(f"there is no document {document}")
        self.document = document


class RenditionRefused(CasebookError):
    """One text cannot be said to be the translation of the other, or that was taken back before."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"this cannot be kept as a translation: {why}")
        self.why = why
