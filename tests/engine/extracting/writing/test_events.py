"""Events told twice are one."""

from dataclasses import replace

from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.writing import write
from kualik.engine.facts.flat import facts
from tests.engine.extracting.writing.samples import document, notes, span

ARREST = Happening(
    type="arrest", span=span("Timur was jailed"), cue=span("jailed"), rule="event",
    target=Value(text="Timur", span=span("Timur")),
)  # fmt: skip
PICKET = Happening(
    type="picket", span=span("Aida Bekova said"), cue=span("said"), rule="event",
    date=Value(text="2021-02-08", span=span("2018")),
)  # fmt: skip


def _events(*told: Happening) -> list[dict[str, object]]:
    noted = notes()
    noted.happenings += told
    reading = write(document(), noted, method="english-rules/2")
    return [fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == "event"]


def test_an_arrest_of_one_person_told_again_fills_its_slots() -> None:
    """The date of the second telling is the first one's."""
    (event,) = _events(ARREST, replace(ARREST, date=Value(text="2018", span=span("2018"))))
    assert event["date"] == "2018"


def test_two_arrests_at_different_times_are_two() -> None:
    """2018 and 2020 are not one arrest."""
    dates = (Value(text=text, span=span("2018")) for text in ("2018", "2020"))
    assert len(_events(*(replace(ARREST, date=date) for date in dates))) == 2


def test_a_protest_and_a_picket_of_one_day_are_one() -> None:
    """Words for gathering in the street are not held against each other."""
    (event,) = _events(PICKET, replace(PICKET, type="protest", crowd=Value(text="five", span=span("five"))))
    assert (event["type"], event["crowd"]) == ("picket", "five")


def test_events_that_share_nothing_are_kept_apart() -> None:
    """Without a date or one whom it befell nothing says that two tellings are one."""
    assert len(_events(replace(PICKET, date=None), replace(PICKET, date=None))) == 2


def test_every_answer_of_the_authorities_is_kept() -> None:
    """Responses of both tellings stand together."""
    answers = [Value(text=text, span=span("denies")) for text in ("dispersed", "did not come out")]
    (event,) = _events(*(replace(PICKET, responses=(answer,)) for answer in answers))
    assert event["response"] == ["dispersed", "did not come out"]
