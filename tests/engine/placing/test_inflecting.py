"""Names without the endings that they bear in sentences."""

import pytest

from kualik.engine.placing.folding import fold
from kualik.engine.placing.inflecting import stems


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("Кульдже", "Кульджа"),
        ("Кульджинском", "Кульджа"),
        ("Урумчинский", "Урумчи"),
        ("Алматыдағы", "Алматы"),
        ("Күнесте", "Күнес"),
        ("Құлжаның", "Құлжа"),
        ("غۇلجىدا", "غۇلجا"),
        ("ئۈرۈمچىدىن", "ئۈرۈمچى"),
        ("كۈنەستە", "كۈنەس"),
        ("Xinjiang's", "Xinjiang"),
    ],
)
def test_the_stem_is_among_the_guesses(written: str, stem: str) -> None:
    """In Russian, Kazakh, Uyghur and English."""
    assert fold(stem) in set(stems(fold(written)))


def test_the_word_as_it_stands_is_the_first_guess() -> None:
    """A name that ends as an ending does is not cut before it was looked up."""
    assert next(stems("манас")) == "манас"


def test_chinese_bears_no_endings() -> None:
    """Nothing is guessed."""
    assert list(stems("新源")) == ["新源"]
