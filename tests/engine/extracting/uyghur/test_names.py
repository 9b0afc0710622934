"""Names of people."""

import pytest

from kualik.engine.extracting.uyghur.names import find_names
from kualik.engine.extracting.uyghur.page import read_page
from tests.engine.extracting.uyghur.samples import HEADLINE


def names(text: str) -> list[tuple[str, str]]:
    """Read names with their case."""
    return [(one.text, one.case) for one in find_names(read_page(HEADLINE + text))]


def test_two_listed_names_are_a_name_without_its_ending() -> None:
    """In the genitive, and in Latin letters."""
    assert names("كېچە تۇرسۇنجان ھەمدۇلنىڭ ئۆيى ئاختۇرۇلدى.") == [("تۇرسۇنجان ھەمدۇل", "gen")]
    assert names("Tünügün Asiye Memtiminning öyi axturuldi.") == [("Asiye Memtimin", "gen")]


def test_a_name_that_ends_like_a_case_keeps_its_end() -> None:
    """Gheni is no accusative."""
    assert names("مۇختەر غېنى كەلدى.") == [("مۇختەر غېنى", "")]


def test_two_people_side_by_side_are_two() -> None:
    """Four names in a row, the last with an ending."""
    text = "گۈلنار ھەمدۇل ئابلىز قاسىمنىڭ ئۆيىگە كەلدى."
    assert names(text) == [("گۈلنار ھەمدۇل", ""), ("ئابلىز قاسىم", "gen")]


def test_a_name_ends_with_its_line() -> None:
    """A list of names, one on each."""
    assert names("پاتىگۈل روزى\nراھىلە تاھىر") == [("پاتىگۈل روزى", ""), ("راھىلە تاھىر", "")]


def test_unknown_words_behind_a_title_are_a_name() -> None:
    """A foreign researcher, a Chinese spokesman."""
    assert names("تەتقىقاتچى دوكتور ناتان ھېيلىنىڭ كىتابى چىقتى.") == [("ناتان ھېيلى", "gen")]
    assert names("مىنىستىرلىقنىڭ باياناتچىسى ۋاڭ لى كەلدى.") == [("ۋاڭ لى", "")]


@pytest.mark.parametrize(
    "text", ["بۇ ئادىل سوت ئەمەس.", "ئۇ ئۈچ كۈن كۈتۈپ تۇردى.", "پويىز توختى.", "خىتاي ھۆكۈمىتى جاۋاب بەردى."]
)
def test_a_common_word_that_is_also_a_name_is_none_alone(text: str) -> None:
    """Fair, stood, stopped."""
    assert names(text) == []
