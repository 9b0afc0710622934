"""Claims with their passages, weighed and shown."""

import pytest

from kualik.cases.findings.gathering import about
from kualik.cases.findings.passages import known, label_of
from kualik.cases.sources.intake import Told
from kualik.engine.facts import Stance
from kualik.engine.weighing import Grade
from tests.cases.casting import Story, keeper


def test_a_property_is_called_by_its_label() -> None:
    """One that the schema does not have is called by its name."""
    assert label_of("Custody", "suspectedReason") == "Reason suspected by others"
    assert label_of("Person", "unheardOf") == "unheardOf"


@pytest.mark.django_db
def test_only_what_was_accepted_is_weighed() -> None:
    """What is proposed stands beside it and adds no witness."""
    accepted = Story("Serik got 10 years, his brother Marat said.")
    proposed = Story("Serik got 12 years, his aunt Sholpan said.")
    custody = accepted.held(accepted.person("Serik Almasuly"), voice=("Marat",), sentence="P10Y")
    other = proposed.held(proposed.person("Serik Almasuly"), voice=("Sholpan",), sentence="P12Y")
    entities = [accepted.accept().entity(custody).pk, proposed.propose().entity(other).pk]
    told = about(viewer=keeper(), entities=entities)

    (one,) = known("x", [passage for group in told.values() for passage in group], schema="Custody")

    assert one.property == "Custody.sentence"
    assert one.finding is not None
    assert not one.finding.disputed
    assert [(value.value, value.grade) for value in one.finding.values] == [("P10Y", Grade.SINGLE_WITNESS)]
    assert [proposal.value for proposal in one.proposals] == ["P12Y"]


@pytest.mark.django_db
def test_a_copied_report_adds_no_witness_and_an_official_paper_is_a_record() -> None:
    """Ten papers with one text are one story; a verdict documents."""
    text = " ".join(f"Sentence {place} of the report on Serik Almasuly, as Marat told it." for place in range(60))
    ids = []
    for number, publisher in enumerate(("One", "Two", "Three")):
        told = Told(publisher=publisher, language="en", published="2024-02-10")
        story = Story(f"{text} {publisher} {number}.", told=told)
        custody = story.held(story.person("Serik Almasuly"), voice=("Marat",), sentence="P10Y")
        ids.append(story.accept().entity(custody).pk)
    passages = [one for group in about(viewer=keeper(), entities=ids).values() for one in group]

    (copied,) = known("x", passages, schema="Custody")
    assert len({one.story for one in passages}) == 1
    assert copied.finding is not None
    assert copied.finding.values[0].grade == Grade.SINGLE_WITNESS

    verdict = Story("Verdict: Serik Almasuly, 10 years.", told=Told(publisher="Court", language="en", official=True))
    custody = verdict.held(verdict.person("Serik Almasuly"), sentence="P10Y")
    ids.append(verdict.accept().entity(custody).pk)
    passages = [one for group in about(viewer=keeper(), entities=ids).values() for one in group]
    (documented,) = known("x", passages, schema="Custody")
    assert documented.finding is not None
    assert documented.finding.values[0].grade == Grade.DOCUMENTED


@pytest.mark.django_db
def test_a_denial_stands_beside_what_it_denies() -> None:
    """Who denies is said."""
    story = Story("Serik is in prison, Marat said. The ministry denies it.")
    serik = story.person("Serik Almasuly")
    custody = story.held(serik, voice=("Marat",), state="prison")
    story.say(custody, "state", "prison", voice=("the ministry",), stance=Stance.DENIES)
    story.accept()
    told = about(viewer=keeper(), entities=[story.entity(custody).pk])

    (one,) = known("x", told[story.entity(custody).pk], schema="Custody")

    assert one.finding is not None
    assert one.finding.disputed
    assert [denial.voice for denial in one.finding.values[0].denies] == [("The Steppe Post", "the ministry")]
