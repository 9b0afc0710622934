"""Who stands before a verb."""

import pytest

from kualik.engine.extracting.grammar import head, main_subject, object_after, subject_before
from tests.engine.extracting.samples import sentence, words


def verb(text: str, word: str) -> int:
    """Find the place of a verb."""
    return next(place for place, token in enumerate(sentence(text)[0].tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Friday police in Osh said nothing.", "police in Osh"),
        ("Aida Bekova, a lawyer from Osh, said nothing.", "Aida Bekova"),
        ("Aida Bekova, who has two sons, said nothing.", "Aida Bekova"),
        ("In a letter read out by the judge it said nothing.", "it"),
        (
            "The ministry denies it, but people who have fled the region said nothing.",
            "people who have fled the region",
        ),
        ("He left, while a second official said nothing.", "a second official"),
        ("One of them said nothing.", "One of them"),
        ("For 33 days the ministry said nothing.", "the ministry"),
    ],
)
def test_the_subject_is_what_stands_before_its_verb(text: str, subject: str) -> None:
    """Up to the edge of its clause, and not beyond "but" or "while"."""
    one, marks = sentence(text)

    assert words(text, subject_before(one.tokens, marks, verb(text, "said"))) == subject


def test_a_subject_in_doubt_is_none() -> None:
    """A verb that opens a sentence has none."""
    text = "Said nothing at all."
    one, marks = sentence(text)

    assert subject_before(one.tokens, marks, 0) is None


def test_a_second_verb_shares_the_first_subject() -> None:
    """As in: X came and said."""
    text = "A woman who works in Osh came and said nothing."
    one, marks = sentence(text)

    assert words(text, main_subject(one.tokens, marks, verb(text, "said"))) == "A woman who works in Osh"


def test_an_object_ends_before_the_next_phrase() -> None:
    """As in: told his mother the following morning."""
    text = "Staff told his mother the following morning that he left."
    one, marks = sentence(text)

    assert words(text, object_after(one.tokens, marks, verb(text, "told"))) == "his mother"


def test_the_head_is_the_noun_that_the_rest_tells_about() -> None:
    """Before the first preposition."""
    text = "Relatives of the prisoners said nothing."
    one, marks = sentence(text)
    phrase = subject_before(one.tokens, marks, verb(text, "said"))

    assert phrase is not None
    assert one.tokens[head(marks, phrase)].text == "Relatives"
