"""What moves the answer: a row for each estimate made again with one assumption changed."""

from collections.abc import Iterator, Sequence

from kualik.engine.counting import svg
from kualik.engine.counting.axes import Axis, axis, lines
from kualik.engine.counting.phrases import phrase, said
from kualik.engine.counting.results import Interval
from kualik.engine.counting.svg import Figure, Say
from kualik.engine.counting.variant import Variant

__all__ = ["sensitivity"]

TITLE = phrase("What moves the answer")
SHOWS = phrase(
    "Each row is the same table counted again with one thing changed: the line is the 95 %% interval, the mark its "
    "median, a circle for model A and a diamond for model B"
)
HEAD = (phrase("Changed"), phrase("Model"), phrase("From"), phrase("Median"), phrase("To"))
WIDTH, NAMES, RIGHT, TOP, ROW = 820.0, 320.0, 24.0, 12.0, 24.0
LONGEST = 48  # letters that there is room for


def sensitivity(*, variants: Sequence[Variant], headline: Interval | None, say: Say = str) -> Figure:
    """Draw estimates made again.

    Args:
        variants: at least one, in the order of the rows.
        headline: the interval that is reported, where one is.
        say: says a phrase in the reader's language.

    Returns:
        The drawing with its table.
    """
    along = axis((end for one in variants for end in (one.low, one.high)), start=NAMES, end=WIDTH - RIGHT)
    size = (WIDTH, TOP + ROW * len(variants) + 34)
    rows = [(say(one.label), one) for one in variants]
    drawn = svg.drawing(
        name="sensitivity", title=say(TITLE), description=say(SHOWS), size=size, parts=_parts(along, rows, headline)
    )
    return Figure(
        id="sensitivity",
        title=say(TITLE),
        description=say(SHOWS),
        svg=drawn,
        head=tuple(say(one) for one in HEAD),
        rows=tuple(
            (label, one.estimator, *(said(round(value)) for value in (one.low, one.median, one.high)))
            for label, one in rows
        ),
    )


def _parts(along: Axis, rows: Sequence[tuple[str, Variant]], headline: Interval | None) -> Iterator[str]:
    bottom = TOP + ROW * len(rows) + 6
    if headline:
        left, right = along.place(headline.low), along.place(headline.high)
        yield svg.rectangle((left, TOP), (right - left, bottom - TOP), kind="band")
    yield from lines(along, top=TOP, bottom=bottom)
    for row, (label, one) in enumerate(rows):
        y = TOP + ROW * (row + 0.5)
        shown = label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
        yield svg.text(f"{shown} · {one.estimator}", (NAMES - 16, y + 4), anchor="end")
        yield svg.line((along.place(one.low), y), (along.place(one.high), y), kind=f"span of-{one.estimator}")
        mark = svg.circle if one.estimator == "A" else svg.diamond
        yield mark((along.place(one.median), y), radius=5, kind=f"mark of-{one.estimator}")
