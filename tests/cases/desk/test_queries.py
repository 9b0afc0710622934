"""What came since somebody looked is counted, for all their searches in one question, and only what they may see."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kualik.cases.accounts.models import Role
from kualik.cases.desk import actions, queries
from kualik.cases.desk.errors import NoSuchThing
from kualik.cases.findings.asking import Search
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db


def news(viewer: object = None) -> dict[str, int]:
    """Say how many new documents each saved search finds."""
    return {one.saved.name: one.new for one in queries.searches(viewer=viewer or keeper())}  # type: ignore[arg-type]  # an account


def test_documents_that_came_since_are_new_until_somebody_looks() -> None:
    """Older ones are not, nor those that the search does not find."""
    Story("An old camp.").propose()
    saved = actions.save_search(by=keeper(), at=later(1), name="Camps", search=Search(words="camp"))
    actions.save_search(by=keeper(), at=later(1), name="Schools", search=Search(words="school"))
    assert news() == {"Camps": 0, "Schools": 0}

    Story("A new camp.").propose(at=later(2))
    assert news() == {"Camps": 1, "Schools": 0}

    actions.look(by=keeper(), at=later(3), saved=saved)
    assert news() == {"Camps": 0, "Schools": 0}


def test_nothing_is_counted_that_its_owner_may_not_see() -> None:
    """A sealed document is no news for a reader."""
    reader = worker("reader", Role.READER)
    actions.save_search(by=reader, at=NOW, name="Camps", search=Search(words="camp"))
    Story("A sealed camp.", told=Told(publisher="P", language="en", level=Sensitivity.SEALED)).propose(at=later(1))

    assert news(reader) == {"Camps": 0}


def test_many_searches_ask_no_more_questions_than_one() -> None:
    """The list, the roles, and one question for what is new."""
    for number in range(8):
        actions.save_search(by=keeper(), at=NOW, name=f"Search {number}", search=Search(words="camp"))
    viewer = keeper()
    with CaptureQueriesContext(connection) as asked:
        assert len(queries.searches(viewer=viewer)) == 8

    assert len([one for one in asked if "grant" not in one["sql"]]) == 2


def test_what_is_not_there_is_said_so() -> None:
    """A search or a deed of no such id."""
    with pytest.raises(NoSuchThing):
        queries.saved(viewer=keeper(), id=uuid4())
    with pytest.raises(NoSuchThing):
        queries.bulk(viewer=keeper(), id=uuid4())
