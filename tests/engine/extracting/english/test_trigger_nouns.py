"""Nouns and adjectives that tell of custody."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.trigger_nouns import READERS


def _states(text: str) -> list[str]:
    parsed = parse(f"A heading\n\n{text}")
    return [found.state for one in parsed.words for read in READERS if (found := read(parsed, one.i))]


def test_a_release_that_is_asked_for_is_none() -> None:
    """They demand his release; his release came in May."""
    assert _states("They demand his release.") == []
    assert _states("His release came in May.") == ["released"]


def test_a_former_detainee_was_held() -> None:
    """Beside a name the word tells of the past."""
    assert _states("Former camp detainee Serik Akan spoke.") == ["camp"]
