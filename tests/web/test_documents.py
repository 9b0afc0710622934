"""Documents: the list, with what waits and what was refused."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import Sensitivity
from tests.web.house import NOW, House, keep


def test_the_list_says_what_is_left_to_review(house: House, as_: Callable[[Role], Client]) -> None:
    """Per document; decided ones leave the list of those with claims to review."""
    client = as_(Role.EDITOR)
    (row,) = client.get("/documents/?show=review").context["rows"]
    assert (row.proposed, row.accepted) == (len(house.claims), 0)

    claims.accept(by=house.keeper, at=NOW, claims=[claim.pk for claim in house.claims])

    assert "No claim waits" in client.get("/documents/?show=review").content.decode()
    assert client.get("/documents/").context["rows"][0].accepted == len(house.claims)


def test_what_waits_and_what_was_refused_is_listed(house: House, as_: Callable[[Role], Client]) -> None:
    """With the reason why."""
    sources.add(by=house.keeper, at=NOW, content=b"x", name="broken.pdf")
    client = as_(Role.READER)
    assert "broken.pdf" in client.get("/documents/?show=waiting").content.decode()

    leased = sources.lease(worker="w", at=NOW, seconds=60)
    assert leased is not None
    sources.refuse(by=house.keeper, at=NOW, source=leased, worker="w", reason="damaged", detail="Ask for another copy")

    page = client.get("/documents/?show=refused").content.decode()
    assert "broken.pdf" in page
    assert "Ask for another copy" in page


def test_nobody_sees_a_row_they_may_not_know_of(house: House, as_: Callable[[Role], Client]) -> None:
    """Neither in the list nor in its count."""
    keep(by=house.keeper, text="Sealed words", level=Sensitivity.SEALED)

    assert as_(Role.EDITOR).get("/documents/").context["page"].total == 1
    assert as_(Role.CUSTODIAN).get("/documents/").context["page"].total == 2


def test_a_list_that_is_not_there_is_the_whole_list(as_: Callable[[Role], Client]) -> None:
    """An address typed by hand breaks nothing."""
    assert as_(Role.READER).get("/documents/?show=nonsense&offset=x").context["show"] == "all"


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("order", ["waiting", "read", "published"])
def test_the_list_takes_few_queries_whatever_it_holds(
    house: House,
    as_: Callable[[Role], Client],
    django_assert_max_num_queries: Callable[[int], object],
    count: int,
    order: str,
) -> None:
    """None for each row."""
    for number in range(count):
        keep(by=house.keeper, text=f"Report {number}")
    client = as_(Role.EDITOR)
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]  # pytest-django's own type is private
        answer = client.get("/documents/", {"order": order})
    assert answer.context["page"].total == count + 1


def test_the_list_begins_with_what_there_is_most_to_do_in(house: House, as_: Callable[[Role], Client]) -> None:
    """Whatever was read later comes after it."""
    later = keep(by=house.keeper, text="Nothing of note.")
    client = as_(Role.READER)

    assert [row.document for row in client.get("/documents/").context["rows"]] == [house.document, later]


def test_the_list_is_narrowed_by_publisher_and_language(house: House, as_: Callable[[Role], Client]) -> None:
    """And says so where nothing is left; what is no language narrows nothing."""
    client = as_(Role.READER)

    assert client.get("/documents/?publisher=steppe").context["page"].total == 1
    answer = client.get("/documents/?publisher=nobody&language=ru")
    assert "No document of that publisher" in answer.content.decode()
    assert client.get("/documents/?language=tlh").context["page"].total == len([house.document])


def test_an_earlier_reading_is_said_to_be_one(house: House, as_: Callable[[Role], Client]) -> None:
    """A transcript takes its place, and it stays."""
    client = as_(Role.CONTRIBUTOR)
    client.post(f"/sources/{house.document.source_id}/transcript/", {"text": "Written anew.", "language": "en"})

    replaced = {row.document.version: row.replaced for row in client.get("/documents/").context["rows"]}
    assert replaced == {1: True, 2: False}
