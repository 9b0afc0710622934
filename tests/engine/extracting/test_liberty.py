"""Words of arrest, sentence, custody and release."""

import pytest

from kualik.engine.extracting.liberty import Trigger, trigger_at
from tests.engine.extracting.samples import sentence


def triggers(text: str) -> list[Trigger]:
    """Give what the words of a sentence begin."""
    one, marks = sentence(text)
    return [found for place in range(len(one.tokens)) if (found := trigger_at(one.tokens, marks, place))]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("He was arrested.", ("arrest", "police custody")),
        ("They took him from his flat.", ("arrest", "unspecified")),
        ("He was let out.", ("release", "released")),
        ("He was given seven years.", ("sentencing", "prison")),
        ("He is serving seven years.", ("held", "prison")),
        ("He has not been seen since May.", ("disappeared", "disappeared")),
        ("He was put under house arrest.", ("held", "house arrest")),
        ("He was moved from one jail to another.", ("transfer", "unspecified")),
        ("She was barred from leaving the country.", ("barred", "barred from leaving")),
        ("Her passport was withheld.", ("barred", "barred from leaving")),
        ("He died in custody.", ("died", "died in custody")),
    ],
)
def test_a_word_begins_an_episode(text: str, trigger: Trigger) -> None:
    """With the state that it puts a person in."""
    assert trigger in triggers(text)


@pytest.mark.parametrize(
    "text", ["They took place in May.", "The meeting was held over.", "He was given a paper.", "He died in 1999."]
)
def test_the_same_words_may_say_other_things(text: str) -> None:
    """A meeting that is held holds nobody, which the people around it tell."""
    assert [found for found in triggers(text) if found[0] != "held"] == []
