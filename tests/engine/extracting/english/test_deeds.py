"""Who does what to whom in a clause."""

import pytest

from kualik.engine.extracting.english.deeds import agent, conjuncts, is_finite, is_passive, is_real, patients, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.parsing import parse


def _at(text: str, word: str) -> tuple[Parsed, int]:
    parsed = parse(f"A heading\n\n{text}")
    return parsed, next(one.i for one in parsed.words if one.text == word)


def _texts(parsed: Parsed, places: tuple[int, ...]) -> list[str]:
    return [parsed.words[i].text for i in places]


def test_those_acted_on_are_the_objects_or_the_subjects_of_a_passive() -> None:
    """And those joined to them."""
    assert _texts(*_patients("Police arrested Aliya, Dana and Marat.", "arrested")) == ["Aliya", "Dana", "Marat"]
    assert _texts(*_patients("Aliya was arrested by police.", "arrested")) == ["Aliya"]
    assert _texts(*_patients("Police held Aliya, who was arrested on Monday.", "arrested")) == ["Aliya"]


def _patients(text: str, word: str) -> tuple[Parsed, tuple[int, ...]]:
    parsed, i = _at(text, word)
    return parsed, patients(parsed, i)


def test_who_acts_is_the_subject_or_stands_after_by() -> None:
    """The agent of a passive, and of an active."""
    for text in ("Police arrested Aliya.", "Aliya was arrested by Police."):
        parsed, i = _at(text, "arrested")
        found = agent(parsed, i)
        assert found is not None
        assert parsed.words[found].text == "Police"


def test_a_subject_is_shared_by_joined_verbs() -> None:
    """He was arrested and died."""
    parsed, i = _at("He was arrested in May and died in June.", "died")
    found = subject(parsed, i)
    assert found is not None
    assert parsed.words[found].text == "He"


def test_a_passive_is_known_by_its_helper_or_as_attribute() -> None:
    """People held, was held; not: held people."""
    for text, passive in (
        ("The people held in Urumqi wrote letters.", True),
        ("He was held there.", True),
        ("We held hands.", False),
    ):
        parsed, i = _at(text, "held")
        assert is_passive(parsed, i) is passive


@pytest.mark.parametrize(
    ("text", "word", "real"),
    [
        ("He was arrested on Monday.", "arrested", True),
        ("He is believed to have been sent to a camp.", "sent", True),
        ("He was not arrested.", "arrested", False),
        ("He may have been arrested.", "arrested", False),
        ("Police threatened to arrest him.", "arrest", False),
        ("Release him now.", "Release", False),
    ],
)
def test_only_what_is_told_as_a_fact_is_real(text: str, word: str, *, real: bool) -> None:
    """Modals, negation, threats and orders make no facts; hedges do."""
    parsed, i = _at(text, word)
    assert is_real(parsed, i) is real


def test_a_finite_verb_reports_and_an_attribute_does_not() -> None:
    """People held in Xinjiang describes; was held reports."""
    parsed, i = _at("People held in Urumqi wrote letters.", "held")
    assert not is_finite(parsed, i)
    parsed, i = _at("He was held in Urumqi.", "held")
    assert is_finite(parsed, i)


def test_a_list_of_names_is_read_to_its_end() -> None:
    """A, B, C and D."""
    parsed, i = _at("Aliya, Dana, Marat and Sara came.", "Aliya")
    assert _texts(parsed, conjuncts(parsed, i)) == ["Aliya", "Dana", "Marat", "Sara"]
