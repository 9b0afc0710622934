"""Lists of words."""

from kualik.engine.extracting.words import KIN, MALE, POSSESSIVES, ROLES, word_set
from kualik.engine.facts.vocabulary import ROLES as KNOWN


def test_words_are_taken_apart_at_blanks() -> None:
    """A set is written as a line."""
    assert word_set("one two  two") == {"one", "two"}


def test_roles_are_those_that_the_vocabulary_knows() -> None:
    """No noun gives a role that is not in the closed list."""
    assert set(ROLES.values()) <= set(KNOWN)


def test_a_possessive_has_the_gender_of_its_owner() -> None:
    """The words "his" looks for a man."""
    assert POSSESSIVES["his"] == "male"
    assert "father" in MALE
    assert KIN["fathers"] == "father"
