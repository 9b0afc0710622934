"""The tables of words."""

from kualik.engine.extracting.english.vocabulary import (
    body_words,
    family_names,
    given_names,
    is_people,
    kin_words,
    known_bodies,
    known_places,
    people_nouns,
    rows,
    titles,
)
from kualik.engine.facts.vocabulary import ROLES

RELATIONS = frozenset(
    [
        "mother",
        "father",
        "parent",
        "son",
        "daughter",
        "child",
        "husband",
        "wife",
        "spouse",
        "brother",
        "sister",
        "sibling",
        "grandparent",
        "grandchild",
        "uncle",
        "aunt",
        "nephew",
        "niece",
        "cousin",
        "in-law",
        "relative",
    ]
)


def test_kin_words_tell_relations_of_the_guide() -> None:
    """And no others."""
    assert {noun.tells for noun in kin_words().values()} <= RELATIONS


def test_nouns_and_titles_tell_roles_of_the_guide() -> None:
    """Or none."""
    told = {noun.tells for noun in (*people_nouns().values(), *titles().values())}
    assert told <= {*ROLES, ""}


def test_the_tables_hold_what_they_are_for() -> None:
    """One of each."""
    assert "almaty" in known_places()
    assert "human rights watch" in known_bodies()
    assert {"ministry"} <= body_words("body")
    assert given_names()["aigul"] == "f"
    assert "zhang" in family_names()
    assert is_people("Kazakhs")
    assert not is_people("Kazan")


def test_a_row_is_a_row_of_columns() -> None:
    """Comments and the first line are left out."""
    assert all(len(row) == 3 for row in rows("kin"))
    assert rows("kin")[0][0] == "mother"
