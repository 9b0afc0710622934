"""Phrases of people and bodies."""

from tests.engine.extracting.kazakh.samples import scene


def test_the_nouns_before_a_name_belong_to_it() -> None:
    """Of "chairwoman of the fund, N": role, owner and name in one phrase."""
    phrase = scene("Қор жетекшісі Гүлсезім Байжан келді.").phrases[0][-1]
    assert phrase.name is not None
    assert phrase.name.text == "Гүлсезім Байжан"
    assert phrase.role == "activist"


def test_a_kinsman_has_an_owner() -> None:
    """Of "Нұрланның ағасы Мұрат": brother of Nurlan."""
    phrase = scene("Нұрланның ағасы Мұрат келді.").phrases[0][-1]
    assert phrase.relation == "brother"
    assert phrase.owner is not None
    assert phrase.owner.name is not None


def test_a_bare_noun_before_another_is_part_of_it() -> None:
    """Of "полиция қызметкерлері" is one phrase."""
    assert len(scene("Полиция қызметкерлері келді.").phrases[0]) == 1


def test_kin_before_a_comma_and_an_age_belongs_to_the_name() -> None:
    """Of "his brother, 47-year-old N"."""
    phrases = scene("Оның ағасы, 47 жастағы Мұрат Сейіт келді.").phrases[0]
    assert (phrases[-1].relation, phrases[-1].age) == ("brother", 47)
