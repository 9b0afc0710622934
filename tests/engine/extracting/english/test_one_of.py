"""Whom "the eldest", "one … the other" and "the latter" mean."""

import pytest

from kualik.engine.extracting.english.one_of import one_of
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register


def _meant(text: str, said: str) -> str | None:
    register = Register(parse(f"A heading\n\n{text}"))
    i = next(word.i for word in reversed(register.parsed.words) if word.lower == said)
    key = one_of(register, i)
    return None if key is None else register.notes.parties[key].label


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Dana Omarova has four brothers. The eldest is in prison.", "eldest",
         "the eldest of four brothers of Dana Omarova"),
        ("Dana Omarova has two sons. One was jailed.", "one", "one of two sons of Dana Omarova"),
        ("Dana Omarova has two sons. One was jailed, the other was freed.", "other",
         "another of two sons of Dana Omarova"),
        ("Dana Omarova has four brothers. The youngest, Serik Omarov, was freed.", "youngest", "Serik Omarov"),
        ("Marat Bekov and Timur Asanov were tried. The latter was freed.", "latter", "Timur Asanov"),
    ],
)  # fmt: skip
def test_one_of_a_group_is_known_by_his_place_in_it(text: str, said: str, expected: str) -> None:
    """By order or by name."""
    assert _meant(text, said) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Marat Bekov fled. The eldest was jailed.", "eldest"),
        ("Dana Omarova has two sons. One of the cars was searched.", "one"),
        ("Dana Omarova has two sons. The other car was searched.", "other"),
    ],
)
def test_without_a_group_nobody_is_meant(text: str, said: str) -> None:
    """Left open sooner than guessed."""
    assert _meant(text, said) is None
