"""What languages are called, in the reader's own."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation
from django.utils.translation import to_locale

from kualik.web import words
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


CATALOGUES = sorted((Path(words.__file__).parent / "locale").glob("*/LC_MESSAGES/django.po"))
PLACE = re.compile(r"%\(\w+\)[sd]")


def test_there_is_a_catalogue_for_every_language_but_english() -> None:
    """English is what the pages are written in."""
    ours = {to_locale(tag) for tag, _own in settings.LANGUAGES} - {"en"}

    assert {path.parts[-3] for path in CATALOGUES} == ours


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_is_written(path: Path) -> None:
    """The pages read the compiled file; whoever changes a word compiles it anew."""
    with path.open("rb") as file:
        written = read_po(file)
    compiled = BytesIO()
    write_mo(compiled, written)

    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue()
    assert sum(bool(_forms(one.string)[0]) for one in written if one.id) > 400


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_translation_has_the_places_of_its_original(path: Path) -> None:
    """One that names a place that is not there would break a page."""
    with path.open("rb") as written:
        for one in read_po(written):
            wanted = set(PLACE.findall("".join(_forms(one.id))))
            for form in _forms(one.string):
                assert not form or set(PLACE.findall(form)) == wanted, one.id


def _forms(said: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """One text, or those for each plural."""
    return [said] if isinstance(said, str) else list(said or [""])
