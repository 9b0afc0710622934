"""Interviews, testimonies, letters."""

from tests.engine.extracting.uyghur.samples import read, said


def test_my_name_is_names_the_narrator() -> None:
    """Who says "I" is a party."""
    notes = read("مېنىڭ ئىسمىم زۇلپىيە ئابلەت. غۇلجىدىن كەلدىم.")
    assert notes.narrator is not None
    assert notes.parties[notes.narrator].name == "زۇلپىيە ئابلەت"


def test_a_report_has_no_narrator() -> None:
    """Here: "I" between marks is somebody else."""
    assert read("زۇلپىيە ئابلەت «مەن كەلدىم» دېدى.").narrator is None


def test_answers_are_the_words_of_the_one_asked() -> None:
    """Not of the journalist, and questions are no statements."""
    text = (
        "دوختۇر سەييارە ھېيت گېرمانىيەدە. مۇخبىرىمىز ئابلىكىم زاھىر ئۇنى زىيارەت قىلدى.\n"
        "سوئال: سىز نېمە كۆردىڭىز؟\nجاۋاب: كۆپ ئادەم تۇتۇلدى."
    )
    assert said(text) == [("سەييارە ھېيت", "asserts")]


def test_words_behind_a_colon_are_said() -> None:
    """The name stands before it."""
    assert said("زۇلپىيە ئابلەت: «مەن ئۇنى كۆردۈم».") == [("زۇلپىيە ئابلەت", "asserts")]
