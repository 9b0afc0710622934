"""Names beside words of kinship."""

import pytest

from tests.engine.extracting.english.people_samples import ties


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Aliya Bekova came with her sons, Ali, 20, Vali and Timur.", {"Ali", "Vali", "Timur"}),
        ("Aliya Bekova's son, named Timur, left.", {"Timur"}),
        ("Aliya Bekova left. Her son's name is Timur.", {"Timur"}),
        ("Timur Dosov, 20, Aliya Bekova's son, left.", {"Timur Dosov"}),
        ("Timur Dosov (son of Aliya Bekova) left.", {"Timur Dosov"}),
        ("Aliya Bekova's son, Marat Asanov said, is ill.", {"son of Aliya Bekova"}),
    ],
)
def test_who_the_kin_are_is_told_beside_the_word(text: str, names: set[str]) -> None:
    """After it or before it; whoever says so is not among them."""
    assert {one[0] for one in ties(text) if one[2] == "Aliya Bekova"} == names
