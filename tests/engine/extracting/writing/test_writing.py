"""What was noted becomes entities and claims."""

from dataclasses import replace

import pytest

from kualik.engine.extracting.notes import Figure, Held, Value
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import NOBODY
from kualik.engine.facts.flat import facts
from kualik.engine.facts.vocabulary import Schema, Stance
from tests.engine.extracting.writing.samples import TEXT, document, notes, span

METHOD = "english-rules/2"
JAILED = Held(
    party=1, state="prison", span=span("her son Timur was jailed for five years"), cue=span("jailed"), rule="passive",
    sentence=Value(text="P5Y", span=span("five years")),
)  # fmt: skip


def test_every_claim_has_its_passage_rule_and_voice() -> None:
    """text[start:end] is the quote, the method names reader and rule, the voice begins with the publisher."""
    noted = notes()
    noted.held.append(JAILED)
    reading = write(document(), noted, method=METHOD)
    assert reading.document.publisher == "Vostok Times"
    for claim in reading.claims:
        assert TEXT[claim.start : claim.end] == claim.quote
        assert claim.method.startswith(f"{METHOD}:")
        assert claim.voice[0] == "Vostok Times"
    (sentence,) = (claim for claim in reading.claims if claim.property == "sentence")
    assert (sentence.value, sentence.voice) == ("P5Y", ("Vostok Times", "Aida Bekova"))


def test_who_is_held_is_a_detainee_and_their_kin_a_relative() -> None:
    """Roles follow from custody and kinship."""
    noted = notes()
    noted.held.append(JAILED)
    roles = {entity.name: entity.roles for entity in write(document(), noted, method=METHOD).entities}
    assert roles["Aida Bekova"] == ("relative",)
    assert roles["Timur"] == ("detainee",)


def test_one_who_is_only_kept_from_leaving_is_no_detainee() -> None:
    """A passport taken makes nobody a detainee."""
    noted = notes()
    noted.held.append(replace(JAILED, state="barred from leaving", sentence=None))
    roles = {entity.name: entity.roles for entity in write(document(), noted, method=METHOD).entities}
    assert roles["Timur"] == ()


def test_a_kinship_is_written_once_and_in_the_direction_of_the_vocabulary() -> None:
    """FollowTheMoney's `relative` is the `relationship` of its `person`."""
    noted = notes()
    noted.ties *= 2
    reading = write(document(), noted, method=METHOD)
    (fact,) = (fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == "kin")
    assert (fact["person"], fact["relation"], fact["relative"]) == ("Timur", "son", "Aida Bekova")


def test_nobody_is_their_own_kin() -> None:
    """A tie of somebody to themselves is dropped."""
    noted = notes()
    noted.ties = [replace(noted.ties[0], relative=1)]
    reading = write(document(), noted, method=METHOD)
    assert not [entity for entity in reading.entities if entity.schema is Schema.FAMILY]


@pytest.mark.parametrize(("speaker", "label"), [(0, "Aida Bekova"), (2, "The consulate"), (None, NOBODY)])
def test_a_statement_ends_in_its_speaker(speaker: int | None, label: str) -> None:
    """The last voice of a statement is who speaks; nobody where the text does not tell."""
    noted = notes()
    noted.sayings = [replace(noted.sayings[0], speaker=speaker)]
    reading = write(document(), noted, method=METHOD)
    (claim,) = (claim for claim in reading.claims if claim.property == "content")
    assert claim.voice == ("Vostok Times", label)


def test_a_figure_has_its_bound_and_its_voice() -> None:
    """What a speaker puts a number on is their figure."""
    noted = notes()
    noted.figures.append(Figure(value=5, bound="at least", span=span("five"), rule="figure"))
    reading = write(document(), noted, method=METHOD)
    (fact,) = (fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == "figure")
    assert (fact["value"], fact["qualifier"], fact["voice"]) == (5, "at least", "Aida Bekova")


def test_a_publisher_that_came_with_the_document_stays() -> None:
    """What the notes take for the publisher does not replace what a person said."""
    reading = write(document("Azattyq"), notes(), method=METHOD)
    assert reading.document.publisher == "Azattyq"
    assert {claim.voice[0] for claim in reading.claims} == {"Azattyq"}


def test_a_denied_custody_is_a_denial_and_no_fact() -> None:
    """Whoever is said not to be held has a claim against it, and no custody among the facts."""
    noted = notes()
    noted.held.append(replace(JAILED, span=span("Timur is held"), cue=span("held"), state="unspecified", sentence=None))
    reading = write(document(), noted, method=METHOD)
    (claim,) = (claim for claim in reading.claims if claim.property == "detainee")
    assert (claim.stance, claim.voice[-1]) == (Stance.DENIES, "The consulate")
    assert not [fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == "custody"]
