"""Kin told of one by one, couples, siblings, marriages."""

import pytest

from tests.engine.extracting.english.people_samples import mention, register, ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Aliya Bekova has two sons. The elder, Timur, is a cook.", ("Timur", "son", "Aliya Bekova")),
        ("Aliya Bekova lost her brothers. A third, Samat, fled.", ("Samat", "brother", "Aliya Bekova")),
        ("The brothers Timur Dosov and Ruslan Dosov left.", ("Timur Dosov", "brother", "Ruslan Dosov")),
        ("Timur Dosov and Aida Dosova, siblings, left.", ("Timur Dosov", "sibling", "Aida Dosova")),
        ("A married couple, Marat Asanov and Dina Omarova, left.", ("Marat Asanov", "spouse", "Dina Omarova")),
        ("The brothers, Timur Dosov and Ruslan Dosov, left.", ("Timur Dosov", "brother", "Ruslan Dosov")),
        ("Marat Asanov is married to Dina Omarova.", ("Dina Omarova", "wife", "Marat Asanov")),
        ("Marat Asanov, 38, father of two, left.", ("two children of Marat Asanov", "child", "Marat Asanov")),
    ],
)
def test_a_tie_is_read_without_an_owner_beside_it(text: str, tie: tuple[str, str, str]) -> None:
    """The group, the pair or the parent is told elsewhere."""
    assert tie in ties(text)


def test_the_couple_is_the_two_of_before() -> None:
    """Named together."""
    read = register("The siblings Marat Asanov and Dina Asanova came. The two siblings left.")
    found = mention(read, "siblings", nth=2)
    assert found is not None
    assert read.cast.party(found.party).label == "Marat Asanov and Dina Asanova"


@pytest.mark.parametrize(
    "text", ["The second, Monday, was cold.", "Aliya Bekova has two sons. The first, May, was cold."]
)
def test_an_order_that_is_of_no_kin_ties_nobody(text: str) -> None:
    """A day is no son."""
    assert not [one for one in ties(text) if one[0] in {"Monday", "May"}]


def test_a_mother_of_two_is_no_mother_of_who_was_told_of_before() -> None:
    """And her husband is hers."""
    found = ties("Marat Asanov was jailed. A mother of two said her husband was taken away.")
    assert [one[1:] for one in found] == [("husband", "mother of two")]
