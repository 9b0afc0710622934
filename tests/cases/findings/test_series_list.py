"""One series with its occurrences, and the decisions of persons about them."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.findings import actions, event_list, following, queries, series_list
from kualik.cases.findings.errors import NoPlacing, NoSuchPlacing, SameEvent
from kualik.cases.findings.event_list import Chosen
from kualik.cases.ledger.models import Entry
from kualik.engine.facts import Schema
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db


def picket(number: int, date: str, *, place: str = "Almaty") -> Story:
    """Tell of a picket."""
    story = Story(f"Report {number}: a picket on {date} in {place}.")
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "picket")
    story.say(one, "date", date)
    story.say(one, "place", place)
    return story.propose()


def summed() -> None:
    """Bring the lists up to date."""
    following.run()


def series(story: Story) -> series_list.SeriesCase:
    """Show the series of a document's event."""
    row = queries.event(viewer=keeper(), entity=story.entity("e1").pk).row
    return series_list.series(viewer=keeper(), row=row)


def test_a_series_has_its_occurrences_in_order() -> None:
    """From whichever of them it is asked for."""
    since, first, second = picket(1, "2021-02/.."), picket(2, "2021-06-11"), picket(3, "2021-03-01")
    alone = picket(4, "2021-06-12", place="Istanbul")
    summed()

    found = series(first)

    assert [one.date for one in found.rows] == ["2021-02/..", "2021-03-01", "2021-06-11"]
    assert found.anchor is not None
    assert found.anchor.address == since.entity("e1").pk
    assert found == series(second)
    assert not found.more
    assert (series(alone).anchor, series(alone).rows) == (None, ())
    assert series_list.anchors(viewer=keeper(), schema="Protest") == (found.anchor,)
    assert series_list.anchors(viewer=keeper(), schema="Appeal") == ()


def test_an_event_is_parted_put_elsewhere_and_left_to_be_worked_out_again() -> None:
    """Each with one entry in the ledger; a later decision ends an earlier one."""
    since, day = picket(1, "2021-02/.."), picket(2, "2021-06-11")
    stray = picket(3, "2024-01-01", place="Istanbul")
    summed()
    entries = Entry.objects.count()
    event, into = day.entity("e1"), since.entity("e1")

    actions.place_event(by=keeper(), at=NOW, event=event, series=None, why="another consulate")
    actions.place_event(by=keeper(), at=NOW, event=stray.entity("e1"), series=into)
    summed()

    assert Entry.objects.count() == entries + 2
    assert series(day).anchor is None
    assert [one.why for one in series(day).placings] == ["another consulate"]
    assert [one.date for one in series(stray).rows] == ["2021-02/..", "2024-01-01"]

    again = actions.place_event(by=keeper(), at=NOW, event=event, series=into)
    summed()
    assert [one.date for one in series(day).rows] == ["2021-02/..", "2021-06-11", "2024-01-01"]

    actions.unplace_event(by=keeper(), at=NOW, placing=series_list.placing(viewer=keeper(), reference=again.pk))
    summed()
    assert series(day).anchor is not None
    with pytest.raises(NoPlacing):
        actions.unplace_event(by=keeper(), at=NOW, placing=again)
    with pytest.raises(NoSuchPlacing):
        series_list.placing(viewer=keeper(), reference="nonsense")


def test_an_event_is_no_series_of_itself() -> None:
    """And nobody but an editor decides."""
    event = picket(1, "2021-06-11").entity("e1")

    with pytest.raises(SameEvent):
        actions.place_event(by=keeper(), at=NOW, event=event, series=event)
    with pytest.raises(NotAllowed):
        actions.place_event(by=worker("reader"), at=NOW, event=event, series=None)


def test_a_table_that_is_taken_leaves_an_entry() -> None:
    """With the number of rows, and without the words that were asked for."""
    number = actions.hand_on_events(by=keeper(), at=NOW, form="csv", rows=12, chosen={"place": "Almaty"})

    entry = Entry.objects.get(seq=int(number))
    assert (entry.kind, entry.details["rows"], entry.details["form"]) == ("events:taken", 12, "csv")
    assert "Almaty" not in str(entry.details)
    assert event_list.listed(viewer=keeper(), chosen=Chosen(), limit=1).total == 0
