"""How the lists overlap: a column for each combination of lists, its height the people who are on exactly these."""

from collections.abc import Iterator, Sequence

from kualik.engine.counting import svg
from kualik.engine.counting.phrases import phrase, said
from kualik.engine.counting.premises import Listed
from kualik.engine.counting.results import Overlap
from kualik.engine.counting.svg import Figure, Say

__all__ = ["upset"]

TITLE = phrase("Overlap of the lists")
SHOWS = phrase("Each column is a combination of lists; the bar above it is the people who are on exactly these lists")
LEFT_OUT = phrase("%(combinations)s rarer combinations with %(people)s people are in the table only")
HEAD = (phrase("On exactly these lists"), phrase("People"))
MOST = 24  # columns
NAMES, COLUMN, ROW, BARS, TOP = 230.0, 27.0, 26.0, 150.0, 22.0
LONGEST = 26  # letters of a name that there is room for


def upset(*, lists: Sequence[Listed], overlaps: Sequence[Overlap], say: Say = str) -> Figure:
    """Draw how lists overlap.

    Args:
        lists: their names and sizes, in order.
        overlaps: the combinations, each once.
        say: says a phrase in the reader's language.

    Returns:
        The drawing with its table, the most frequent combination first.
    """
    ordered = sorted((one for one in overlaps if one.people), key=lambda one: (-one.people, one.lists))
    shown, rest = ordered[:MOST], ordered[MOST:]
    description = say(SHOWS)
    if rest:
        more = phrase(LEFT_OUT.text, combinations=len(rest), people=sum(one.people for one in rest))
        description = f"{description}. {say(more)}"
    size = (NAMES + COLUMN * max(len(shown), 4) + 20, TOP + BARS + ROW * len(lists) + 12)
    return Figure(
        id="overlap",
        title=say(TITLE),
        description=description,
        svg=svg.drawing(
            name="overlap", title=say(TITLE), description=description, size=size, parts=_parts(lists, shown)
        ),
        head=tuple(say(one) for one in HEAD),
        rows=tuple((" + ".join(lists[place].name for place in one.lists), said(one.people)) for one in ordered),
    )


def _parts(lists: Sequence[Listed], shown: Sequence[Overlap]) -> Iterator[str]:
    for row, one in enumerate(lists):
        y = TOP + BARS + ROW * (row + 0.5)
        yield svg.text(f"{_short(one.name)} {said(one.people)}", (NAMES - 14, y + 4), anchor="end")
        yield svg.line((NAMES, y), (NAMES + COLUMN * len(shown), y), kind="grid")
    most = max((one.people for one in shown), default=1)
    for column, together in enumerate(shown):
        yield from _column(NAMES + COLUMN * (column + 0.5), together, most=most, rows=len(lists))


def _column(x: float, one: Overlap, *, most: int, rows: int) -> Iterator[str]:
    height = (BARS - 24) * one.people / most
    yield svg.rectangle((x - 8, TOP + BARS - 8 - height), (16, height), kind="bar")
    yield svg.text(said(one.people), (x, TOP + BARS - 12 - height), kind="tick", anchor="middle")
    ys = [TOP + BARS + ROW * (place + 0.5) for place in one.lists]
    yield svg.line((x, min(ys)), (x, max(ys)), kind="joint")
    for row in range(rows):
        at = (x, TOP + BARS + ROW * (row + 0.5))
        yield svg.circle(at, radius=6 if row in one.lists else 3, kind="dot on" if row in one.lists else "dot")


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
