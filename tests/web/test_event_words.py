"""Kinds and codes are said in words, each with its reason."""

from uuid import uuid4

from kualik.cases.findings.case import EventRow
from kualik.engine.facts.codes import Because
from kualik.engine.facts.events import RESPONSES, Kind
from kualik.web import words
from kualik.web.event_words import BECAUSE, KIND_WORDS, KINDS, codes_of


def row(**told: object) -> EventRow:
    """Make an event."""
    base: dict[str, object] = {
        "entities": (uuid4(),), "schema": "Protest", "type": "picket", "date": "2022-02-10", "place": "Almaty",
        "who": "", "target": "", "accepted": True, "documents": 1,
    }  # fmt: skip
    return EventRow(**{**base, **told})  # type: ignore[arg-type]  # what a test says of it


def test_every_kind_reason_and_answer_has_its_words() -> None:
    """None is shown as it is kept."""
    assert set(KINDS) == set(KIND_WORDS) == set(Kind)
    assert set(BECAUSE) == set(Because)
    assert set(words.RESPONSES) == set(RESPONSES)


def test_codes_come_with_what_they_mean() -> None:
    """And why."""
    codes = codes_of(row(responses=("dispersed",), crowd="31"), precision="settlement")

    assert codes.acled.sub_event_type == "Protest with intervention"
    assert "tried to end it" in codes.because
    assert (codes.time, codes.geo) == ("the day is known", "the place itself is known")
    assert [one.code for one in codes.acts] == ["120105000000"]


def test_a_crowd_in_words_is_not_taken_for_a_number() -> None:
    """Two people are no demonstration to ACLED; "about two dozen" are not two."""
    assert codes_of(row(crowd="2")).acled.because is Because.FEW
    assert codes_of(row(crowd="2 dozen")).acled.because is Because.PEACEFUL
