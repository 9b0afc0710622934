"""What can go wrong with findings."""

from kualik.casebook.errors import CasebookError

__all__ = [
    "NoChoice",
    "NoPlacing",
    "NoSuchCount",
    "NoSuchEvent",
    "NoSuchPlacing",
    "NotAValue",
    "NotTheCounter",
    "NothingToCount",
    "SameEvent",
]


class NoSuchEvent(CasebookError):
    """No event of that id that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no event {reference!r} here; the list of events has them all")
        self.reference = reference


class NotAValue(CasebookError):
    """A value was chosen for publication that no accepted claim gives."""

    def __init__(self, *, property_: str, value: str, known: tuple[str, ...]) -> None:
        there = ", ".join(known) or "none"
        super().__init__(f"no accepted claim says {property_} = {value!r}; accepted values: {there}")
        self.property = property_
        self.value = value
        self.known = known


class NoChoice(CasebookError):
    """A choice was to be taken back that is not in force."""

    def __init__(self, *, property_: str) -> None:
        super().__init__(f"nothing is chosen for {property_}")
        self.property = property_


class NoSuchCount(CasebookError):
    """No count of that id that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no count {reference!r} here; the page of counts has them all")
        self.reference = reference


class NothingToCount(CasebookError):
    """Nobody who fits is on any list."""

    def __init__(self) -> None:
        super().__init__(
            "nobody who fits is on any list: accept claims of custody first, or ask for fewer conditions; "
            "a document without a publisher is no list"
        )


class NotTheCounter(CasebookError):
    """A worker's time for a count ran out, and another has it."""

    def __init__(self, *, count: str) -> None:
        super().__init__(f"the count {count} is another worker's by now; what this one found is left out")
        self.count = count


class SameEvent(CasebookError):
    """An event was to be put into the series of itself."""

    def __init__(self, *, event: str) -> None:
        super().__init__(f"the event {event} cannot be an occurrence of itself; choose another event of the series")
        self.event = event


class NoPlacing(CasebookError):
    """A decision about an event's series was to be taken back that is not in force."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no decision {reference!r} about a series is in force; it may have been taken back already")
        self.reference = reference


class NoSuchPlacing(CasebookError):
    """No decision about a series of that id, or none about an event that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no decision {reference!r} about a series here; the page of the series has them all")
        self.reference = reference
