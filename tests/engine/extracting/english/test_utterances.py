"""Verbs of saying in a sentence."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.utterances import find_utterances
from kualik.engine.facts.vocabulary import Stance


def _found(text: str) -> list[tuple[str, str, Stance]]:
    parsed = parse(text)
    return [
        (parsed.words[one.cue].text, parsed.said(one.first, one.last), one.stance)
        for sentence in parsed.sentences
        for one in find_utterances(parsed, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The guard said that he was gone.", Stance.ASSERTS),
        ("The guard denied that he was gone.", Stance.DENIES),
        ("The guard does not deny that he was gone.", Stance.ACKNOWLEDGES),
        ("The aunt does not believe that he was gone.", Stance.DENIES),
        ("The aunt fears that he was beaten.", Stance.ALLEGES),
        ("The aunt accused the guard of lying.", Stance.ACCUSES),
        ("The aunt urged the court to free him.", Stance.DEMANDS),
        ("The guard admitted that he was there.", Stance.ACKNOWLEDGES),
        ("The witness recanted his testimony.", Stance.RETRACTS),
        ("The women shouted that the court was deaf.", Stance.DEMANDS),
    ],
)
def test_the_stance_is_that_of_the_verb(text: str, stance: Stance) -> None:
    """A negation turns a denial round."""
    assert [one for _, _, one in _found(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The guard should say that he is gone.",
        "If the guard says that he is gone, we leave.",
        "Did the guard say that he is gone?",
        "The guard did not say that he is gone.",
        "They signed what the guard calls a receipt.",
        "The woman, who asked not to be named, wept.",
        "I think that he is gone.",
    ],
)
def test_what_nobody_said_is_nothing(text: str) -> None:
    """Duties, conditions, questions, names for things, wishes for no name, the teller's own thoughts."""
    assert _found(text) == []


def test_a_second_that_is_said_apart() -> None:
    """Each may be of another stance."""
    assert [what for _, what, _ in _found("The embassy said that nobody was held and that all were free.")] == [
        "that nobody was held",
        "that all were free",
    ]


def test_words_end_before_another_verb_of_the_same_speaker() -> None:
    """Denies this, saying that."""
    found = _found("The ministry denies that the buildings are prisons, saying they are schools.")
    assert [what for _, what, _ in found] == ["that the buildings are prisons", "they are schools"]


def test_a_colon_awaits_its_quotation() -> None:
    """The words stand in the next sentence."""
    parsed = parse('The aunt wrote:\n"He is gone."')
    assert [one.awaits for one in find_utterances(parsed, parsed.sentences[0])] == ["behind"]
