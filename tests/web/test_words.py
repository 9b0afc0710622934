"""What the closed lists are called."""

import pytest
from django.utils import translation

from kualik.cases.findings.kinship import INVERSE
from kualik.engine.extracting.mapping import RELATIONS
from kualik.engine.facts import Schema, Stance, Status
from kualik.engine.facts.vocabulary import BOUNDS, CUSTODY_STATES, EVENT_TYPES, ROLES
from kualik.engine.reading import Refusal
from kualik.engine.screening import SOURCES
from kualik.engine.weighing import Grade
from kualik.web import words


def test_every_word_of_the_closed_lists_has_its_own() -> None:
    """A stance, a status, a kind, a role or a grade that is new needs its word on the pages."""
    assert set(words.STANCES) == set(Stance)
    assert set(words.STATUSES) == set(Status)
    assert set(words.SCHEMATA) == set(Schema)
    assert set(words.ROLES) == set(ROLES)
    assert set(words.STATES) == set(CUSTODY_STATES)
    assert set(words.EVENTS) == set(EVENT_TYPES)
    assert set(words.BOUND_WORDS) == set(BOUNDS)
    assert set(words.REFUSALS) == set(Refusal)
    assert set(words.SHOWN_SOURCES) == set(SOURCES)
    assert set(words.KIN) >= {*RELATIONS, *INVERSE, *INVERSE.values()}
    assert set(words.GRADES) == {grade.value for grade in Grade}


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (("Custody", "startDate", "prison"), "prison (beginning)"),
        (("Custody", "endDate", "unspecified"), "held (end)"),
        (("Custody", "startDate", "released"), "released"),
        (("Custody", "startDate", ""), "Custody"),
        (("Incident", "date", "arrest"), "arrest"),
        (("Protest", "startDate", "picket"), "picket"),
        (("Incident", "date", "The house was searched"), "The house was searched"),
        (("Person", "birthDate", ""), "Born"),
    ],
)
def test_a_moment_says_what_happened(moment: tuple[str, str, str], said: str) -> None:
    """Only what lasts has a beginning and an end."""
    schema, name, kind = moment

    assert words.moment_word(schema=schema, name=name, kind=kind) == said


def test_a_moment_is_said_in_the_readers_language() -> None:
    """All of it."""
    with translation.override("ru"):
        assert words.moment_word(schema="Custody", name="startDate", kind="prison") == "тюрьма (начало)"
        assert words.kind_word("mother") == "мать"


def test_no_two_stances_are_said_alike() -> None:
    """A denial must never read like an assertion."""
    said = [str(word) for word in words.STANCES.values()]

    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("name", "schema", "said"),
    [
        ("sentence", "Custody", "Sentence"),
        ("importance", "Event", "importance"),
        ("officialName", "", "Name used by the authority"),
        ("topics", "Nothing", "topics"),
    ],
)
def test_a_property_has_a_word(name: str, schema: str, said: str) -> None:
    """Ours where we have one, its schema's where not, else its own name."""
    assert words.property_word(name, schema) == said


def test_a_kind_that_we_do_not_know_keeps_its_name() -> None:
    """As a list of something new would show it."""
    assert words.schema_word("Vessel") == "Vessel"
