"""What languages are called, in the reader's own."""

import pytest
from django.utils import translation

from kualik.web.locales import babel_locale, language_in_words


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("kk-Cyrl", "Kazakh (Cyrillic)"),
        ("zh-Hans", "Chinese (Simplified)"),
        ("en", "English"),
        ("und", "language not known"),
        ("", "language not known"),
        ("x-unheard", "x-unheard"),
    ],
)
def test_a_tag_is_said_in_words(tag: str, said: str) -> None:
    """And one that nobody knows stays as it is."""
    with translation.override("en"):
        assert language_in_words(tag) == said


@pytest.mark.parametrize(
    ("tag", "known"), [("en", "en_GB"), ("kk", "kk"), ("ru", "ru"), ("zh-hans", "zh_Hans"), ("ug", "ug")]
)
def test_every_language_of_the_pages_is_known(tag: str, known: str) -> None:
    """Babel has dates and plurals for all five."""
    with translation.override(tag):
        assert str(babel_locale()) == known
