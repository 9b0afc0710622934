"""Tags for words."""

from kualik.engine.extracting.tagging import Tag
from tests.engine.extracting.samples import sentence


def tag_of(text: str, word: str) -> Tag:
    """Give the tag of a word of a sentence."""
    one, marks = sentence(text)
    return next(mark for token, mark in zip(one.tokens, marks, strict=True) if token.text == word)


def test_her_owns_or_is_acted_on() -> None:
    """It depends on what follows."""
    assert tag_of("They saw her son.", "her") is Tag.POSSESSIVE
    assert tag_of("They saw her.", "her") is Tag.PRONOUN


def test_a_noun_after_a_determiner_is_no_verb() -> None:
    """The words "the demand" demands nothing."""
    assert tag_of("They heard the demand.", "demand") is Tag.NOUN
    assert tag_of("They demand answers.", "demand") is Tag.VERB


def test_an_unknown_ending_is_a_noun() -> None:
    """An unknown word is an ordinary noun, one on -ed a participle."""
    assert tag_of("A yurt stood there.", "yurt") is Tag.NOUN
    assert tag_of("He walked home.", "walked") is Tag.PARTICIPLE
