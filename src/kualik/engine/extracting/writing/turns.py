"""Whose words a passage is by the form of its document: messages, turns, quoted letters."""

from bisect import bisect_right
from collections.abc import Sequence

from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import Spoken

__all__ = ["Turns"]


class Turns:
    """The stretches that a document's form gives to somebody, each knowing the one that it lies in."""

    def __init__(self, spoken: Sequence[Spoken]) -> None:
        self._spoken = sorted(spoken, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._spoken]
        self._parents: list[int] = []
        open_: list[int] = []
        for place, one in enumerate(self._spoken):
            while open_ and self._spoken[open_[-1]].end < one.end:
                open_.pop()
            self._parents.append(open_[-1] if open_ else -1)
            open_.append(place)

    def begins(self, span: Span) -> int | None:
        """Give where the outermost stretch around a passage begins; None where there is none."""
        holding = self._holding(span)
        return holding[-1].start if holding else None

    def over(self, span: Span) -> Sequence[str]:
        """Name those whose words a passage is, outermost first."""
        return [one.speaker for one in reversed(self._holding(span))]

    def _holding(self, span: Span) -> Sequence[Spoken]:
        """Find the stretches around a passage, innermost first."""
        holding: list[Spoken] = []
        place = bisect_right(self._starts, span.start) - 1
        while place >= 0:
            one = self._spoken[place]
            if one.start <= span.start and span.end <= one.end:
                holding.append(one)
            place = self._parents[place]
        return holding
