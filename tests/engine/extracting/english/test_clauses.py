"""What a verb stands with."""

import pytest

from kualik.engine.extracting.english.clauses import (
    conditional,
    helpers,
    negated,
    noun_phrase,
    passive,
    subject,
    under_quote,
)
from kualik.engine.extracting.english.parsing import parse
from tests.engine.extracting.english.speech_samples import word


def test_a_verb_has_its_own_subject() -> None:
    """The noun that does it; none where it is joined to another verb."""
    parsed = parse("The guard smiled and left.")

    assert subject(parsed, word(parsed, "smiled")) == word(parsed, "guard")
    assert subject(parsed, word(parsed, "left")) is None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("She was told that he is gone.", "told", True),
        ("They were handed a coffin and told to bury it.", "handed", True),
        ("She told us that he is gone.", "told", False),
    ],
)
def test_a_passive_is_known_by_its_helper(text: str, verb: str, *, expected: bool) -> None:
    """Those told are not those who tell."""
    parsed = parse(text)
    assert passive(parsed, word(parsed, verb)) is expected


def test_a_negation_stands_with_its_verb() -> None:
    """The verb that is negated, and no other."""
    parsed = parse("He did not deny that she came.")

    assert negated(parsed, word(parsed, "deny"))
    assert not negated(parsed, word(parsed, "came"))
    assert [parsed.words[one].text for one in helpers(parsed, word(parsed, "deny"))] == ["did"]


def test_what_stands_under_if_is_conditional() -> None:
    """Nobody said it yet."""
    parsed = parse("If he says his name, they leave.")

    assert conditional(parsed, word(parsed, "says"))
    assert not conditional(parsed, word(parsed, "leave"))


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("An officer in plain clothes spoke.", "officer", "An officer in plain clothes"),
        ("A man who answered the telephone hung up.", "man", "A man who answered the telephone"),
        ("The lawyer, a woman of fifty, spoke.", "lawyer", "The lawyer"),
        ("The embassy on Friday spoke.", "embassy", "The embassy"),
    ],
)
def test_a_phrase_ends_before_what_stands_beside_it(text: str, head: str, expected: str) -> None:
    """Restrictions belong to it; appositions and days do not."""
    parsed = parse(text)
    assert parsed.said(*noun_phrase(parsed, word(parsed, head))) == expected


def test_words_of_one_quotation_stand_together() -> None:
    """Inside and outside are told apart."""
    parsed = parse('She said "he came home" twice.')

    assert under_quote(parsed, word(parsed, "he"), word(parsed, "home"))
    assert not under_quote(parsed, word(parsed, "he"), word(parsed, "twice"))
