"""Which nouns can speak."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.speaking import may_speak, owner_of, surely_speaks
from tests.engine.extracting.english.speech_samples import word


@pytest.mark.parametrize(
    ("text", "noun", "may", "surely"),
    [
        ("The nurse spoke.", "nurse", True, True),
        ("The ministry spoke.", "ministry", True, True),
        ("The facilities are closed.", "facilities", False, False),
        ("Nobody spoke.", "Nobody", False, False),
        ("The happiness grew.", "happiness", False, False),
    ],
)
def test_people_and_bodies_speak_and_things_do_not(text: str, noun: str, *, may: bool, surely: bool) -> None:
    """A wrong speaker is worse than none."""
    parsed = parse(text)
    assert (may_speak(parsed, word(parsed, noun)), surely_speaks(parsed, word(parsed, noun))) == (may, surely)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The embassy's statement was short.", "embassy"),
        ("A statement by the embassy was short.", "embassy"),
        ("A statement on the matter was short.", None),
    ],
)
def test_a_statement_has_an_owner(text: str, owner: str | None) -> None:
    """Whose it is, when the phrase tells."""
    parsed = parse(text)
    found = owner_of(parsed, word(parsed, "statement"))
    assert (None if found is None else parsed.words[found].text) == owner
