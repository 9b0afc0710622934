"""Quotations and lines of dialogue."""

from kualik.engine.extracting.russian.quotations import find_quotations
from kualik.engine.extracting.russian.tokens import read_page


def quoted(text: str) -> list[str]:
    """Find the quotations of a text."""
    page = read_page(text)
    return [page.words(one.first, one.last) for one in find_quotations(page)]


def test_marks_of_each_kind_hold_a_quotation() -> None:
    """Also one within another."""
    assert quoted("Он сказал: «Читайте “Вести” и ждите».") == ["«Читайте “Вести” и ждите»", "“Вести”"]
    assert quoted('Сайт "Дорога" закрыт.') == ['"Дорога"']


def test_a_line_of_dialogue_ends_before_its_remark() -> None:
    """And goes on behind it."""
    assert quoted("— Мы ждём, — сказала она, — и будем ждать.") == ["— Мы ждём,", "— и будем ждать."]


def test_what_follows_a_remark_is_narration() -> None:
    """Behind its full stop, without a dash."""
    assert quoted("— Мы ждём, — сказала она. Дом стоял пустой.") == ["— Мы ждём,"]


def test_a_title_is_no_speech() -> None:
    """One word is not a thing said."""
    page = read_page("Газета «Дорога» вышла. «Мы никого не видели там», — сказал он.")

    assert [one.speech for one in find_quotations(page)] == [False, True]


def test_nesting_without_end_is_read() -> None:
    """A hundred deep."""
    assert quoted("«а " * 100 + "»" * 100)
