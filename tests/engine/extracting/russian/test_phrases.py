"""Noun phrases."""

from kualik.engine.extracting.russian.phrases import AMOUNTS, SELF_OWNERS
from tests.engine.extracting.russian.samples import phrase, scene


def test_a_phrase_has_case_gender_number_and_count() -> None:
    """«Двое её племянников» can be a subject."""
    one = phrase(scene("Пришли двое её племянников."), "племянников")

    assert one.count == 2
    assert one.plural
    assert "nomn" in one.cases
    assert one.kind == "kin"
    assert one.owner is not None


def test_a_counted_phrase_behind_a_bound_can_be_a_subject() -> None:
    """«Около» governs the number, not the sentence."""
    assert "около" in AMOUNTS
    assert "nomn" in phrase(scene("Около 10 человек вышли."), "человек").cases


def test_a_complement_is_never_a_subject() -> None:
    """«Представитель МИД КНР»: the ministry is in the genitive."""
    made = scene("Представитель МИД КНР молчит.")

    assert phrase(made, "МИД").cases == {"gent"}
    assert phrase(made, "Представитель").complement is not None


def test_some_of_them_are_people() -> None:
    """«20 из них»."""
    one = next(one for one in scene("Китай отпустил граждан, 20 из них уехали.").register.phrases if one.lemma == "из")

    assert one.count == 20
    assert one.animate


def test_an_adjective_that_does_not_agree_is_no_part() -> None:
    """«Отбывший три года»."""
    made = scene("Сергей Лось, отбывший три года, вышел.")

    assert all(made.page.lower(one.first) != "отбывший" for one in made.register.phrases)
    assert "мой" in SELF_OWNERS
