"""Verbs found by the tables."""

from kualik.engine.extracting.kazakh.predicates import find_predicates, hard_starts
from tests.engine.extracting.kazakh.samples import tokens


def test_a_verb_of_several_words_is_one_predicate() -> None:
    """Of "denied" is two words in Kazakh."""
    found = find_predicates(tokens("Министрлік бұны жоққа шығарды."), "says")
    assert [(one.entry[1], one.last - one.first) for one in found] == [("denies", 2)]


def test_the_auxiliary_tells_the_tense() -> None:
    """Of "ұсталып кетті" is past, as one verb."""
    found = find_predicates(tokens("Асан ұсталып кетті."), "custody")
    assert (found[0].form.tense, found[0].form.passive) == ("past", True)


def test_not_behind_a_verb_denies_it() -> None:
    """Of "ұсталған жоқ": was not held."""
    assert find_predicates(tokens("Ешкім ұсталған жоқ."), "custody")[0].form.denied


def test_a_clause_begins_behind_a_finite_verb_and_a_comma() -> None:
    """And at "but"."""
    assert hard_starts(tokens("Ол келді, бірақ Асан кетті.")) == [0, 3]
