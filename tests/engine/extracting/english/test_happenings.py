"""Protests and other happenings."""

from kualik.engine.extracting.english import read_english
from kualik.engine.extracting.notes import Happening
from kualik.engine.facts.claims import Document


def _events(text: str) -> list[Happening]:
    body = f"A heading\n\n{text}"
    return read_english(
        Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01")
    ).happenings


def test_a_journey_counts_with_a_date_only() -> None:
    """She fled; she fled in 2018."""
    assert _events("Saule Bekova left home.") == []
    (event,) = _events("Saule Bekova left Urumqi in 2018.")
    assert (event.type, event.date and event.date.text) == ("other", "2018")


def test_an_appeal_left_in_place_is_a_hearing() -> None:
    """A court upheld a sentence."""
    (event,) = _events("The regional court upheld the sentence on 4 February 2022.")
    assert (event.type, event.date and event.date.text) == ("hearing", "2022-02-04")


def test_a_petition_handed_over_is_one() -> None:
    """Verb and object tell together."""
    (event,) = _events("Relatives handed a petition to the prosecutor's office on 4 February 2022.")
    assert event.type == "petition"


def test_what_may_happen_is_no_event() -> None:
    """A hearing that could be held is none."""
    assert _events("The court may uphold the sentence in May 2022.") == []
