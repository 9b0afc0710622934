"""Terms made shorter or longer."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.trigger_changes import READERS


def _whose(text: str) -> list[str]:
    parsed = parse(f"A heading\n\n{text}")
    found = [one for read in READERS for word in parsed.words if (one := read(parsed, word.i)) is not None]
    return [parsed.words[i].text for one in found for i in one.whose]


@pytest.mark.parametrize(
    "text",
    [
        "A court reduced Omarova's sentence to seven years.",
        "The sentence of Omarova was cut to seven years.",
        "The appeals court extended Omarova's term by two years.",
    ],
)
def test_a_term_that_is_changed_is_somebodys(text: str) -> None:
    """Whoever's the sentence is."""
    assert _whose(text) == ["Omarova"]


def test_other_things_that_are_cut_are_no_terms() -> None:
    """Prices are cut as well."""
    assert _whose("The shop reduced Omarova's prices to seven dollars.") == []
