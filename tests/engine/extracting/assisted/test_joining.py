"""Proposals beside what the rules read."""

from dataclasses import replace
from time import process_time

from kualik.engine.extracting.assisted.grounding import Grounded, KeptCustody, KeptPerson, KeptStatement
from kualik.engine.extracting.assisted.joining import CONFIDENCE, join
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts import Claim, Document, Entity, Reading, Schema, Stance
from kualik.engine.facts.claims import NOBODY, Spoken

TEXT = "Aida Bekova said Erlan Omarov was in prison in Osh. Somebody was heard to say he was well."
DOCUMENT = Document(id="sha256:0", media_type="text/plain", text=TEXT, language="en", publisher="Chuy Dispatch")


def span(words: str) -> Span:
    """Find words."""
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def claim(entity: str, name: str, value: str, words: str, *voice: str) -> Claim:
    """Claim something as the rules do."""
    at = span(words)
    return Claim(
        entity=entity, property=name, value=value, stance=Stance.ASSERTS, voice=("Chuy Dispatch", *voice),
        start=at.start, end=at.end, quote=words, method="english-rules/2:rule", confidence=0.8, id=f"{entity}{name}",
    )  # fmt: skip


FIRST = "Aida Bekova said Erlan Omarov was in prison in Osh"
RULES = Reading(
    document=DOCUMENT,
    entities=(
        Entity(id="e1", schema=Schema.PERSON, name="Aida Bekova"),
        Entity(id="e2", schema=Schema.PERSON, name="Erlan Omarov"),
        Entity(id="e3", schema=Schema.CUSTODY),
        Entity(id="e4", schema=Schema.STATEMENT),
    ),
    claims=(
        claim("e1", "name", "Aida Bekova", "Aida Bekova"),
        claim("e2", "name", "Erlan Omarov", "Erlan Omarov"),
        claim("e3", "detainee", "e2", "Erlan Omarov was in prison", "Aida Bekova"),
        claim("e3", "state", "prison", "prison", "Aida Bekova"),
        claim("e4", "content", "he was in prison", FIRST, "Aida Bekova"),
    ),
)


def said(speaker: str, words: str, stance: Stance = Stance.ASSERTS) -> KeptStatement:
    """Keep a statement."""
    return KeptStatement(
        span=span(words), content=span(words), speaker=Value(text=speaker, span=span(words)), stance=stance
    )


def held(who: str, words: str, state: str, speaker: str = "") -> KeptCustody:
    """Keep a custody."""
    by = Value(text=speaker, span=span(words)) if speaker else None
    return KeptCustody(span=span(words), who=Value(text=who, span=span(words)), state=state, speaker=by)


def test_what_the_rules_have_is_there_once() -> None:
    """The same statement, a custody of the same person, a name, even in a shorter form or a softer stance."""
    grounded = Grounded(
        statements=[said("Bekova", "Erlan Omarov was in prison", Stance.ALLEGES)],
        custody=[held("Erlan", "Erlan Omarov was in prison", "unspecified")],
        persons=[KeptPerson(name=Value(text="Erlan", span=span("Erlan")))],
    )

    assert join(RULES, grounded, model="toy") == RULES
    assert not grounded.dropped


def test_what_they_have_not_is_added_with_ids_that_go_on() -> None:
    """Marked, low, and with the full name of whom the rules know."""
    grounded = Grounded(
        statements=[said("Bekova", "he was well", Stance.DENIES)],
        custody=[held("Erlan", "Erlan Omarov was in prison", "camp")],
        persons=[KeptPerson(name=Value(text="Erlan", span=span("Erlan")), age=Value(text="40", span=span("Osh")))],
    )
    joined = join(RULES, grounded, model="toy:7b")
    new = joined.claims[len(RULES.claims) :]

    assert [one.id for one in joined.entities[4:]] == ["e5", "e6"]
    assert {one.method for one in new} == {"llm:toy:7b"}
    assert {one.confidence for one in new} == {CONFIDENCE}
    assert len({one.id for one in joined.claims}) == len(joined.claims)
    assert [(one.entity, one.property, one.value) for one in new if one.property in {"age", "detainee"}] == [
        ("e2", "age", "40"),
        ("e6", "detainee", "e2"),
    ]
    assert {one.voice for one in new if one.entity == "e5"} == {("Chuy Dispatch", "Aida Bekova")}


