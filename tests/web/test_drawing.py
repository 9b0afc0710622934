"""Where the bars of a timeline stand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kualik.web.drawing import MOST_ROWS, WIDTH, Haze, Stretch, draw

TODAY = date(2026, 11, 2)
DAYS = st.none() | st.dates(min_value=date(1990, 1, 1), max_value=date(2026, 12, 31))


def held(*, since: tuple[date, date] | None, until: tuple[date, date] | None = None, accepted: bool = True) -> Stretch:
    """Make a stretch of custody."""
    return Stretch(
        label="prison",
        earliest=since[0] if since else None,
        latest=since[1] if since else None,
        until_earliest=until[0] if until else None,
        until_latest=until[1] if until else None,
        accepted=accepted,
        lasts=True,
    )


def test_what_nobody_says_has_ended_is_no_sure_bar() -> None:
    """From the day it began everything up to today is fog."""
    day = date(2018, 6, 1)
    drawing = draw(stretches=[held(since=(day, day))], today=TODAY)

    assert drawing is not None
    (bar,) = drawing.bars
    (fog,) = bar.fog
    assert fog.haze == Haze.OPEN
    assert fog.x >= bar.x
    assert fog.width > 0.8 * (WIDTH - bar.x) * 0.9


def test_a_year_alone_is_fog_before_the_bar() -> None:
    """Somewhere in 2018: the sure part begins where 2018 ends."""
    drawing = draw(
        stretches=[held(since=(date(2018, 1, 1), date(2018, 12, 31)), until=(date(2020, 5, 1), date(2020, 5, 1)))],
        today=TODAY,
    )

    assert drawing is not None
    (bar,) = drawing.bars
    assert [(fog.haze, round(fog.x + fog.width)) for fog in bar.fog] == [(Haze.BEGINS, round(bar.x))]
    assert [tick.year for tick in drawing.ticks] == [2018, 2019, 2020, 2021]


def test_what_has_no_date_is_said_and_not_drawn() -> None:
    """A bar that begins anywhere would be made up."""
    drawing = draw(stretches=[held(since=None), held(since=(date(2019, 1, 1), date(2019, 1, 1)))], today=TODAY)

    assert drawing is not None
    assert len(drawing.bars) == 1
    assert drawing.undated == ("prison",)


def test_nothing_is_drawn_where_there_is_nothing_to_compare() -> None:
    """No date, or one moment alone: a list says it better."""
    moment = Stretch(label="born", earliest=date(1980, 1, 1), latest=date(1980, 1, 1), accepted=True)

    assert draw(stretches=[], today=TODAY) is None
    assert draw(stretches=[held(since=None)], today=TODAY) is None
    assert draw(stretches=[moment], today=TODAY) is None


@given(st.lists(st.tuples(DAYS, DAYS, DAYS, DAYS, st.booleans()), max_size=6))
def test_everything_stands_inside(drawn: list[tuple[date | None, date | None, date | None, date | None, bool]]) -> None:
    """Whatever is known, no bar, fog or year leaves the drawing, and no width is negative."""
    stretches = [
        Stretch(
            label="x",
            earliest=first,
            latest=second,
            until_earliest=third,
            until_latest=last,
            accepted=True,
            lasts=lasts,
        )
        for first, second, third, last, lasts in drawn
    ]
    drawing = draw(stretches=stretches, today=TODAY)

    for bar in drawing.bars if drawing else ():
        assert 0 <= bar.x <= WIDTH
        assert bar.width > 0
        assert all(0 <= x <= WIDTH and width >= 0 for x, width in ((fog.x, fog.width) for fog in bar.fog))
    assert all(0 <= tick.x <= WIDTH for tick in (drawing.ticks if drawing else ()))


def test_an_end_within_bounds_fades_and_a_told_one_does_not() -> None:
    """The legend explains no more than what is drawn."""
    ends = draw(
        stretches=[held(since=(date(2018, 1, 1), date(2018, 1, 1)), until=(date(2020, 1, 1), date(2020, 12, 31)))],
        today=TODAY,
    )
    sure = draw(
        stretches=[held(since=(date(2018, 1, 1), date(2018, 1, 1)), until=(date(2020, 1, 1), date(2020, 1, 1)))],
        today=TODAY,
    )

    assert ends is not None
    assert sure is not None
    assert (ends.hazes, sure.hazes) == (frozenset({"ends"}), frozenset[str]())


def test_a_moment_within_a_year_has_no_point() -> None:
    """It was on one day of these, and which is not known."""
    moment = Stretch(label="march", earliest=date(2019, 1, 1), latest=date(2019, 12, 31), accepted=False, disputed=True)
    drawing = draw(stretches=[moment, moment], today=TODAY)

    assert drawing is not None
    assert {bar.sure for bar in drawing.bars} == {False}
    assert drawing.hazes == {"within", "proposed", "disputed"}


def test_what_is_too_much_for_a_drawing_is_counted() -> None:
    """The list below has it all."""
    day = date(2019, 3, 1)
    many = [Stretch(label="march", earliest=day, latest=day, accepted=True) for _row in range(MOST_ROWS + 5)]
    drawing = draw(stretches=many, today=TODAY)

    assert drawing is not None
    assert (len(drawing.bars), drawing.more) == (MOST_ROWS, 5)
