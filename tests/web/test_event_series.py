"""A series has its page, and an event is put into it or parted by a deed that can be taken back."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.writing import NewEntity
from kualik.cases.findings.models import SeriesPlacing
from kualik.engine.facts import Schema
from tests.web.house import NOW, House


@pytest.fixture
def picket(house: House) -> Callable[[str], str]:
    """A function that adds a picket at the consulate on a date."""

    def added(date: str) -> str:
        place = house.claim("date")
        about: UUID | NewEntity = NewEntity(schema=Schema.PROTEST)
        for name, value in (("eventType", "picket"), ("date", date), ("target", "the consulate")):
            new = claims.add(
                by=house.keeper, at=NOW, document=house.document, entity=about, property=name, value=value,
                start=place.start, end=place.end,
            )  # fmt: skip
            about = new.entity_id
        return str(about)

    return added


def test_a_series_shows_its_days_and_the_time_of_which_nobody_tells(
    picket: Callable[[str], str], as_: Callable[[Role], Client]
) -> None:
    """From whichever of its events one comes."""
    since, day = picket("2021-02/.."), picket("2021-06-11")
    picket("2021-12-27")
    client = as_(Role.READER)

    answer = client.get(f"/events/{day}/series/")
    page = answer.content.decode()

    assert str(answer.context["row"].address) == since
    assert [one.date for one in answer.context["series"].rows] == ["2021-02/..", "2021-06-11", "2021-12-27"]
    assert "no document tells of it: 198 days" in page
    assert "does not mean that nothing happened" in page
    assert "Nobody has decided anything yet" in page
    assert f"/events/{since}/series/" in client.get(f"/events/{day}/").content.decode()


def test_an_event_without_a_series_leads_to_itself(picket: Callable[[str], str], as_: Callable[[Role], Client]) -> None:
    """There is nothing to show of a series of one."""
    alone = picket("2021-06-11")

    assert as_(Role.READER).get(f"/events/{alone}/series/")["Location"] == f"/events/{alone}/"


def test_an_editor_parts_an_event_and_takes_that_back(
    picket: Callable[[str], str], as_: Callable[[Role], Client]
) -> None:
    """The lists follow at once."""
    since, day = picket("2021-02/.."), picket("2021-06-11")
    client = as_(Role.EDITOR)

    page = client.post(f"/events/{day}/place/", {"series": "", "why": "another consulate"}, follow=True)
    assert "The event stands alone now." in page.content.decode()
    assert "another consulate" in page.content.decode()
    assert page.context["series"].anchor is None

    placing = SeriesPlacing.objects.get()
    client.post(f"/events/placings/{placing.pk}/undo/")
    assert str(client.get(f"/events/{day}/").context["series"].anchor.address) == since
    assert client.post(f"/events/placings/{placing.pk}/undo/").status_code == 409
    assert client.post(f"/events/placings/{uuid4()}/undo/").status_code == 404


def test_an_event_is_put_into_a_series_that_it_does_not_fit(
    picket: Callable[[str], str], as_: Callable[[Role], Client]
) -> None:
    """The page offers the series there are; what is none is refused, and nothing changes."""
    since, stray = picket("2021-02/.."), picket("2019-01-01")
    client = as_(Role.EDITOR)

    offered = client.get(f"/events/{stray}/place/").context["choices"]
    page = client.post(f"/events/{stray}/place/", {"series": since}, follow=True)
    refused = client.post(f"/events/{stray}/place/", {"series": "nonsense"}, follow=True)

    assert [str(one.address) for one in offered] == [since]
    assert "The event belongs to this series now." in page.content.decode()
    assert "Choose a series from the list" in refused.content.decode()
    assert SeriesPlacing.objects.count() == 1
    assert "Put into this series" in client.get(f"/events/{since}/series/").content.decode()


def test_nobody_but_an_editor_decides(picket: Callable[[str], str], as_: Callable[[Role], Client]) -> None:
    """A reader is refused."""
    day = picket("2021-06-11")

    assert as_(Role.READER).post(f"/events/{day}/place/", {"series": ""}).status_code == 403
