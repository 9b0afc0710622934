"""Persons as lists show them."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.people.actions import judge
from kualik.cases.people.models import Verdict
from kualik.cases.people.rows import language_of, rows, seen
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, worker


@pytest.mark.parametrize(
    ("script", "document", "tag"),
    [
        ("Latn", "en", "en"),
        ("Cyrl", "kk", "kk-Cyrl"),
        ("Arab", "kk-Arab", "kk-Arab"),
        ("Cyrl", "en", "und-Cyrl"),
        ("Hani", "zh-Hans", "zh"),
        ("Latn", "und", "und-Latn"),
    ],
)
def test_a_name_is_tagged_by_its_document_where_that_can_be(script: str, document: str, tag: str) -> None:
    """A Cyrillic name in an English report is not English."""
    assert language_of(script, document) == tag


@pytest.mark.django_db
def test_a_row_gathers_all_spellings_of_one_person() -> None:
    """Each with its script and its documents; the accepted one is what the person is called."""
    first = Story("Serik Almasuly was held in prison.")
    one = first.person("Serik Almasuly")
    first.held(one, state="prison")
    first.propose()
    second = Story("Серік Алмасұлы түрмеде.", told=Told(publisher="Дала", language="kk"))
    other = second.person("Серік Алмасұлы")
    second.accept()
    judge(by=keeper(), at=NOW, left=first.mention(one), right=second.mention(other), verdict=Verdict.POSITIVE)

    (row,) = rows(viewer=keeper(), persons=[first.who(one)])

    assert [(form.value, form.language, form.accepted) for form in row.names] == [
        ("Серік Алмасұлы", "kk-Cyrl", True),
        ("Serik Almasuly", "en", False),
    ]
    assert (row.label, row.described, row.documents) == ("Серік Алмасұлы", False, 2)
    assert (row.status, row.custody[0].accepted) == ("prison", False)
    assert row.proposals == 1  # the name in the first document


@pytest.mark.django_db
def test_one_without_a_name_is_called_by_a_description() -> None:
    """And that is said."""
    story = Story("Her son is held, Gulnur said.")
    son = story.person(description="son of Gulnur")
    story.held(son, state="camp")
    story.propose()

    (row,) = rows(viewer=keeper(), persons=[story.who(son)])

    assert (row.label, row.described) == ("son of Gulnur", True)


@pytest.mark.django_db
def test_what_a_viewer_may_not_see_is_not_counted() -> None:
    """A sealed document adds no name, no line and no number to what a reader sees."""
    told = Told(publisher="P", language="en", level=Sensitivity.SEALED)
    story = Story("Serik Almasuly was seen.", told=told)
    one = story.person("Serik Almasuly")
    person = story.propose().who(one)
    reader = worker("reader", Role.READER)

    assert rows(viewer=reader, persons=[person]) == []
    assert seen(viewer=reader, persons=[person]) == {}
    assert len(rows(viewer=keeper(), persons=[person])) == 1


@pytest.mark.django_db
def test_a_status_gives_every_sentence_that_documents_differ_on() -> None:
    """Two reports on one man, ten years and twelve."""
    stories = []
    for sentence in ("P10Y", "P12Y"):
        story = Story(f"Serik Almasuly was sentenced to {sentence}.")
        story.held(story.person("Serik Almasuly"), state="prison", sentence=sentence)
        stories.append(story.accept())
    first, second = (story.mention("e1") for story in stories)
    judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.POSITIVE)

    (row,) = rows(viewer=keeper(), persons=[stories[0].who("e1")])

    assert row.status == "prison, 10 or 12 years (disputed)"
