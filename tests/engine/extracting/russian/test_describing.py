"""Descriptions in the nominative, names in the genitive."""

import pytest

from kualik.engine.extracting.russian.describing import description, genitive
from tests.engine.extracting.russian.samples import phrase, scene


@pytest.mark.parametrize(
    ("text", "head", "said"),
    [
        ("У генерального консульства Китая стояли люди.", "консульства", "генеральное консульство Китая"),
        ("Спросили старшего сотрудника акимата.", "сотрудника", "старший сотрудник акимата"),
        ("Искали двух братьев.", "братьев", "двое братьев"),
        ("Сказали в МВД.", "МВД", "МВД"),
    ],
)
def test_a_phrase_is_put_into_the_nominative(text: str, head: str, said: str) -> None:
    """Its complement stays."""
    made = scene(text)

    assert description(made.page, phrase(made, head)) == said


def test_a_complement_can_be_left_out() -> None:
    """For kin, whose owner is told anew."""
    made = scene("Видели сына Ольги Зуевой.")

    assert description(made.page, phrase(made, "сына"), bare=True) == "сын"


@pytest.mark.parametrize(
    ("name", "gender", "said"),
    [
        ("Ольга Зуева", "femn", "Ольги Зуевой"),
        ("Марат Акимов", "masc", "Марата Акимова"),
        ("Асель Бек", "femn", "Асель Бек"),
        ("Сергей Лось", "masc", "Сергея Лося"),
        ("Ержан Серикулы", "masc", "Ержана Серикулы"),
        ("Илья Ланский", "masc", "Ильи Ланского"),
    ],
)
def test_a_name_is_put_into_the_genitive(name: str, gender: str, said: str) -> None:
    """Where its ending allows."""
    assert genitive(name, gender, named=True) == said


def test_a_description_stays_as_it_is() -> None:
    """Only names are declined."""
    assert genitive("старший сын", "masc", named=False) == "старший сын"
