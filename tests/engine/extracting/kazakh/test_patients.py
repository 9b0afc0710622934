"""Whom it befell."""

from kualik.engine.extracting.kazakh.patients import is_attribute, is_mass, patients
from kualik.engine.extracting.kazakh.predicates import find_predicates
from tests.engine.extracting.kazakh.samples import scene, told


def test_a_participle_describes_the_noun_behind_it() -> None:
    """Of "қамалған інісі": the brother is held."""
    one = scene("Айсұлу қамалған інісін іздеді.")
    verb = find_predicates(one.tokens(0), "custody")[0]
    assert is_attribute(verb, one.tokens(0))
    assert [phrase.relation for phrase in patients(one, 0, verb, 0)] == ["brother"]


def test_a_million_people_are_a_mass() -> None:
    """They are a figure."""
    one = scene("Бір миллион адам қамалған.")
    assert is_mass(one, 0, find_predicates(one.tokens(0), "custody")[0], 0)


def test_a_genitive_names_whom_a_nominalised_verb_is_about() -> None:
    """Of "that N was held"."""
    assert told("Айсұлу Дәрібай Сержанның ұсталғанын айтты.", "custody")[0]["who"] == "Сержан"