def test_a_custody_within_what_somebody_says_has_their_voice() -> None:
    """The rules' statement says whose."""
    joined = join(RULES, Grounded(custody=[held("Erlan", "Erlan Omarov was in prison", "camp")]), model="toy")

    assert joined.claims[-1].voice == ("Chuy Dispatch", "Aida Bekova")


def test_another_speaker_than_the_rules_is_dropped() -> None:
    """Also of a custody in what somebody else says."""
    grounded = Grounded(
        statements=[said("Osh", FIRST)], custody=[held("Erlan", "Erlan Omarov was in prison", "camp", speaker="Osh")]
    )

    assert join(RULES, grounded, model="toy") == RULES
    assert sum(grounded.dropped.values()) == 2


def test_where_the_rules_found_nobody_the_model_may_name_somebody() -> None:
    """Both proposals stand side by side."""
    words = "Somebody was heard to say he was well"
    rules = replace(RULES, claims=(*RULES.claims, claim("e4", "content", "he was well", words, NOBODY)))
    joined = join(rules, Grounded(statements=[said("Erlan", "he was well")]), model="toy")

    assert [one.voice[-1] for one in joined.claims if one.property == "content"] == [
        "Aida Bekova",
        NOBODY,
        "Erlan Omarov",
    ]


def test_the_author_of_a_message_stands_in_the_voice() -> None:
    """Between the publisher and whoever is quoted."""
    document = replace(DOCUMENT, spoken=(Spoken(start=0, end=len(TEXT), speaker="Nurlan"),))
    joined = join(Reading(document=document), Grounded(statements=[said("Erlan", "he was well")]), model="toy")

    assert joined.claims[0].voice == ("Chuy Dispatch", "Nurlan", "Erlan")


def test_a_long_name_of_a_model_fits_where_methods_are_kept() -> None:
    """Eighty characters."""
    joined = join(RULES, Grounded(statements=[said("Erlan", "he was well")]), model="x" * 200)

    assert len(joined.claims[-1].method) == 80


def test_the_author_of_a_message_stands_once_in_the_chain_of_a_custody() -> None:
    """Though the model names her again."""
    sent = replace(DOCUMENT, spoken=(Spoken(start=0, end=len(TEXT), speaker="Aida Bekova"),))
    grounded = Grounded(custody=[held("Daulet", "Somebody was heard", "prison", "Aida Bekova")])
    told = join(Reading(document=sent), grounded, model="toy").claims

    assert {one.voice for one in told if one.property == "state"} == {("Chuy Dispatch", "Aida Bekova")}


def test_a_passage_over_the_words_of_two_is_dropped() -> None:
    """One message and the next are not one person's words, whoever the model says speaks."""
    middle = TEXT.index("Somebody")
    spoken = (Spoken(start=0, end=middle, speaker="Aida"), Spoken(start=middle, end=len(TEXT), speaker="Bek"))
    sent = Reading(document=replace(DOCUMENT, spoken=spoken))
    grounded = Grounded(
        statements=[said("Erlan Omarov", "in Osh. Somebody was heard")],
        custody=[held("Erlan", "in Osh. Somebody was heard", "prison")],
    )

    assert join(sent, grounded, model="toy").claims == ()
    assert grounded.dropped.total() == 2


def test_many_proposals_about_many_people_take_seconds() -> None:
    """Not hours: every proposal is compared with all who are held, and no more."""
    number = 2_000
    people = tuple(Entity(id=f"e{n}", schema=Schema.PERSON, name=f"Erlan N{n}") for n in range(number))
    held_ = tuple(replace(claim(f"c{n}", "detainee", f"e{n}", "Erlan Omarov"), id=f"k{n}") for n in range(number))
    grounded = Grounded(custody=[held(f"Daulet {n}", "Somebody was heard", "prison") for n in range(400)])
    began = process_time()
    join(Reading(document=DOCUMENT, entities=people, claims=held_), grounded, model="toy")

    assert process_time() - began < 20
