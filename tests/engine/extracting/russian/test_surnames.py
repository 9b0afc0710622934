"""Surnames in the plural."""

from kualik.engine.extracting.russian.names import find_names
from kualik.engine.extracting.russian.surnames import share_surnames
from kualik.engine.extracting.russian.tokens import read_page
from tests.engine.extracting.russian.samples import named


def test_brothers_share_a_surname() -> None:
    """Each bears it in the singular."""
    assert named("Арестованы братья Фархад и Рустам Каримовы.") == ["Фархад Каримов", "Рустам Каримов"]


def test_a_surname_in_the_singular_is_left_alone() -> None:
    """Nothing to share."""
    page = read_page("Это\nМарат Акимов и Ольга Зуева.")
    names = find_names(page)

    assert share_surnames(page, names) == names
