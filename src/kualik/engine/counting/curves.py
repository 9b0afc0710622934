"""What A and B think likely: the two posteriors of the number of people, and the interval that holds both."""

from collections.abc import Iterator, Sequence

from kualik.engine.counting import svg
from kualik.engine.counting.axes import Axis, axis, lines
from kualik.engine.counting.phrases import phrase, said
from kualik.engine.counting.results import Curve, Interval
from kualik.engine.counting.svg import Figure, Say

__all__ = ["posterior"]

TITLE = phrase("How likely each number of people is, by each model")
SHOWS = phrase(
    "The higher a line, the likelier that number of people is by that model; the bar beneath is the 95 %% interval, "
    "the mark in it the median. The scale is logarithmic"
)
BAND = phrase("The shaded stretch holds both intervals")
HEAD = (phrase("Model"), phrase("From"), phrase("Median"), phrase("To"))
WIDTH, LEFT, RIGHT, TOP, HEIGHT = 760.0, 24.0, 24.0, 26.0, 210.0


def posterior(
    *, curves: Sequence[Curve], intervals: Sequence[tuple[str, Interval]], headline: Interval | None, say: Say = str
) -> Figure:
    """Draw posteriors of the number of people.

    Args:
        curves: a line for each model.
        intervals: each model by its letter with its 95 % interval, in people.
        headline: the interval that holds both, where one is given.
        say: says a phrase in the reader's language.

    Returns:
        The drawing with its table.
    """
    ends = [end for _, one in intervals for end in (one.low, one.high)]
    along = axis([*ends, *(end for one in curves for end in _likely(one))], start=LEFT, end=WIDTH - RIGHT)
    description = say(SHOWS) if headline is None else f"{say(SHOWS)}. {say(BAND)}"
    size = (WIDTH, TOP + HEIGHT + 24 * len(intervals) + 42)
    parts = _parts(along, curves, intervals, headline)
    return Figure(
        id="posterior",
        title=say(TITLE),
        description=description,
        svg=svg.drawing(name="posterior", title=say(TITLE), description=description, size=size, parts=parts),
        head=tuple(say(one) for one in HEAD),
        rows=tuple(
            (name, *(said(round(value)) for value in (one.low, one.middle, one.high))) for name, one in intervals
        ),
    )


def _likely(curve: Curve) -> tuple[float, float]:
    """Find the ends of what can be seen: a fiftieth of the height."""
    highest = max(curve.density)
    seen = [people for people, value in zip(curve.people, curve.density, strict=True) if value > highest / 50]
    return min(seen), max(seen)


def _parts(
    along: Axis, curves: Sequence[Curve], intervals: Sequence[tuple[str, Interval]], headline: Interval | None
) -> Iterator[str]:
    bottom = TOP + HEIGHT + 24 * len(intervals) + 12
    if headline:
        left, right = along.place(headline.low), along.place(headline.high)
        yield svg.rectangle((left, TOP), (right - left, bottom - TOP), kind="band")
    yield from lines(along, top=TOP, bottom=bottom)
    highest = max((max(one.density) for one in curves), default=1.0)
    for curve in curves:
        yield from _curve(along, curve, highest)
    for row, (name, one) in enumerate(intervals):
        yield from _interval(along, one, name=name, y=TOP + HEIGHT + 24 * (row + 0.5))


def _curve(along: Axis, curve: Curve, highest: float) -> Iterator[str]:
    points = [
        (along.place(people), TOP + HEIGHT - (HEIGHT - 18) * value / highest)
        for people, value in zip(curve.people, curve.density, strict=True)
        if along.low <= people <= along.high
    ]
    if points:
        yield svg.path(points, kind=f"curve of-{curve.estimator}")
        x, y = min(points, key=lambda point: point[1])
        yield svg.text(curve.estimator, (x, y - 6), kind=f"letter of-{curve.estimator}", anchor="middle")


def _interval(along: Axis, one: Interval, *, name: str, y: float) -> Iterator[str]:
    low, middle, high = (along.place(value) for value in (one.low, one.middle, one.high))
    yield svg.line((low, y), (high, y), kind=f"span of-{name}")
    mark = svg.circle if name == "A" else svg.diamond
    yield mark((middle, y), radius=5.5, kind=f"mark of-{name}")
    yield svg.text(name, (low - 8, y + 4), kind=f"letter of-{name}", anchor="end")
