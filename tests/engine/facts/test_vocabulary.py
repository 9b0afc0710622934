"""The closed lists are the field's, and closed."""

import pytest

from kualik.engine.facts.vocabulary import BOUNDS, CUSTODY_STATES, EVENT_TYPES, ROLES, Stance, Status


def test_the_stances_are_those_of_the_thesaurus_extended() -> None:
    """A denial, a refusal and a retraction are stances like any other; nothing else is one."""
    assert {"asserts", "denies", "acknowledges otherwise", "declines to comment", "retracts"} <= {*Stance}
    with pytest.raises(ValueError, match="hints"):
        Stance("hints")


def test_a_claim_starts_as_a_proposal() -> None:
    """The first status is the one that a machine's reading has."""
    assert next(iter(Status)) is Status.PROPOSED


@pytest.mark.parametrize("words", [ROLES, CUSTODY_STATES, EVENT_TYPES, BOUNDS])
def test_no_word_stands_twice_in_a_list(words: tuple[str, ...]) -> None:
    """Two words for one thing would split what belongs together."""
    assert len(set(words)) == len(words)
    assert all(word == word.strip().lower() for word in words)
