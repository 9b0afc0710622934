"""One person under two spellings."""

import pytest

from kualik.engine.extracting.english import spellings
from kualik.engine.extracting.english.spellings import same_spelled


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("serikzhan qosanov", "serikjan kosanov", True),
        ("baqytbek smagul", "bakytbek", True),
        ("adyl mambetali", "akyl mambetali", False),
        ("ali hasan", "ali husein", False),
        ("aliya bekova", "aliya bekov", False),
        ("yasin memet", "yasin ahmet", False),
        ("aynur memet", "aygul memet", False),
    ],
)
def test_spellings_of_one_name_are_tied_and_names_of_two_are_not(one: str, other: str, *, same: bool) -> None:
    """Brothers and sisters bear like names."""
    assert bool(list(same_spelled([tuple(one.split()), tuple(other.split())]))) is same


def test_a_long_list_of_names_is_not_compared_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time does not grow with its square."""
    asked: list[str] = []

    def never(one: tuple[str, ...], _: tuple[str, ...]) -> bool:
        asked.append(one[0])
        return False

    monkeypatch.setattr(spellings, "_same", never)
    assert list(same_spelled([("asan", f"bekov{n}") for n in range(3000)])) == []
    assert len(asked) <= spellings.MOST
