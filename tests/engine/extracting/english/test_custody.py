"""Custody with its circumstances."""

from pathlib import Path

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.extracting.notes import Held, Notes
from kualik.engine.facts.claims import Document


def _read(text: str) -> Notes:
    body = f"A heading\n\n{text}"
    return read_english(Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01"))


def _who(notes: Notes, held: Held) -> str:
    return notes.parties[held.party].label


def test_two_sons_with_two_terms_are_two_people() -> None:
    """Each has a sentence of his own."""
    notes = _read("Saule Bekova said her two sons were sentenced to 22 and 10 years in prison.")
    assert [held.sentence.text for held in notes.held if held.sentence] == ["P22Y", "P10Y"]
    assert len({held.party for held in notes.held}) == 2


def test_names_beside_a_group_take_its_terms_in_order() -> None:
    """Two of them, A and B, to 15 and 19 years."""
    notes = _read("Two brothers, Timur Asanov and Marat Asanov, were sentenced to 15 and 19 years in prison in 2019.")
    found = {_who(notes, held): held.sentence.text for held in notes.held if held.sentence}
    assert found == {"Timur Asanov": "P15Y", "Marat Asanov": "P19Y"}


def test_date_place_grounds_and_authority_are_those_of_the_clause() -> None:
    """When, where, by whom and why."""
    notes = _read(
        "A court in Urumqi sentenced Timur Asanov to 12 years in prison on charges of separatism in May 2019."
    )
    (held,) = notes.held
    assert (held.state, held.since and held.since.text) == ("prison", "2019-05")
    assert held.grounds is not None
    assert "separatism" in held.grounds.text
    assert held.authority is not None
    assert "court" in held.authority.text
    (event,) = [one for one in notes.happenings if one.type == "sentencing"]
    assert event.target is not None
    assert event.target.text == "Timur Asanov"


def test_a_reason_that_others_see_is_suspected() -> None:
    """Simply because he prayed is not what an authority gives."""
    notes = _read("Timur Asanov was jailed for five years simply because he prayed at home.")
    (held,) = notes.held
    assert held.grounds is None
    assert held.suspected is not None


def test_a_release_tells_of_the_time_before() -> None:
    """Released from a camp after sixteen months: held there for sixteen months, then free."""
    notes = _read("Timur Asanov was released from a camp in Tekes in January 2020 after 16 months.")
    before, after = notes.held
    assert (before.state, before.duration and before.duration.text) == ("camp", "P16M")
    assert (before.until and before.until.text, after.since and after.since.text) == ("2020-01", "2020-01")
    assert after.state == "released"


def test_a_note_without_a_subject_is_about_the_one_named_before() -> None:
    """Bulletins leave out whom everybody knows."""
    notes = _read("Timur Asanov, 45, is a teacher from Kunes.\nSentenced to ten years in 2019.")
    (held,) = notes.held
    assert _who(notes, held) == "Timur Asanov"


def test_other_names_give_the_same_custody() -> None:
    """Nothing hangs on who it is."""
    text = "{} was arrested in Almaty on 5 May 2021 and sentenced to 15 days."
    one, other = (
        [
            (held.state, held.since and held.since.text, held.sentence and held.sentence.text)
            for held in _read(text.format(name)).held
        ]
        for name in ("Timur Asanov", "Gulnara Seitkyzy")
    )
    assert one == other
    assert len(one) == 2


def _cases() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("custody_cases.tsv").read_text(encoding="utf-8").splitlines()
    return [(line.partition("\t")[0], line.partition("\t")[2]) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_ways_of_telling_that_somebody_is_held(text: str, expected: str) -> None:
    """Each sentence of the table gives its custody, and nothing else."""
    notes = _read(text)
    found = []
    for held in notes.held:
        value = held.sentence or held.since
        found.append(": ".join([_who(notes, held), held.state, *([value.text] if value else [])]))
    assert " | ".join(found) == expected


def test_who_gets_a_term_did_not_give_it() -> None:
    """The subject of received is no authority."""
    notes = _read("Timur Asanov received 20 days of administrative arrest in May 2021.")
    assert [one.authority for one in notes.held] == [None]
    assert [one.who for one in notes.happenings] == [None]


def test_the_whole_name_of_a_court_is_the_authority() -> None:
    """Its number and what it is a branch of belong to it."""
    notes = _read("In February 2020 Branch 1 of the Revolutionary Court gave Timur Asanov seven years.")
    assert [one.authority and one.authority.text for one in notes.held] == ["Branch 1 of the Revolutionary Court"]


def test_the_day_of_a_trial_to_come_is_not_the_day_of_arrest() -> None:
    """Pending trial in October."""
    notes = _read("Timur Asanov was remanded in custody pending trial in October 2021.")
    assert [one.since for one in notes.held] == [None]


def test_a_numbered_prison_keeps_its_number() -> None:
    """No. does not end the name."""
    notes = _read("Timur Asanov was moved from penal colony No. 3 to prison No. 4 in Naryn.")
    assert {one.place and one.place.text for one in notes.held} == {
        "penal colony No. 3", "prison No. 4 in Naryn",
    }  # fmt: skip
