"""Tests of recognising letters; a program of ours stands in for Tesseract."""

import pytest

from kualik.engine.reading.limits import STANDARD
from kualik.engine.reading.recognising import can_recognise, recognise
from kualik.engine.reading.refusals import Refusal, Refused
from tests.engine.reading.conftest import Install
from tests.engine.reading.samples import picture


def test_words_become_lines_and_paragraphs(install_tesseract: Install) -> None:
    """Words of a line are divided by blanks, lines by a break, paragraphs by an empty line."""
    install_tesseract((1, 1, "Sara", 96), (1, 1, "Nur,", 91), (1, 2, "51", 88), (2, 1, "Aman", 90))

    found = recognise(picture(), dpi=300, language=None, limits=STANDARD)

    assert found.text == "Sara Nur,\n51\n\nAman"
    assert [found.text[box.start : box.end] for box in found.boxes] == ["Sara", "Nur,", "51", "Aman"]
    assert not found.doubtful


def test_boxes_are_in_points(install_tesseract: Install) -> None:
    """Dots become points by the resolution."""
    install_tesseract((1, 1, "Sara", 96))

    (box,) = recognise(picture(), dpi=144, language=None, limits=STANDARD).boxes

    assert (box.left, box.top, box.right, box.bottom) == (50, 100, 55, 110)


def test_no_blanks_between_hanzi(install_tesseract: Install) -> None:
    """Chinese is written without them; beside other words they stay."""
    words = [(1, 1, word, 96.0) for word in ("伊犁", "，", "州", "2018", "年")]
    install_tesseract(*words, languages="chi_sim")

    assert recognise(picture(), dpi=96, language="zh-Hans", limits=STANDARD).text == "伊犁，州 2018 年"


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        (("Тһе", "sister", "said", "Не", "left"), "The sister said He left"),
        (("Родные", "cyxo", "молчали"), "Родные сухо молчали"),
        (("The", "сестра", "said"), "The сестра said"),
    ],
)
def test_letters_of_the_wrong_alphabet_are_set_right(
    install_tesseract: Install, seen: tuple[str, ...], text: str
) -> None:
    """A word that looks the same in both alphabets is written in that of its line; others stay."""
    install_tesseract(*((1, 1, word, 96.0) for word in seen))

    assert recognise(picture(), dpi=96, language=None, limits=STANDARD).text == text


def test_low_confidence_is_said(install_tesseract: Install) -> None:
    """What was hard to read is marked as such."""
    install_tesseract((1, 1, "5ara", 31), (1, 1, "Nvr", 40))

    assert recognise(picture(), dpi=96, language=None, limits=STANDARD).doubtful


@pytest.mark.parametrize(
    ("language", "installed", "asked"),
    [
        (None, "eng\nkaz\nrus\nosd", "-l kaz+rus+eng"),
        ("kk-Cyrl", "eng\nkaz\nrus", "-l kaz+rus"),
        ("ug-Arab", "eng\nuig", "-l uig"),
        ("fi", "eng", "-l eng"),
    ],
)
def test_the_languages_asked_for_are_those_installed(
    install_tesseract: Install, language: str | None, installed: str, asked: str
) -> None:
    """A known language is recognised by itself; an unknown one by all of ours that there are."""
    log = install_tesseract((1, 1, "x", 96), languages=installed)

    recognise(picture(), dpi=96, language=language, limits=STANDARD)

    assert asked in log.read_text(encoding="utf-8").splitlines()[-1]


def test_without_the_language_it_says_what_to_install(install_tesseract: Install) -> None:
    """Recognising Uyghur as English gives nonsense; it is refused instead."""
    install_tesseract(languages="eng")

    with pytest.raises(Refused, match="uig") as refused:
        recognise(picture(), dpi=96, language="ug-Arab", limits=STANDARD)

    assert refused.value.reason is Refusal.OCR_NOT_INSTALLED


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_it_says_how_to_install_it() -> None:
    """The refusal has the command for Debian and for macOS."""
    assert not can_recognise()
    with pytest.raises(Refused) as refused:
        recognise(picture(), dpi=96, language=None, limits=STANDARD)

    assert refused.value.reason is Refusal.OCR_NOT_INSTALLED
    assert "apt install tesseract-ocr" in str(refused.value)
    assert "brew install tesseract" in str(refused.value)


def test_a_failure_of_the_program_is_said(install_tesseract: Install) -> None:
    """Its own last words are the detail."""
    install_tesseract(fails=True)

    with pytest.raises(Refused, match="image too small to scale") as refused:
        recognise(picture(), dpi=96, language=None, limits=STANDARD)

    assert refused.value.reason is Refusal.CRASHED
