"""Dictionary forms by the model's own tables."""

import pytest

from kualik.engine.extracting.english.lemmas import Lemmas
from kualik.engine.extracting.english.parsing import parse


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("She told them.", "told", "tell"),
        ("She was taken.", "taken", "take"),
        ("Her wives left.", "wives", "wife"),
        ("Two men left.", "men", "man"),
        ("She denies it.", "denies", "deny"),
        ("She didn't go.", "did", "do"),
        ("They stopped.", "stopped", "stop"),
    ],
)
def test_words_have_their_dictionary_form(text: str, word: str, lemma: str) -> None:
    """Irregular and regular."""
    assert next(one.lemma for one in parse(text).words if one.text == word) == lemma


def test_an_unknown_word_goes_by_its_ending() -> None:
    """Without an entry in any table."""
    lemmas = Lemmas(exceptions={"verb": {}}, index={"verb": {}}, rules={"verb": [["ed", ""]]})
    assert lemmas.of("blorped", "VBD") == "blorp"
    assert lemmas.of("Almaty", "NNP") == "Almaty"
