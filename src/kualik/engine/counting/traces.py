"""Whether the chains of B agree: where each of them was, sweep by sweep."""

from collections.abc import Iterator, Sequence
from statistics import quantiles

from kualik.engine.counting import svg
from kualik.engine.counting.axes import Axis, axis, short
from kualik.engine.counting.phrases import phrase, said
from kualik.engine.counting.results import Trace
from kualik.engine.counting.svg import Figure, Say

__all__ = ["chains"]

TITLE = phrase("Whether the chains of model B agree")
SHOWS = phrase(
    "Each line is one chain, from its first kept sweep on the left to its last on the right; its height is the number "
    "of people. Chains that agree lie over each other; one that keeps apart has found another answer"
)
HEAD = (phrase("Chain"), phrase("Lower quarter"), phrase("Median"), phrase("Upper quarter"))
WIDTH, LEFT, RIGHT, TOP, HEIGHT = 760.0, 76.0, 14.0, 12.0, 230.0
SHADES = 4


def chains(*, traces: Sequence[Trace], say: Say = str) -> Figure:
    """Draw chains.

    Args:
        traces: at least one, each of two points or more.
        say: says a phrase in the reader's language.

    Returns:
        The drawing with its table.
    """
    along = axis((people for one in traces for people in one.people), start=TOP + HEIGHT, end=TOP)
    drawn = svg.drawing(
        name="chains",
        title=say(TITLE),
        description=say(SHOWS),
        size=(WIDTH, TOP + HEIGHT + 12),
        parts=_parts(along, traces),
    )
    return Figure(
        id="chains",
        title=say(TITLE),
        description=say(SHOWS),
        svg=drawn,
        head=tuple(say(one) for one in HEAD),
        rows=tuple(
            (said(number), *(said(round(value)) for value in quantiles(one.people, n=4)))
            for number, one in enumerate(traces, start=1)
        ),
    )


def _parts(along: Axis, traces: Sequence[Trace]) -> Iterator[str]:
    for people in along.ticks():
        y = along.place(people)
        yield svg.line((LEFT, y), (WIDTH - RIGHT, y), kind="grid")
        yield svg.text(short(people), (LEFT - 8, y + 4), kind="tick", anchor="end")
    for number, one in enumerate(traces):
        step = (WIDTH - LEFT - RIGHT) / (len(one.people) - 1)
        points = [(LEFT + step * place, along.place(people)) for place, people in enumerate(one.people)]
        yield svg.path(points, kind=f"trace shade-{number % SHADES}")
