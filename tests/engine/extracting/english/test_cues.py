"""The tables of words of saying."""

import pytest

from kualik.engine.extracting.english.cues import cues, nouns, table, words
from kualik.engine.facts.vocabulary import Stance

FRAMES = frozenset(
    {"clause", "that", "bare", "quote", "object", "oprd", "as", "at", "gerund", "to", "for", "of", "about", "against"}
) | {"on", "whom"}


def test_every_sense_says_what_stands_with_it() -> None:
    """A sense without a frame could never be found, one with an unknown frame neither."""
    for senses in cues().values():
        for cue in senses:
            assert cue.frames
            assert cue.frames <= FRAMES, cue


@pytest.mark.parametrize(
    ("verb", "stances"),
    [
        ("say", {Stance.ASSERTS}),
        ("deny", {Stance.DENIES}),
        ("tell", {Stance.ASSERTS, Stance.DEMANDS}),
        ("accuse", {Stance.ACCUSES}),
        ("allege", {Stance.ALLEGES}),
        ("recant", {Stance.RETRACTS}),
    ],
)
def test_a_verb_has_its_stances(verb: str, stances: set[Stance]) -> None:
    """As its table has them."""
    assert {cue.stance for cue in cues()[verb]} == stances


def test_no_word_stands_twice_with_one_stance() -> None:
    """The second row would hide the first."""
    rows = [(row["word"], row["stance"]) for row in table("cues")]
    assert len(rows) == len(set(rows))


def test_nouns_and_kinds_of_words_are_there() -> None:
    """Statements are documents, claims are uttered; a building speaks for nobody."""
    assert nouns()["statement"] == (Stance.ASSERTS, "document")
    assert nouns()["denial"] == (Stance.DENIES, "speech")
    assert "building" in words("thing")
    assert words("no such kind") == frozenset()
