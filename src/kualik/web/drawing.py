"""Where the bars and points of a timeline stand: bars for spans, fog where an end is only known within bounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Bar", "Drawing", "Fog", "Haze", "Stretch", "Tick", "draw"]

WIDTH = 900.0  # units of the drawing; the page scales it
LEFT, RIGHT = 12.0, 12.0
TOP, ROW = 34.0, 42.0
LEAST = 6.0  # a day must still be seen
TICKS = 12
LEAST_ROWS = 2
MOST_ROWS = 40  # what is beyond stands in the list below the drawing


class Haze(StrEnum):
    """What fog says: it began somewhere here, it ended somewhere here, it happened on one day of these, or no end."""

    BEGINS = "begins"
    ENDS = "ends"
    WITHIN = "within"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fog:
    """A part of a row of which it is not known whether it belongs."""

    x: float
    width: float
    haze: Haze


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Something with a beginning and an end, of which either may be known only within bounds, or not at all.

    `earliest`/`latest` bound a moment; for a span `until_earliest`/`until_latest` bound its end.
    """

    label: str
    earliest: date | None
    latest: date | None
    accepted: bool
    disputed: bool = False
    lasts: bool = False
    until_earliest: date | None = None
    until_latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: the sure part, and the fog before and after it where the date is only known within bounds.

    A moment that may be any day of a stretch has no sure part: `sure` is false and it is fog alone.
    """

    label: str
    y: float
    x: float
    width: float
    fog: tuple[Fog, ...]
    point: bool
    sure: bool
    accepted: bool
    disputed: bool
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year on the axis; its number stands so that it is not cut off at the edge."""

    x: float
    year: int

    @property
    def anchor(self) -> str:
        """On which side of the line the number stands."""
        return "end" if self.x > WIDTH * 0.95 else "start" if self.x < WIDTH * 0.05 else "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A timeline ready for the page. `undated` are the labels of what has no date to draw; `more` is not drawn."""

    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    undated: tuple[str, ...]
    more: int = 0
    width: float = WIDTH

    @property
    def hazes(self) -> frozenset[str]:
        """What the legend has to explain: the kinds of fog, and whether anything is disputed or only proposed."""
        found = {fog.haze.value for bar in self.bars for fog in bar.fog}
        found |= {"disputed"} if any(bar.disputed for bar in self.bars) else set()
        return frozenset(found | ({"proposed"} if any(not bar.accepted for bar in self.bars) else set()))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int  # a year
    last: int  # the year after the last one shown

    def x(self, day: date) -> float:
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        share = (day.toordinal() - start) / (end - start)
        return LEFT + max(0.0, min(1.0, share)) * (WIDTH - LEFT - RIGHT)


def draw(*, stretches: Sequence[Stretch], today: date) -> Drawing | None:
    """Lay a timeline out; None where a drawing would say no more than one line of words.

    Args:
        stretches: what is to be drawn, in the order of the rows.
        today: what lasts without an end is drawn up to here.
    """
    dated = [one for one in stretches if one.earliest or one.latest or one.until_latest]
    if len(dated) < LEAST_ROWS and not any(one.lasts for one in dated):
        return None
    drawn = dated[:MOST_ROWS]
    scale = _scale(drawn, today)
    bars = tuple(_bar(one, row, scale, today) for row, one in enumerate(drawn))
    years = range(scale.first, scale.last + 1)
    step = max(1, -(-len(years) // TICKS))
    ticks = tuple(Tick(x=scale.x(date(year, 1, 1)), year=year) for year in years[::step])
    undated = tuple(one.label for one in stretches if one not in dated)
    height = TOP + ROW * len(bars) + 10
    return Drawing(height=height, bars=bars, ticks=ticks, undated=undated, more=len(dated) - len(drawn))


def _scale(dated: Sequence[Stretch], today: date) -> _Scale:
    days = [
        day
        for one in dated
        for day in (one.earliest, one.latest, one.until_earliest, one.until_latest)
        if day is not None
    ]
    if any(one.lasts and one.until_latest is None for one in dated):
        days.append(today)
    return _Scale(min(days).year, max(days).year + 1)


def _bar(one: Stretch, row: int, scale: _Scale, today: date) -> Bar:
    start_last = one.latest or one.earliest
    end_first, _end_last = _end(one, today)
    sure_from = start_last or end_first or today
    sure_to = max(end_first or sure_from, sure_from) if one.lasts else sure_from
    x, right = scale.x(sure_from), scale.x(sure_to)
    fog = tuple(_fog(one, scale, today, (sure_from, sure_to)))
    middle = x < WIDTH / 2
    return Bar(
        label=one.label,
        y=TOP + ROW * row,
        x=x,
        width=max(right - x, LEAST),
        fog=fog,
        point=not one.lasts,
        sure=all(part.haze != Haze.WITHIN for part in fog),
        accepted=one.accepted,
        disputed=one.disputed,
        label_x=min([x, *(part.x for part in fog)]) if middle else max(right, x + LEAST),
        anchor="start" if middle else "end",
    )


def _fog(one: Stretch, scale: _Scale, today: date, sure: tuple[date, date]) -> Iterator[Fog]:
    first, (_end_first, end_last) = one.earliest or one.latest, _end(one, today)
    x, right = scale.x(sure[0]), scale.x(sure[1])
    if first and first < sure[0]:
        before = scale.x(first)
        haze = Haze.BEGINS if one.lasts else Haze.WITHIN
        if one.lasts or x - before > LEAST:
            yield Fog(x=before, width=x - before, haze=haze)
    if end_last and end_last > sure[1]:
        told = one.until_earliest or one.until_latest
        yield Fog(x=right, width=scale.x(end_last) - right, haze=Haze.ENDS if told else Haze.OPEN)


def _end(one: Stretch, today: date) -> tuple[date | None, date | None]:
    if not one.lasts:
        return one.latest, one.latest
    if one.until_latest is None and one.until_earliest is None:
        return one.latest, today  # nobody says that it ended: fog up to today
    return one.until_earliest or one.until_latest, one.until_latest or one.until_earliest
