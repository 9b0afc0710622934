"""English text parsed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting.english.parsing import parse


def test_one_sentence_is_one_tree() -> None:
    """Its boundaries are ours."""
    parsed = parse("He came from the U.S. State Department; he left. She stayed.")
    assert len(parsed.sentences) == 2
    roots = [word.i for word in parsed.words if word.head == word.i]
    assert roots == [sentence.root for sentence in parsed.sentences]


def test_headings_and_datelines_are_apart() -> None:
    """A dateline's words are in no sentence."""
    parsed = parse("Men Held After Rally\n\nALMATY, Feb 8 -- Aliya left. She wept.")
    assert [one.heading for one in parsed.sentences] == [True, False, False]
    assert parsed.text[parsed.sentences[1].start :].startswith("Aliya")
    assert parsed.dateline is not None
    assert parsed.dateline.place == "Almaty"


def test_words_know_their_quotation_and_name() -> None:
    """By number and label."""
    parsed = parse('"He left," said Olga Petrova.')
    words = {word.text: word for word in parsed.words}
    assert words["left"].quote == 0
    assert words["said"].quote == -1
    assert words["Petrova"].ent == "PERSON"
    assert any(one.label == "PERSON" for one in parsed.entities)


@pytest.mark.parametrize("text", ["", " \n ", "\u202e\u200b", "«", "مرحبا", "日本語", "\x00", "a-b-c-", "((("])
def test_any_text_is_parsed(text: str) -> None:
    """Also one that is no English, and none."""
    parsed = parse(text)
    assert all(text[word.start : word.end] == word.text for word in parsed.words)


@given(st.text(max_size=60))
@settings(max_examples=40)
def test_every_word_stands_at_its_place(text: str) -> None:
    """Inside its sentence, in order."""
    parsed = parse(text)
    assert all(text[word.start : word.end] == word.text for word in parsed.words)
    assert all(one.end <= other.start for one, other in zip(parsed.words, parsed.words[1:], strict=False))
    assert all(
        sentence.first <= word.head < sentence.last for sentence in parsed.sentences for word in parsed.within(sentence)
    )


def test_anothers_words_begin_a_sentence() -> None:
    """In a transcript the author stands before the words and is not their subject."""
    text = "A heading\n\nDina Omar: The police denied it."
    start = text.index("The police")
    words = {sentence.start for sentence in parse(text, turns=[start]).sentences}
    assert start in words
    assert start not in {sentence.start for sentence in parse(text).sentences}
