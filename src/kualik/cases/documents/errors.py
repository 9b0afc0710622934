"""What can go wrong with a document."""

from uuid import UUID

from kualik.casebook.errors import CasebookError

__all__ = ["NoSuchDocument"]


class NoSuchDocument(CasebookError):
    """There is no such document, or none that the viewer may know of; which of the two is not said."""

    def __init__(self, *, document: UUID | str) -> None:
        super().__init__(f"there is no document {document}")
        self.document = document
