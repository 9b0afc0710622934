"""The custody of one person, stretch by stretch."""

import pytest

from kualik.cases.findings.episodes import episodes, first_value
from kualik.cases.findings.gathering import about
from kualik.engine.weighing import Grade
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def test_two_documents_on_one_stretch_dispute_its_sentence() -> None:
    """Ten years and twelve years are side by side, not two prisons."""
    custodies = []
    for publisher, sentence in (("Marat", "P10Y"), ("Sholpan", "P12Y")):
        story = Story(f"Serik got {sentence}, {publisher} said.")
        custody = story.held(story.person("Serik Almasuly"), voice=(publisher,), state="prison", sentence=sentence)
        custodies.append(story.accept().entity(custody).pk)

    (one,) = episodes(subject="x", told=about(viewer=keeper(), entities=custodies), chosen={})

    (length,) = [known for known in one.known if known.property == "Custody.sentence"]
    assert length.finding is not None
    assert length.finding.disputed
    assert {value.value for value in length.finding.values} == {"P10Y", "P12Y"}
    (state,) = [known for known in one.known if known.property == "Custody.state"]
    assert state.finding is not None
    assert state.finding.values[0].grade == Grade.CORROBORATED
    assert set(one.voices) == {("The Steppe Post", "Marat"), ("The Steppe Post", "Sholpan")}


def test_a_sequence_is_no_dispute_and_accepted_stretches_come_first() -> None:
    """Camp, then prison; what is only proposed is listed after."""
    accepted = Story("Serik was in a camp from 2017 and in prison from 2019.")
    serik = accepted.person("Serik Almasuly")
    ids = [
        accepted.held(serik, state="prison", startDate="2019"),
        accepted.held(serik, state="camp", startDate="2017"),
    ]
    proposed = Story("Serik is under house arrest since 2016.")
    other = proposed.held(proposed.person("Serik Almasuly"), state="house arrest", startDate="2016")
    custodies = [accepted.accept().entity(one).pk for one in ids[:1]]
    custodies += [accepted.entity(ids[1]).pk, proposed.propose().entity(other).pk]

    found = episodes(subject="x", told=about(viewer=keeper(), entities=custodies), chosen={})

    assert [(one.line.state, one.accepted) for one in found] == [
        ("camp", True),
        ("prison", True),
        ("house arrest", False),
    ]
    assert not any(known.finding and known.finding.disputed for one in found for known in one.known)


def test_of_several_values_an_accepted_one_is_first() -> None:
    """That is what a line of a list shows; without any it is empty."""
    said = [("state", "camp", False), ("sentence", "P1Y", True), ("state", "prison", True)]

    assert first_value(said, "state") == "prison"
    assert first_value(said, "place") == ""
