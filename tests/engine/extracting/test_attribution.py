"""Who says what."""

import pytest

from kualik.engine.extracting.attribution import find_sayings
from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.samples import cut, sentence


def speakers(text: str) -> list[str | None]:
    """Give the speakers of a sentence in order, None for nobody."""
    one, marks = sentence(text)
    return [cut(text, saying.speaker) for saying in find_sayings(one, marks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I came today," said Aida Bekova.', ["Aida Bekova"]),
        ("According to the indictment, he sent pictures.", ["the indictment"]),
        ("More than 100 are held, according to the registry.", ["the registry"]),
        ("Its lawyer said he had heard from a driver that she was home.", ["Its lawyer", "a driver"]),
        ("The Office said the case was closed and denies that he was held.", ["The Office", "The Office"]),
        ("She was told by an officer that he was gone.", ["an officer"]),
        ("She was told that he was gone.", [None]),
        ("China has been accused of abuses.", [None]),
    ],
)
def test_the_speaker_is_found_or_nobody_is(text: str, expected: list[str | None]) -> None:
    """Inverted, passive, second-hand; agentless reports name nobody."""
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police dispersed the crowd that said nothing.",
        "If he says his name, they leave.",
        "The employee who had acknowledged the death left.",
        "Nobody said that he was there.",
    ],
)
def test_a_doubtful_speaker_is_no_speaker(text: str) -> None:
    """A wrong one is worse than none."""
    assert [one for one in speakers(text) if one and one.casefold() in {"he", "nobody", "police"}] == []


def test_one_who_is_told_is_the_addressee() -> None:
    """As in: told the paper."""
    text = "Aida Bekova told the paper that he was gone."
    one, marks = sentence(text)
    (saying,) = find_sayings(one, marks)

    assert (cut(text, saying.addressee), cut(text, saying.content)) == ("the paper", "he was gone")


def test_they_are_the_many_that_the_sentence_is_about() -> None:
    """A plural subject before "as they demand"."""
    text = "Mothers of the prisoners have come again, as they demand an answer."
    one, marks = sentence(text)
    (saying,) = find_sayings(one, marks)

    assert (cut(text, saying.owner), saying.stance) == ("Mothers of the prisoners", Stance.DEMANDS)
