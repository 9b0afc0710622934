"""Kinships as they are told."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.sayings import find_sayings
from tests.engine.extracting.english.kin_cases import KIN
from tests.engine.extracting.english.people_samples import ties

SIDES = {
    "mother": "parent", "father": "parent", "son": "child", "daughter": "child", "husband": "spouse", "wife": "spouse",
    "brother": "sibling", "sister": "sibling",
}  # fmt: skip


def read(text: str) -> set[tuple[str, str, str]]:
    """Tell kinships with who speaks in quotations known."""
    register = Register(parse(text))
    find_sayings(register.parsed, register)
    register.settle()
    cast = register.cast
    return {
        (cast.party(one.person).label, SIDES.get(one.relation, one.relation), cast.party(one.relative).label)
        for one in register.notes.ties
    }


@pytest.mark.parametrize(("text", "told"), KIN)
def test_kin_are_tied_as_they_are_told(text: str, told: list[tuple[str, str, str]]) -> None:
    """Named or by description; siblings and spouses either way round."""
    found = read(text)
    for person, relation, relative in told:
        side = SIDES.get(relation, relation)
        turned = {"parent": "child", "child": "parent"}.get(side, side)
        assert found & {(person, side, relative), (relative, turned, person)}, found
    assert bool(found) is bool(told)


def test_her_husband_stays_the_one_who_was_named() -> None:
    """Also where he is not named again."""
    found = ties("Aliya Bekova came. Her husband, Marat, stayed. Her husband was ill.")
    assert found == [("Marat", "husband", "Aliya Bekova")]


def test_somebody_known_by_kin_can_be_named_later() -> None:
    """It is one person."""
    found = ties("Aliya Bekova lost her son in May. Her son, Timur, was a cook.")
    assert found == [("Timur", "son", "Aliya Bekova")]


def test_the_kin_of_kin_are_in_laws() -> None:
    """Of the one who is named."""
    assert ("in-law", "Aliya Bekova") in {one[1:] for one in ties("Aliya Bekova's sister's husband left.")}
