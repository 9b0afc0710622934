"""An utterance without words."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.silent import silent, silent_one
from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.english.speech_samples import word


def test_the_silence_of_a_subject_has_no_words() -> None:
    """Its passage is the clause, its content is empty."""
    parsed = parse("The mayor hung up and the line went dead.")
    found = silent(parsed, word(parsed, "hung"), Stance.DECLINES_TO_COMMENT, "refuse.hung-up")

    assert found is not None
    assert found.first == found.last
    assert parsed.said(found.begins, found.ends) == "The mayor hung up"


def test_the_teller_s_own_silence_is_not_told() -> None:
    """What I would not say is no news of somebody."""
    parsed = parse("I would not answer.")
    assert silent(parsed, word(parsed, "answer"), Stance.DECLINES_TO_COMMENT, "refuse.would-not") is None


def test_who_was_asked_must_be_able_to_answer() -> None:
    """A mayor may, a mountain may not."""
    parsed = parse("The letter to the mayor about the happiness was lost.")

    assert silent_one(parsed, word(parsed, "letter"), word(parsed, "mayor")) is not None
    assert silent_one(parsed, word(parsed, "letter"), word(parsed, "happiness")) is None
