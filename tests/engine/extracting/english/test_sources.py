"""Whose words a verb brings."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.sources import NOBODY, find_source
from tests.engine.extracting.english.speech_samples import word


@pytest.mark.parametrize(
    ("text", "verb", "head", "how"),
    [
        ("The doctor said that he was ill.", "said", "doctor", "subject"),
        ('"He is ill," said the doctor.', "said", "doctor", "inverted"),
        ("The doctor came and said that he was ill.", "said", "doctor", "shared"),
        ("The ministry denies the report, saying that it is false.", "saying", "ministry", "participle"),
        ("The ministry denies that the buildings are prisons, saying they are schools.", "saying", "ministry",
         "participle"),
        ("Police detained women demanding an answer.", "demanding", "women", "behind"),
        ("She was told by an officer that he was gone.", "told", "officer", "agent"),
        ("The agency quoted the lawyer as saying that he was gone.", "saying", "lawyer", "cited"),
        ("The lawyer was quoted as saying that he was gone.", "saying", "lawyer", "cited"),
        ("The nurse, who said that he was gone, wept.", "said", "nurse", "relative"),
        ("The embassy issued a statement saying that he was gone.", "saying", "embassy", "written"),
        ("The minister continued to say that he was gone.", "say", "minister", "shared"),
    ],
)  # fmt: skip
def test_the_speaker_is_found(text: str, verb: str, head: str, how: str) -> None:
    """Subject, inverted, joined, participle, passive, cited, in a relative clause."""
    parsed = parse(text)
    source = find_source(parsed, word(parsed, verb))

    assert source is not None
    assert source.head is not None
    assert (parsed.words[source.head].text, source.how) == (head, how)


def test_an_agentless_passive_of_telling_names_nobody() -> None:
    """She was told; by whom is not said."""
    parsed = parse("She was told that he was gone.")
    assert find_source(parsed, word(parsed, "told")) is NOBODY


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Two people are believed to be held.", "believed"),
        ("They asked her to say nothing.", "say"),
        ("The buildings said nothing.", "said"),
        ("There said nobody anything.", "said"),
    ],
)
def test_a_doubtful_speaker_is_no_speaker(text: str, verb: str) -> None:
    """A passive of belief, an infinitive that nobody uttered, a thing."""
    parsed = parse(text)
    assert find_source(parsed, word(parsed, verb)) is None
