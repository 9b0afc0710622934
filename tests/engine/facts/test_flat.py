"""Entities and claims flatten into the guide's facts."""

from kualik.engine.facts import Claim, Entity, Schema, Stance
from kualik.engine.facts.flat import facts

TEXT = 'Kulpan, 61, said her son was given 10 years "for a message".'
OUTLET, MOTHER = "Dala Wire", "Kulpan"


def claim(entity: str, property_: str, value: str, quote: str, *voice: str, stance: Stance = Stance.ASSERTS) -> Claim:
    start = TEXT.index(quote)
    return Claim(
        entity=entity,
        property=property_,
        value=value,
        stance=stance,
        voice=(OUTLET, *voice),
        start=start,
        end=start + len(quote),
        quote=quote,
        method="test",
        confidence=1.0,
    )


MOTHER_ENTITY = Entity(id="e1", schema=Schema.PERSON, name=MOTHER, roles=("relative",))
SON = Entity(id="e2", schema=Schema.PERSON, description="son of Kulpan", roles=("detainee",))
CUSTODY = Entity(id="e3", schema=Schema.CUSTODY)
FAMILY = Entity(id="e4", schema=Schema.FAMILY)


def test_a_named_person_is_a_fact_and_an_unnamed_one_is_not() -> None:
    """The guide lists named individuals; those known by kin come with their custody."""
    found = facts(
        [MOTHER_ENTITY, SON],
        [claim("e1", "name", MOTHER, "Kulpan"), claim("e1", "age", "61", "61"), claim("e2", "gender", "male", "son")],
    )

    assert found == [{"kind": "person", "name": "Kulpan", "age": 61, "roles": ["relative"], "at": [0, 6]}]


def test_custody_names_the_innermost_voice() -> None:
    """The mother says it, so she is the voice, not the outlet that quotes her."""
    quote = "her son was given 10 years"
    found = facts(
        [MOTHER_ENTITY, SON, CUSTODY],
        [
            claim("e3", "detainee", "e2", quote, MOTHER),
            claim("e3", "state", "prison", quote, MOTHER),
            claim("e3", "sentence", "P10Y", "10 years", MOTHER),
        ],
    )

    assert found == [
        {
            "kind": "custody",
            "who": "son of Kulpan",
            "count": 1,
            "state": "prison",
            "sentence": "P10Y",
            "voice": "Kulpan",
            "at": [17, 43],
        }
    ]


def test_the_articles_own_word_has_the_publisher_as_voice() -> None:
    """A chain of one voice is the publisher's, and the guide's word for it is "publisher"."""
    found = facts([SON, CUSTODY], [claim("e3", "detainee", "e2", "her son was given 10 years")])

    assert found[0]["voice"] == "publisher"


def test_kin_is_turned_from_followthemoney_to_the_guide() -> None:
    """FtM says what the relative is to the person; the guide what the person is to the relative."""
    found = facts(
        [MOTHER_ENTITY, SON, FAMILY],
        [
            claim("e4", "person", "e2", "her son", MOTHER),
            claim("e4", "relative", "e1", "her son", MOTHER),
            claim("e4", "relationship", "mother", "her son", MOTHER),
        ],
    )

    assert found == [
        {"kind": "kin", "person": "Kulpan", "relation": "mother", "relative": "son of Kulpan", "at": [17, 24]}
    ]


def test_two_stances_on_one_statement_are_two_facts() -> None:
    """Who asserts and who denies are kept side by side, each with the words' own quotation marks."""
    content = 'her son was given 10 years "for a message"'
    statement = Entity(id="e5", schema=Schema.STATEMENT)
    found = facts(
        [statement],
        [
            claim("e5", "content", "sentence", content, MOTHER),
            claim("e5", "content", "sentence", "said her son was given", "the court", stance=Stance.DENIES),
        ],
    )

    assert [(one["speaker"], one["stance"], one.get("quoted")) for one in found] == [
        ("the court", "denies", None),
        ("Kulpan", "asserts", True),
    ]


def test_a_figure_and_an_event_carry_only_the_slots_that_are_known() -> None:
    """What nobody said is left out, never filled with a default."""
    found = facts(
        [Entity(id="e6", schema=Schema.POPULATION), Entity(id="e7", schema=Schema.PROTEST)],
        [
            claim("e6", "size", "10", "10 years"),
            claim("e7", "eventType", "picket", "said"),
            claim("e7", "violence", "false", "said"),
        ],
    )

    assert found == [
        {"kind": "event", "type": "picket", "violence": False, "at": [12, 16]},
        {"kind": "figure", "value": 10, "voice": "publisher", "at": [35, 43]},
    ]
