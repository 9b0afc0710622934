"""Protests in the street."""

from kualik.engine.extracting.english.dates import find_dates
from kualik.engine.extracting.english.gatherings import find_gatherings
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.notes import Happening


def _found(text: str) -> list[Happening]:
    body = f"A heading\n\n{text}"
    return find_gatherings(parse(body), find_dates(body, published="2022-03-01"))


def test_a_protest_has_its_day_place_crowd_and_demand() -> None:
    """What stands in one sentence goes into one event."""
    (event,) = _found(
        "About a dozen women picketed the Chinese Consulate in Almaty on February 9 to demand the release of relatives."
    )
    assert (event.type, event.date and event.date.text) == ("picket", "2022-02-09")
    assert event.crowd is not None
    assert event.crowd.text == "About a dozen women"
    assert event.demand is not None
    assert event.demand.text.startswith("the release")


def test_sentences_about_one_protest_are_one_event() -> None:
    """The second sentence adds how the authorities answered."""
    (event,) = _found(
        "Relatives rallied outside the embassy in Astana on February 9. No one from the embassy came out. "
        "Police did not intervene during the protest."
    )
    assert {answer.text for answer in event.responses} >= {"no intervention"}


def test_two_days_are_two_protests() -> None:
    """Dates that differ keep events apart."""
    events = _found("Women protested in Almaty on February 8. They protested in Astana on February 9.")
    assert [event.date.text for event in events if event.date] == ["2022-02-08", "2022-02-09"]


def test_similar_protests_of_recent_years_are_no_event() -> None:
    """A background of many is not one."""
    assert _found("Many similar protests have taken place in Kazakhstan in recent years.") == []


def test_whether_force_was_used_is_kept() -> None:
    """No violence is said, and so is violence."""
    (event,) = _found("Women protested in Almaty on February 8. There was no violence reported.")
    assert event.violence is not None
    assert event.violence.text == "false"
