"""The axis of people: logarithmic, with round figures at its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, exp, floor, log, log10

from kualik.engine.counting import svg
from kualik.engine.counting.phrases import said

__all__ = ["Axis", "axis", "lines", "short"]

STEPS = (1, 2, 5)
MOST = 8  # figures on an axis
ROOM = 1.06  # beyond the outermost value, as a factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From people to places: `low` and `high` in people lie at `start` and `end` in units of the drawing."""

    low: float
    high: float
    start: float
    end: float

    def place(self, people: float) -> float:
        """Find where so many people lie; what is beyond an end lies at the end."""
        kept = min(max(people, self.low), self.high)
        return self.start + (log(kept) - log(self.low)) / (log(self.high) - log(self.low)) * (self.end - self.start)

    def ticks(self) -> tuple[float, ...]:
        """List round figures of people within the ends, eight at most."""
        for steps in ((1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8), (1, 2, 3, 5, 7), STEPS, (1, 3), (1,)):
            found = list(self._round(steps))
            if len(found) <= MOST:
                return tuple(found)
        return tuple(found[:: ceil(len(found) / MOST)])

    def _round(self, steps: Iterable[float]) -> Iterator[float]:
        for power in range(floor(log10(self.low)), ceil(log10(self.high)) + 1):
            yield from (step * 10.0**power for step in steps if self.low <= step * 10.0**power <= self.high)


def axis(values: Iterable[float], *, start: float, end: float) -> Axis:
    """Make an axis that holds all values.

    Args:
        values: people, above 0; at least one.
        start: where the least lies, in units of the drawing.
        end: where the greatest lies.

    Returns:
        The axis, with a little room at both ends.
    """
    known = list(values)
    low, high = min(known), max(known)
    if high < low * exp(0.2):  # a single value, or nearly: the axis still has a length
        low, high = low * exp(-0.1), high * exp(0.1)
    return Axis(low=low / ROOM, high=high * ROOM, start=start, end=end)


def lines(along: Axis, *, top: float, bottom: float) -> Iterator[str]:
    """Draw the axis beneath a drawing: a thin line at each round figure.

    Args:
        along: the axis, from left to right.
        top: where the lines begin, in units of the drawing.
        bottom: where they end; the figures stand beneath.

    Yields:
        The elements.
    """
    for people in along.ticks():
        x = along.place(people)
        yield svg.line((x, top), (x, bottom), kind="grid")
        yield svg.text(short(people), (x, bottom + 16), kind="tick", anchor="middle")


def short(people: float) -> str:
    """Write a figure on an axis.

    Args:
        people: how many.

    Returns:
        Digits, thousands apart.
    """
    return said(round(people)) if people >= 10 else said(people)
