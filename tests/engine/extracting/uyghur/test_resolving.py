"""Pronouns and kin."""

from tests.engine.extracting.uyghur.samples import read, scene, ties


def test_his_sister_is_the_sister_of_the_one_spoken_of() -> None:
    """The pronoun goes back to the sentence before."""
    text = "تۇرسۇنجان ھەمدۇل قەشقەردە ئىشلىگەن. ئۇنىڭ سىڭلىسى گۈلنار ھەمدۇل تۈركىيەدە."
    assert ties(text) == {("گۈلنار ھەمدۇل", "sister", "تۇرسۇنجان ھەمدۇل")}


def test_my_brother_in_a_quotation_is_the_speakers() -> None:
    """Who speaks is known from outside the marks."""
    text = "گۈلنار ھەمدۇل «ئاكام ئابلىز ھەمدۇل تۇتۇلدى» دېدى."
    assert ties(text) == {("ئابلىز ھەمدۇل", "brother", "گۈلنار ھەمدۇل")}


def test_she_is_the_subject_of_the_sentence_before() -> None:
    """Not the one in the accusative."""
    made = scene("گۈلنار ھەمدۇل ئابلىز ھەمدۇلنى كۆردى. ئۇ يىغلىدى.")
    assert made.cast.party(made.keys[-1] or 0).name == "گۈلنار ھەمدۇل"


def test_other_names_give_the_same_kin() -> None:
    """Only the names change."""
    text = "{0}نىڭ قىزى {1} كەلدى."
    one = ties(text.format("روزى تاھىر", "پاتىگۈل روزى"))
    other = ties(text.format("ياسىن قاسىم", "رەيھانگۈل ياسىن"))
    assert {relation for _, relation, _ in one} == {relation for _, relation, _ in other} == {"daughter"}


def test_plain_relatives_are_no_tie() -> None:
    """Here: "His relatives" are nobody in particular."""
    assert read("تۇرسۇنجان ھەمدۇلنىڭ تۇغقانلىرى كەلدى.").ties == []
