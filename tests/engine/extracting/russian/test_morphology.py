"""What a word may be."""

from kualik.engine.extracting.russian.morphology import analyser, forms


def test_a_word_has_lemma_case_and_number() -> None:
    """The likeliest form first."""
    form = forms("казахстана")[0]

    assert (form.lemma, form.case, form.plural, form.noun) == ("казахстан", "gent", False, True)


def test_lemmas_are_written_without_yo() -> None:
    """So that tables need each word once."""
    assert forms("осуждён")[0].lemma == forms("осужден")[0].lemma == "осудить"


def test_a_wife_is_no_husband() -> None:
    """The dictionary has both under one lemma."""
    assert "супруга" in {form.lemma for form in forms("супруга")}


def test_rubbish_has_no_forms() -> None:
    """What is too long, or no Russian."""
    assert forms("а" * 500) == forms("xyz") == ()


def test_the_dictionary_is_loaded_once() -> None:
    """It takes its time."""
    assert analyser() is analyser()
