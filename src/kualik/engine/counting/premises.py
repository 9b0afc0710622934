"""What an estimate is about and what it takes for granted: without it no figure can be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.facts import EngineError

__all__ = ["ALWAYS", "Claimed", "Listed", "Premises", "Question", "WithoutPremises"]

CLOSED = phrase("the same people could be on every list: nobody came or went between them")
LINKED = phrase("everybody on two lists was recognised, and nobody was taken for another")
REACHABLE = phrase("everybody had some chance of being listed; people no list could reach are not counted")
SAME_EVENT = phrase("every list means the same by the event that it records")
ALWAYS = (CLOSED, SAME_EVENT, LINKED, REACHABLE)
"""What every estimator here takes for granted, whatever else it does."""


class WithoutPremises(EngineError):
    """A figure was to be reported without what it assumes."""

    def __init__(self, *, missing: str) -> None:
        super().__init__(f"a figure is not reported without its {missing}; give it with the figure")
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A figure that somebody else gives, in their words, and who they are and how they know it."""

    figure: str
    source: str

    def __post_init__(self) -> None:
        if not (self.figure.strip() and self.source.strip()):
            raise WithoutPremises(missing="source" if self.figure.strip() else "figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who is to be counted: which people, where, when, and to what event; and what each list is.

    What is empty is reported as not stated.
    """

    population: str = ""
    place: str = ""
    window: str = ""
    event: str = ""
    lists: Mapping[str, str] = field(default_factory=dict)
    claimed: Claimed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One list: how many people are on it, how many of them on no other, and what it is."""

    name: str
    people: int
    alone: int
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What the figures of a report are about and what they assume. None can be made without assumptions."""

    population: str
    place: str
    window: str
    event: str
    lists: tuple[Listed, ...]
    assumptions: tuple[Phrase, ...]
    claimed: Claimed | None = None

    def __post_init__(self) -> None:
        if not self.assumptions:
            raise WithoutPremises(missing="assumptions")
