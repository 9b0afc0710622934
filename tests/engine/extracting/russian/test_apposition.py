"""What follows the head of a phrase."""

import pytest

from kualik.engine.extracting.russian.apposition import MOST, Starts, after_head
from kualik.engine.extracting.russian.morphology import forms
from kualik.engine.extracting.russian.names import find_names
from kualik.engine.extracting.russian.tokens import read_page
from tests.engine.extracting.russian.samples import phrase, scene


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Выступил председатель комитета Марат Акимов.", "председатель", "Марат Акимов"),
        ("Посол Китая в Казахстане Линь Мэйхуа молчит.", "Посол", "Линь Мэйхуа"),
        ("Пришла мать двоих детей Ольга Зуева.", "мать", "Ольга Зуева"),
        ("Сын Зейнеп Омар, Ержан, пропал.", "Сын", None),
        ("Жена Громова молчит.", "Жена", None),
    ],
)
def test_a_name_in_apposition_is_told_from_an_owner(text: str, head: str, name: str | None) -> None:
    """By case, gender, and what follows."""
    found = phrase(scene(text), head).name

    assert (found.nominative if found else None) == name


def test_a_complement_ends_with_its_genitives() -> None:
    """And is never longer than a phrase may be."""
    page = read_page("комитет защиты прав человека пришёл")
    name, complement, last = after_head(
        page, 0, len(page.tokens), Starts(), cases=frozenset({"nomn"}), form=forms("комитет")[0], owned=False
    )

    assert (name, complement, last) == (None, 1, 4)
    assert last <= MOST
    assert find_names(page) == []
