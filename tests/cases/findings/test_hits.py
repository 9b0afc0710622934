"""Facets count the very hits that are shown, and nothing is found or counted that the viewer may not see."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.findings.asking import Kind, Search
from kualik.cases.findings.following import keep_up
from kualik.cases.findings.hits import Facet, Hits, hits
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper, later, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories() -> list[Story]:
    """Three documents of two languages, one of them sealed, with people, custody and a protest."""
    made = []
    for text, language, level in (
        ("The camp at Shonzhy holds Bolat Omar.", "en", Sensitivity.INTERNAL),
        ("Болат Омар лагерьде отыр, camp деді.", "kk", Sensitivity.INTERNAL),
        ("A sealed camp.", "en", Sensitivity.SEALED),
    ):
        story = Story(text, told=Told(publisher="Post", published="2018-05", language=language, level=level))
        story.held(story.person("Bolat Omar"), facility="camp of Shonzhy", state="camp")
        protest = story.thing(Schema.PROTEST)
        story.say(protest, "eventType", "picket")
        story.say(protest, "place", "the camp gate")
        made.append(story.propose())
    keep_up(steps=100)
    return made


def found(kind: Kind, words: str = "camp", role: Role | None = None, **narrowed: str) -> Hits:
    """Look for words."""
    viewer = worker(role.value, role) if role else keeper()
    return hits(viewer=viewer, search=Search(words=words, kind=kind, narrowed=tuple(narrowed.items())), kind=kind)


def facet(found: Hits, name: str) -> Facet:
    """Give one facet of what was found."""
    return next(one for one in found.facets if one.name == name)


@pytest.mark.usefixtures("stories")
@pytest.mark.parametrize("kind", list(Kind))
def test_each_value_of_each_facet_finds_as_many_as_it_says(kind: Kind) -> None:
    """For every kind: the counts agree with the results."""
    whole = found(kind)
    assert whole.total
    for one in whole.facets:
        for value, count in one.values:
            assert found(kind, role=None, **{one.name: value}).total == count, (one.name, value)


@pytest.mark.usefixtures("stories")
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_sealed_is_counted_for_a_reader(kind: Kind) -> None:
    """Not by a number either."""
    every, seen = found(kind), found(kind, role=Role.READER)

    assert set(seen.ids) <= set(every.ids)
    if kind in {Kind.DOCUMENTS, Kind.CLAIMS}:
        of_all, of_seen = (dict(facet(one, "language").values) for one in (every, seen))
        assert seen.total < every.total
        assert of_seen == {"en": of_all["en"] // 2, "kk": of_all["kk"]}


def test_a_word_that_must_not_be_is_looked_for_in_the_whole_document(stories: list[Story]) -> None:
    """However far it is from the word that is wanted."""
    long = Story("camp " + "filler " * 1500 + "school").propose()

    assert long.document.pk in found(Kind.DOCUMENTS).ids
    assert long.document.pk not in found(Kind.DOCUMENTS, "camp -school").ids
    assert stories[0].document.pk in found(Kind.DOCUMENTS, "camp -school").ids


@pytest.mark.usefixtures("stories")
def test_a_decision_shows_in_the_facet_at_once() -> None:
    """And a rejected claim is still found, as rejected."""
    ids = found(Kind.CLAIMS).ids[:1]
    claims.reject(by=keeper(), at=later(2), claims=ids)

    assert dict(facet(found(Kind.CLAIMS), "status").values)["rejected"] == 1
    assert found(Kind.CLAIMS, status="rejected").ids == tuple(ids)


@pytest.mark.usefixtures("stories")
def test_a_person_is_found_by_number_by_name_and_by_what_is_said_of_their_custody() -> None:
    """Each says why."""
    by_number, by_name, by_custody = (found(Kind.PEOPLE, words) for words in ("K-1", "Болат Омар", "shonzhy"))

    assert by_number.total == 1
    assert set(by_number.ids) <= set(by_name.ids)
    assert by_custody.ids
    assert by_custody.why[by_custody.ids[0]][0].a == "Bolat Omar"


@pytest.mark.usefixtures("stories")
@pytest.mark.parametrize("kind", list(Kind))
def test_signs_alone_find_nothing(kind: Kind) -> None:
    """A question without words is no question."""
    assert found(kind, "?!").total == 0
