"""What stands behind a verb of saying."""

import pytest

from kualik.engine.extracting.english.frames import frames_behind, senses
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.sources import Source
from tests.engine.extracting.english.speech_samples import word


@pytest.mark.parametrize(
    ("text", "verb", "frame", "first"),
    [
        ("She said that he was gone.", "said", "that", "that"),
        ("She said he was gone.", "said", "bare", "he"),
        ("She asked whether he was gone.", "asked", "wh", "whether"),
        ('She said, "He is gone."', "said", "quote", '"'),
        ("She urged the court to free him.", "urged", "to", "to"),
        ("She denied writing the letter.", "denied", "gerund", "writing"),
        ("She denied the charge.", "denied", "object", "the"),
        ("She called for an answer.", "called", "for", "for"),
        ("The ministry said 250.", "said", "number", "250"),
        ("The aunt told the paper she had heard his voice.", "told", "bare", "she"),
    ],
)
def test_each_frame_is_told_apart(text: str, verb: str, frame: str, first: str) -> None:
    """A clause with and without that, a question, a quotation, an infinitive, a thing, a preposition."""
    parsed = parse(text)
    found = dict(frames_behind(parsed, word(parsed, verb), Source(head=None, how="subject")))

    assert parsed.words[found[frame]].text == first


def test_a_particle_makes_another_verb() -> None:
    """To point out is to say; to write down is not."""
    pointed, wrote = parse("She pointed out that it was late."), parse("She wrote down the number.")

    assert senses(pointed, word(pointed, "pointed"))
    assert not senses(wrote, word(wrote, "wrote"))
