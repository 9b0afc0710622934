"""Kin."""

import pytest

from tests.engine.extracting.samples import found


def kin(text: str) -> list[tuple[object, object, object]]:
    """Give the kinships of a text: who is what to whom."""
    return [(fact["person"], fact["relation"], fact["relative"]) for fact in found(text, "kin")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aida Bekova came with her two sons.", ("two sons of Aida Bekova", "son", "Aida Bekova")),
        ("Marat Duisen's wife, Volha, came.", ("Volha", "wife", "Marat Duisen")),
        ("Ainagul Satybaldy, mother of Begimai Turdubek, came.", ("Ainagul Satybaldy", "mother", "Begimai Turdubek")),
        ("Habib Sawari, Omar Amin's cousin, came.", ("Habib Sawari", "cousin", "Omar Amin")),
        ("Lawyer Omar Amin came with his sister's husband.", ("husband of sister of Omar Amin", "in-law", "Omar Amin")),
        (
            "Aida Bekova said the eldest of her four brothers left.",
            ("the eldest of the four brothers of Aida Bekova", "brother", "Aida Bekova"),
        ),
        ("Omar Amin and Aida Amin, siblings, came.", ("Omar Amin", "sibling", "Aida Amin")),
    ],
)
def test_who_is_what_to_whom(text: str, expected: tuple[str, str, str]) -> None:
    """By name where there is one, else by description."""
    assert expected in kin(text)


def test_her_husband_is_the_one_she_is_the_wife_of() -> None:
    """A tie said twice is one."""
    assert kin("Omar Amin's wife, Aida, came. Her husband is a lawyer.") == [("Aida", "wife", "Omar Amin")]


def test_kin_without_an_owner_are_nobodys() -> None:
    """As in: mothers."""
    assert kin("Mothers and fathers came.") == []
