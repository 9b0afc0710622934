"""What is shared about one text."""

from tests.engine.extracting.uyghur.samples import place, scene


def test_a_clause_begins_behind_the_verb_before() -> None:
    """Behind the comma of a finished clause, or with the sentence."""
    made = scene("ئۇ ئۆيگە كەلدى، ئەمما قايتىپ كەتتى.")
    assert made.page.form(made.clause(place(made, "كەتتى"))) in {"ئەمما", "قايتىپ"}
    assert made.page.form(made.clause(place(made, "كەلدى"))) == "ئۇ"


def test_i_is_whoever_a_quotation_has_been_given() -> None:
    """The speaker of the quotation, else the narrator outside all."""
    made = scene("ئۇ «مەن كەلدىم» دېدى. مەن كەتتىم.")
    made.quote_speaker[0] = 7
    made.narrator = 3
    assert made.speaker_at(place(made, "كەلدىم")) == 7
    assert made.speaker_at(place(made, "كەتتىم")) == 3


def test_a_ministry_is_nobody_private() -> None:
    """A named person is."""
    made = scene("گۈلنار ھەمدۇل كەلدى. مىنىستىرلىق جاۋاب بەردى.")
    assert [made.is_private(n) for n in made.among(2, len(made.page.tokens))] == [True, False]
