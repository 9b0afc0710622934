"""Who says what."""

import pytest

from kualik.engine.extracting.uyghur.sayings import denied
from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.uyghur.samples import said, scene

G = "گۈلنار ھەمدۇل"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (f"{G}نىڭ ئېيتىشىچە، ئۆيى ئاختۇرۇلغان.", "asserts"),
        (f"{G} ئۆيىنىڭ ئاختۇرۇلغانلىقىنى ئېيتتى.", "asserts"),
        (f"«ئۆيۈم ئاختۇرۇلدى» دېدى {G}.", "asserts"),
        (f"{G}: «ئۆيۈم ئاختۇرۇلدى».", "asserts"),
        (f"{G} بۇ گەپلەرنى رەت قىلدى.", "denies"),
        (f"{G} ئاكىسىنى قويۇپ بېرىشنى تەلەپ قىلدى.", "demands"),
        (f"{G} ساقچىلارنى يالغانچىلىق بىلەن ئەيىبلىدى.", "accuses"),
        (f"{G} جىنايىتىگە ئىقرار بولمىدى.", "denies"),
        (f"{G} bu geplerni ret qildi.", "denies"),
    ],
)
def test_a_saying_has_its_speaker_and_stance(text: str, stance: str) -> None:
    """Each way to say it, in more than one script."""
    assert said(text) == [(G, stance)]


def test_what_is_only_asked_to_be_said_is_not_said() -> None:
    """Here: "Refused to say" is a refusal alone."""
    assert said(f"{G} بۇنى ئېيتىشنى رەت قىلدى.") == [(G, "declines to comment")]


def test_an_agentless_report_has_no_speaker_and_is_left_out() -> None:
    """It was told."""
    assert said("بۇ ھەقتە مەلۇم قىلىندى.") == []


def test_one_sentence_may_hold_two_sayings_of_one_speaker() -> None:
    """The second goes on without a subject."""
    text = "ساقچى خادىمى ئۇنىڭ تۇتۇلغانلىقىنى ئېتىراپ قىلدى، ئەمما جاۋاب بېرىشنى رەت قىلدى."
    assert [stance for _, stance in said(text)] == ["acknowledges", "declines to comment"]


def test_an_office_that_says_it_is_not_so_denies() -> None:
    """A private person who says the same only tells it."""
    made = scene("مىنىستىرلىق بۇنىڭ راست ئەمەس دېدى.")
    body = made.keys[-1] or 0
    whole = (0, len(made.page.tokens))
    assert denied(made, whole, body, Stance.ASSERTS) is Stance.DENIES
    assert denied(made, whole, body, Stance.ACCUSES) is Stance.ACCUSES


def test_the_one_before_the_colon_speaks_and_not_the_one_asking() -> None:
    """Journalists asked, the spokesman answered."""
    text = "مۇخبىرلار سوئال قويغاندا، مىنىستىرلىق باياناتچىسى ۋاڭ لى: «بۇ ئىشتىن خەۋىرىم يوق» دەپ جاۋاب بەردى."
    assert said(text) == [("ۋاڭ لى", "denies")]


def test_they_who_speak_stay_they() -> None:
    """The text does not say who they are."""
    assert said("ئۇلار تۇغقانلىرىنى قويۇپ بېرىشنى تەلەپ قىلدى.") == [("ئۇلار", "demands")]


def test_the_name_of_a_body_between_marks_speaks() -> None:
    """Marks around a name are no quotation."""
    text = "«خەلقئارا كەچۈرۈم تەشكىلاتى» ئۇلارنى قويۇپ بېرىشنى تەلەپ قىلدى."
    assert said(text) == [("خەلقئارا كەچۈرۈم تەشكىلاتى", "demands")]
