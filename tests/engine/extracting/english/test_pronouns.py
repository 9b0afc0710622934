"""Whom a pronoun means."""

import pytest

from kualik.engine.extracting.english.pronouns import antecedent, resolve
from tests.engine.extracting.english.people_samples import register


def meant(text: str, word: str, *, nth: int = 1) -> str | None:
    """Name whom a pronoun means."""
    read = register(text)
    place = [one.i for one in read.parsed.words if one.text == word][nth - 1]
    found = resolve(read.cast, place)
    return read.cast.party(found.party).label if found else None


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Aliya Bekova met Marat Asanov. He left.", "He", "Marat Asanov"),
        ("Aliya Bekova met Marat Asanov. She left.", "She", "Aliya Bekova"),
        ("Marat Asanov met Omar Aliev. He left.", "He", "Marat Asanov"),
        ("Marat Asanov saw him.", "him", None),
        ("Marat Asanov and Dina Omarova came. They left.", "They", "Marat Asanov and Dina Omarova"),
        ("Two women came. They left.", "They", "Two women"),
        ("It rained.", "It", None),
        ("The court sat. He left.", "He", None),
    ],
)
def test_a_pronoun_means_the_likeliest(text: str, word: str, who: str | None) -> None:
    """By gender, number and place; a body is no he."""
    assert meant(text, word) == who


def test_two_who_are_as_likely_are_not_sure() -> None:
    """Enough for kin, not for a speaker."""
    read = register("Police saw Marat Asanov with Omar Aliev. They asked his name.")
    place = next(one.i for one in read.parsed.words if one.text == "his")
    found = resolve(read.cast, place)
    assert found is not None
    assert not found.sure


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    """Through the clause."""
    read = register("The guard who had let them in left.")
    noun = antecedent(read.parsed, 2)
    assert noun is not None
    assert read.parsed.words[noun].text == "guard"
    assert antecedent(read.parsed, 0) is None
