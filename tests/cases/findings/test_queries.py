"""A case, an event, what waits: worked out from claims, as far as the viewer may see."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings import queries
from kualik.cases.findings.errors import NoSuchEvent
from kualik.cases.people.actions import judge, undo
from kualik.cases.people.errors import NoSuchPerson
from kualik.cases.people.models import Verdict
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db


def report(*, told: Told | None = None, text: str = "") -> Story:
    """Tell of Serik: held, his mother speaks, the ministry denies, there was a protest."""
    usual = "Serik Almasuly is in prison since 2018, said his mother Gulnur. The ministry denies it."
    story = Story(text or usual, told=told)
    serik, mother = story.person("Serik Almasuly"), story.person("Gulnur Serikbai", roles=("relative",))
    custody = story.held(serik, voice=("Gulnur Serikbai",), state="prison", startDate="2018")
    story.say(custody, "state", "prison", voice=("The ministry",), stance=Stance.DENIES)
    story.kin(mother, serik, "son")
    protest = story.thing(Schema.PROTEST)
    story.say(protest, "eventType", "protest")
    story.say(protest, "date", "2024-02-08")
    return story


def test_a_case_shows_everything_of_one_person() -> None:
    """Names, custody with its dispute, kin, who answers, events of who takes part, timeline, passages."""
    story = report().accept()

    serik = queries.case(viewer=keeper(), person=story.who("e1"))
    mother = queries.case(viewer=keeper(), person=story.who("e2"))

    assert [form.value for form in serik.names] == ["Serik Almasuly"]
    (episode,) = serik.episodes
    (state,) = [one for one in episode.known if one.property == "Custody.state"]
    assert state.finding is not None
    assert state.finding.disputed
    assert [(one.relation, one.label) for one in serik.kin] == [("parent", "Gulnur Serikbai")]
    assert [(one.relation, str(one.custody[0])) for one in mother.kin] == [("son", "prison, from 2018")]
    assert [one.voice[-1] for one in serik.beside] == ["The ministry"]
    assert [moment.date for moment in serik.timeline] == ["2018"]
    assert [row.type for row in mother.events] == ["protest"]
    assert [moment.date for moment in mother.timeline] == ["2024-02-08"]
    for passage in serik.passages:
        assert story.text[passage.start : passage.end] == passage.quote


def test_what_is_proposed_is_shown_and_never_weighed() -> None:
    """Until a person accepts it."""
    story = report().propose()

    shown = queries.case(viewer=keeper(), person=story.who("e1"))

    assert not any(one.finding for one in (*shown.known, *shown.episodes[0].known))
    assert not shown.episodes[0].accepted
    assert not any(one.accepted for one in shown.passages)


def test_a_merged_case_holds_both_and_is_as_before_after_the_undo() -> None:
    """Two documents' claims side by side; nothing of it is kept when the judgement goes."""
    first = report().accept()
    second = Story("Serik Almasov died in 2021, a guard said.", told=Told(publisher="Dala", language="en"))
    other = second.person("Serik Almasov")
    second.held(other, voice=("a guard",), state="died in custody", startDate="2021")
    second.accept()
    before = queries.case(viewer=keeper(), person=first.who("e1"))

    made = judge(by=keeper(), at=NOW, left=first.mention("e1"), right=second.mention(other), verdict=Verdict.POSITIVE)
    merged = queries.case(viewer=keeper(), person=first.who("e1"))
    assert {form.value for form in merged.names} == {"Serik Almasuly", "Serik Almasov"}
    assert [one.line.state for one in merged.episodes] == ["prison", "died in custody"]
    assert [str(one) for one in merged.merged] == [str(second.mention(other).origin)]
    assert merged.documents == 2

    undo(by=keeper(), at=NOW, judgement=made)
    after = queries.case(viewer=keeper(), person=first.who("e1"))
    assert (after.names, after.episodes, after.passages) == (before.names, before.episodes, before.passages)


def test_a_reader_sees_of_a_case_only_what_is_not_sealed() -> None:
    """The same person in an open and in a sealed report."""
    opened = report().accept()
    sealed = report(
        told=Told(publisher="Sealed Press", language="en", level=Sensitivity.SEALED), text="Serik Almasuly, again."
    ).accept()
    judge(by=keeper(), at=NOW, left=opened.mention("e1"), right=sealed.mention("e1"), verdict=Verdict.POSITIVE)
    reader = worker("reader", Role.READER)

    shown = queries.case(viewer=reader, person=opened.who("e1"))

    assert "Sealed Press" not in repr(shown)
    assert {one.document for one in shown.passages} == {opened.document.pk}
    with pytest.raises(NoSuchPerson):
        queries.case(viewer=reader, person=sealed.who("e2"))


def test_an_event_is_shown_unless_it_is_sealed() -> None:
    """A sealed one looks like none."""
    story = report(told=Told(publisher="P", language="en", level=Sensitivity.SEALED)).propose()
    protest = story.entity("e5").pk
    reader = worker("reader", Role.READER)

    assert queries.event(viewer=keeper(), entity=protest).row.date == "2024-02-08"
    for absent in (protest, uuid4(), story.entity("e1").pk):
        with pytest.raises(NoSuchEvent):
            queries.event(viewer=reader, entity=absent)


def test_values_that_can_be_chosen_are_those_accepted() -> None:
    """Of custody and of the person alike."""
    story = report().accept()
    person = story.who("e1")

    assert queries.accepted_values(viewer=keeper(), person=person, property_="Custody.startDate") == ("2018",)
    assert queries.accepted_values(viewer=keeper(), person=person, property_="Person.name") == ("Serik Almasuly",)
    assert queries.accepted_values(viewer=keeper(), person=person, property_="Person.age") == ()


def test_find_is_one_question_for_people_documents_and_passages() -> None:
    """Asked of the case folder, not of its parts."""
    report().propose()

    found = queries.find(viewer=keeper(), words="Almasuly")

    assert [row.label for row in found.people] == ["Serik Almasuly"]
    assert len(found.passages) == 1
