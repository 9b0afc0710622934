"""Where what is said begins and ends."""

import pytest

from kualik.engine.extracting.english.contents import addressee, clause_end, find_content, turn, verb_start
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.sources import find_source
from tests.engine.extracting.english.speech_samples import word


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The aunt said that he was gone.", "said", "that he was gone"),
        ("The aunt said that he was gone, but the guard says he is there.", "said", "that he was gone"),
        ("The aunt said he was gone; the guard wept.", "said", "he was gone"),
        ("He was gone, the aunt said.", "said", "He was gone"),
        ("He was, the aunt said, gone for good.", "said", "He was, the aunt said, gone for good"),
        ("The guard denied the charge.", "denied", "the charge"),
        ("The charge was denied by the guard.", "denied", "The charge"),
    ],
)
def test_the_words_have_their_ends(text: str, verb: str, expected: str) -> None:
    """Neither the verb's neighbours nor the next speaker are taken in."""
    parsed = parse(text)
    source = find_source(parsed, word(parsed, verb))
    assert source is not None
    content = find_content(parsed, word(parsed, verb), source)

    assert content is not None
    assert parsed.said(content.first, content.last) == expected


def test_a_verb_without_words_brings_nothing() -> None:
    """She said nothing that could be noted."""
    parsed = parse("The aunt spoke.")
    source = find_source(parsed, word(parsed, "spoke"))

    assert source is not None
    assert find_content(parsed, word(parsed, "spoke"), source) is None


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The aunt told the paper that he was gone.", "paper"),
        ("The aunt said to her sister that he was gone.", "sister"),
        ("The aunt said that he was gone.", None),
    ],
)
def test_whom_it_is_said_to_is_kept(text: str, whom: str | None) -> None:
    """The object of telling, or behind "to"."""
    parsed = parse(text)
    verb = next(one.i for one in parsed.words if one.lemma in {"tell", "say"})
    source = find_source(parsed, verb)
    assert source is not None
    found = addressee(parsed, verb, find_content(parsed, verb, source))

    assert (None if found is None else parsed.words[found].text) == whom


def test_a_verb_begins_with_its_helpers() -> None:
    """Had not said."""
    parsed = parse("The aunt had not said that.")
    assert parsed.words[verb_start(parsed, word(parsed, "said"))].text == "had"


def test_words_end_where_another_begins_to_speak() -> None:
    """Before "but others say", and before the full stop."""
    parsed = parse("He is gone, but others say he is here.")

    assert parsed.said(0, turn(parsed, 0, len(parsed.words))) == "He is gone"
    assert clause_end(parsed, parsed.sentences[0].root, 0) <= len(parsed.words)
