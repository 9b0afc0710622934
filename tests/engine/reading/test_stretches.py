"""Tests of finding the languages of paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Stretch
from kualik.engine.reading import Options, read
from kualik.engine.reading.stretches import languages, unread
from tests.engine.reading.samples import CHINESE, ENGLISH, KAZAKH, RUSSIAN, TRADITIONAL_CHINESE, UYGHUR

TURKISH = "Polis dün akşam üç kişiyi gözaltına aldı ve aileleri bu konuda daha haber alamıyor."


def found(text: str, main: str) -> list[tuple[str, str]]:
    """Give each stretch's language and text."""
    return [(one.language, text[one.start : one.end]) for one in languages(text, main=main)]


def test_a_text_in_two_languages_has_a_stretch_for_each() -> None:
    """A short line goes with the paragraph before it."""
    text = f"{KAZAKH}\n{KAZAKH}\n2018\n\n{RUSSIAN}\nОн.\n{KAZAKH}"

    assert found(text, "kk-Cyrl") == [
        ("kk-Cyrl", f"{KAZAKH}\n{KAZAKH}\n2018\n\n"),
        ("ru", f"{RUSSIAN}\nОн.\n"),
        ("kk-Cyrl", KAZAKH),
    ]


def test_scripts_of_one_language_are_told_apart() -> None:
    """They have readers of their own; the two ways to write Chinese have one."""
    latin = "Qamaýdaǵylardyń týystary olardyń habarsyz ekenin jáne jaýap bolmaǵanyn aıtty, bul bir jyl boldy."

    assert [tag for tag, _ in found(f"{KAZAKH}\n{latin}", "kk-Cyrl")] == ["kk-Cyrl", "kk-Latn"]
    assert found(f"{CHINESE}\n{TRADITIONAL_CHINESE}", "zh-Hans") == []


def test_one_language_has_no_stretches() -> None:
    """Then the document's language says all."""
    assert found(f"{ENGLISH}\nKöln\n{ENGLISH}", "en") == []


@pytest.mark.parametrize(("first", "main"), [(ENGLISH, "en"), ("", "tr")])
def test_what_is_not_read_is_said(first: str, main: str) -> None:
    """A warning names the language and its share."""
    text = f"{first}\n{TURKISH}" if first else TURKISH
    (warning,) = unread(main, languages(text, main=main), length=len(text))

    assert "Turkish (tr), which is not read for claims" in warning
    assert warning.startswith("100 %" if not first else "4")


def test_a_document_says_its_languages() -> None:
    """Stretches and warning are part of it; where a person said which language it is, that is believed."""
    content = f"{ENGLISH}\n{ENGLISH}\n{UYGHUR}\n{TURKISH}\n".encode()
    (document,) = read(content, name="a.txt")
    (told,) = read(content, name="a.txt", options=Options(language="ug-Arab"))

    assert [one.language for one in document.languages] == ["en", "ug-Arab", "tr"]
    assert any("Turkish" in warning for warning in document.warnings)
    assert (told.languages, told.warnings) == ((), ())


@given(st.lists(st.sampled_from([ENGLISH, RUSSIAN, KAZAKH, UYGHUR, CHINESE, "", "x"]), max_size=8))
def test_stretches_cover_the_text(paragraphs: list[str]) -> None:
    """In order, without gaps, no two alike side by side."""
    text = "\n".join(paragraphs)
    stretches = languages(text, main="en")

    if stretches:
        assert stretches[0].start == 0
        assert stretches[-1].end == len(text)
    for one, other in pairwise(stretches):
        assert one.end == other.start
        assert one.language != other.language


def test_a_text_of_many_paragraphs_is_looked_at_as_far_as_there_is_time() -> None:
    """What comes after goes with the last that was looked at."""
    text = f"{ENGLISH}\n" * 3 + f"{RUSSIAN}\n" * 10_100 + ENGLISH

    assert languages(text, main="ru")[-1] == Stretch(start=3 * len(ENGLISH) + 3, end=len(text), language="ru")
