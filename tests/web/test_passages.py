"""Every passage of a case, in stretches or sieved."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from kualik.cases.accounts.models import Role
from kualik.cases.findings import queries
from kualik.web.paging import SIZE
from kualik.web.passages import Passages, chosen
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def asked(query: str = "", claims: int = 3) -> Passages:
    """Ask for passages of somebody of whom so many ages are told."""
    story = Story("Erlan was seen again and again.")
    erlan = story.person("Erlan")
    for age in range(claims):
        story.say(erlan, "age", str(age))
    story.propose()
    case = queries.case(viewer=keeper(), person=story.who("e1"))
    return chosen(RequestFactory().get(f"/{query}"), case.passages)


def test_without_a_question_all_are_there_with_their_counts() -> None:
    """Each choice says how many there are."""
    found = asked()

    assert len(found.rows) == 4
    assert [(value, count) for value, _word, count in found.properties] == [("Person.age", 3), ("Person.name", 1)]
    assert [(value, count) for value, _word, count in found.statuses] == [("proposed", 4)]


def test_one_property_is_picked_and_its_count_agrees() -> None:
    """The same number as in the choice."""
    found = asked("?property=Person.age&status=proposed")

    assert {one.property for one in found.rows} == {"age"}
    assert found.page.total == 3
    assert found.page.query == "property=Person.age&status=proposed&"


def test_nonsense_is_left_aside() -> None:
    """An old address still shows the case."""
    assert asked("?property=Person.shoe&status=perhaps&offset=x").page.total == 4


def test_many_come_in_stretches() -> None:
    """A person of thousands of claims opens all the same."""
    found = asked("?offset=50", claims=70)

    assert (len(found.rows), found.page.first, found.page.total) == (71 - SIZE, SIZE + 1, 71)


@pytest.mark.usefixtures("house")
def test_the_page_offers_the_choices(as_: Callable[[Role], Client]) -> None:
    """As a plain form, which needs no script."""
    page = as_(Role.READER).get("/people/K-000002/?property=Custody.sentence").content.decode()

    assert '<option value="Custody.sentence" selected>' in page
    assert "12 years in prison" in page
