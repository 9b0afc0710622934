"""The page of a judgement."""

from collections.abc import Callable

from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.people import actions
from kualik.cases.people.models import Judgement, Mention, Verdict
from tests.web.house import NOW, House


def judged(house: House, verdict: Verdict = Verdict.POSITIVE) -> Judgement:
    """Judge the two people of the house."""
    left, right = Mention.objects.order_by("origin__number")
    return actions.judge(by=house.keeper, at=NOW, left=left, right=right, verdict=verdict, why="the same paper")


def test_it_says_what_will_be_apart_and_then_parts_it(house: House, as_: Callable[[Role], Client]) -> None:
    """Two numbers, the reason that was given, and a form."""
    made, client = judged(house), as_(Role.EDITOR)

    page = client.get(f"/judgements/{made.pk}/").content.decode()
    assert "What will be apart" in page
    assert page.count("K-00000") >= 2
    assert "the same paper" in page

    client.post(f"/judgements/{made.pk}/undo/", {"why": "two papers", "next": "/people/K-000001/"})
    made.refresh_from_db()
    assert made.undone_why == "two papers"
    assert "two papers" in client.get(f"/judgements/{made.pk}/").content.decode()


def test_one_that_joins_nobody_says_so(house: House, as_: Callable[[Role], Client]) -> None:
    """No empty boxes."""
    made = judged(house, Verdict.NEGATIVE)

    assert "Nobody is joined or parted" in as_(Role.EDITOR).get(f"/judgements/{made.pk}/").content.decode()


def test_a_reader_does_not_come_here(house: House, as_: Callable[[Role], Client]) -> None:
    """Whoever may not judge may not take back."""
    assert as_(Role.READER).get(f"/judgements/{judged(house).pk}/").status_code == 403


def test_the_case_leads_to_it(house: House, as_: Callable[[Role], Client]) -> None:
    """Undo begins with a look at what it does."""
    made = judged(house)

    assert f"/judgements/{made.pk}/" in as_(Role.EDITOR).get("/people/K-000001/").content.decode()
