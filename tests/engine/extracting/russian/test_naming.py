"""Forms of names."""

import pytest

from kualik.engine.extracting.russian.naming import is_surname, readings


@pytest.mark.parametrize(
    ("word", "case", "gender", "nominative"),
    [
        ("нурлана", "gent", "masc", "нурлан"),
        ("батиму", "accs", "femn", "батима"),
        ("осмоновой", "gent", "femn", "осмонова"),
        ("лапицкого", "gent", "masc", "лапицкий"),
        ("воробью", "datv", "masc", "воробей"),
        ("ерланулы", "datv", "masc", "ерланулы"),
        ("серикқызы", "accs", "femn", "серикқызы"),
        ("ивановны", "gent", "femn", "ивановна"),
        ("акимовым", "ablt", "masc", "акимов"),
    ],
)
def test_a_declined_name_has_its_nominative(word: str, case: str, gender: str, nominative: str) -> None:
    """By the dictionary where it knows the name, else by the ending."""
    assert any((one.case, one.gender, one.nominative) == (case, gender, nominative) for one in readings(word))


def test_a_womans_name_in_a_consonant_is_not_declined() -> None:
    """«Гульнур» stands in every case."""
    assert {one.case for one in readings("айсур") if one.gender == "femn"} >= {"nomn", "gent", "datv"}


def test_a_surname_is_known_by_its_ending() -> None:
    """In any case."""
    assert is_surname("громова")
    assert not is_surname("ержана")
