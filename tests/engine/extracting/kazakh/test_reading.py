"""Whole reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting.kazakh.reading import METHOD
from tests.engine.extracting.kazakh.samples import REPORT, notes_of, told

KINDS = ("person", "custody", "kin", "event", "statement", "figure")


def test_a_report_is_read() -> None:
    """All that it tells, and who tells it."""
    assert METHOD.startswith("kazakh-rules/")
    custody = [fact for fact in told(REPORT, "custody") if fact["who"] == "Сержан Дәрібай"]
    assert {fact.get("sentence") for fact in custody} == {None, "P12Y"}
    assert {fact["voice"] for fact in custody} == {"Айсұлу Дәрібайқызы"}
    stances = [(fact["speaker"], fact["stance"]) for fact in told(REPORT, "statement")]
    assert ("Қытай елшілігі", "denies") in stances
    assert ("Әкімдік өкілі", "declines to comment") in stances
    assert stances.count(("Айсұлу Дәрібайқызы", "asserts")) == 2
    assert told(REPORT, "event")[0]["type"] == "protest"


def test_other_names_change_no_more_than_the_names() -> None:
    """Names replaced by other names give the same facts."""
    other = REPORT.replace("Айсұлу", "Жазира").replace("Сержан", "Мұрат").replace("Дәрібай", "Қожабай")
    for kind in KINDS:
        facts = str([{key: one[key] for key in one if key != "at"} for one in told(REPORT, kind)])
        swapped = facts.replace("Айсұлу", "Жазира").replace("Сержан", "Мұрат").replace("Дәрібай", "Қожабай")
        assert swapped == str([{key: one[key] for key in one if key != "at"} for one in told(other, kind)])


def test_the_weather_changes_nothing() -> None:
    """A sentence that has nothing to do with it adds no fact and takes none."""
    for kind in KINDS:
        assert len(told(REPORT + "Қаланың аспаны бұлтты болды.\n", kind)) == len(told(REPORT, kind))


@settings(max_examples=60)
@given(st.text(alphabet='аәбғдеіжқлмнңорстуұүы АСМ.,:;–«»"()!?\n0123456789abش', max_size=200))
def test_nothing_crashes_and_every_passage_fits(text: str) -> None:
    """Any text is read, and every passage lies in it."""
    notes = notes_of(text)
    for saying in notes.sayings:
        assert 0 <= saying.span.start <= saying.span.end <= len(text)
    for party in notes.parties:
        assert 0 <= party.at.start < party.at.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", "«", "–", "Қ", "деді", "«»", ": «а»", "– , – деді", "айтуынша", "2018", "жылы", "\u200b\u202eол"],
)
def test_scraps_are_read(text: str) -> None:
    """The shortest texts are no trouble."""
    assert notes_of(text).held == []
