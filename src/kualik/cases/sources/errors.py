"""What can go wrong with a source."""

from kualik.casebook.errors import CasebookError

__all__ = ["MappingRefused", "NoSuchSource", "NotTheHolder", "SourceRefused"]


class NoSuchSource(CasebookError):
    """There is no such source, or none that the viewer may know of; which of the two is not said."""

    def __init__(self, *, sha256: str) -> None:
        super().__init__(
            f"there is no source {sha256[:12]}…; `kualik find` and the list of documents name what there is"
        )
        self.sha256 = sha256


class NotTheHolder(CasebookError):
    """A worker finished a source that is no longer its to finish: its time ran out and another took over."""

    def __init__(self, *, sha256: str, worker: str) -> None:
        super().__init__(
            f"source {sha256[:12]}… is no longer held by {worker}; its result was dropped, nothing is lost"
        )
        self.sha256 = sha256
        self.worker = worker


class SourceRefused(CasebookError):
    """A source cannot be taken as it is told."""

    def __init__(self, *, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why


class MappingRefused(CasebookError):
    """A mapping of a spreadsheet's columns cannot be saved or found."""

    def __init__(self, *, name: str, why: str) -> None:
        super().__init__(f"mapping {name!r}: {why}")
        self.name = name
        self.why = why
