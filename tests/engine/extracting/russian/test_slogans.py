"""Slogans."""

from tests.engine.extracting.russian.samples import read, sayings


def test_what_is_chanted_is_demanded() -> None:
    """However short."""
    assert sayings("«Свободу!» — скандировали собравшиеся.") == [("demands", "собравшиеся")]


def test_what_stands_on_a_placard_is_demanded() -> None:
    """By who holds it."""
    assert ("demands", "женщины") in sayings("Женщины держали плакаты «Верните мужа».")


def test_a_quotation_beside_nothing_is_no_slogan() -> None:
    """Nor is the name of a paper."""
    assert [one.rule for one in read("Люди читали газету «Дорога».").sayings] == []
