"""The ledger's page."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.web import ledger
from tests.web.house import TEXT, House

Asks = Callable[[int], AbstractContextManager[None]]


def shown(client: Client, address: str) -> list[Entry]:
    """The entries of a page."""
    return [deed.entry for deed in client.get(address).context["deeds"]]


def test_the_newest_stands_first(as_: Callable[[Role], Client]) -> None:
    """Every entry is there."""
    entries = shown(as_(Role.ADMINISTRATOR), "/ledger/")

    assert [entry.seq for entry in entries] == list(range(Entry.objects.count(), 0, -1))


@pytest.mark.parametrize(
    ("asked", "kinds"), [("kind=source:", {"source:added", "source:read"}), ("kind=nothing", set())]
)
def test_it_is_filtered_by_what_was_done(as_: Callable[[Role], Client], asked: str, kinds: set[str]) -> None:
    """By the noun of the deed."""
    entries = shown(as_(Role.ADMINISTRATOR), f"/ledger/?{asked}")

    assert {entry.kind for entry in entries} <= kinds
    assert bool(entries) is bool(kinds)


def test_it_is_filtered_by_who_did_it(as_: Callable[[Role], Client]) -> None:
    """Everything so far was the keeper's doing."""
    client = as_(Role.ADMINISTRATOR)

    assert shown(client, "/ledger/?actor=reader") == []
    assert len(shown(client, "/ledger/?actor=keeper")) == Entry.objects.count()


def test_it_is_filtered_by_what_it_is_about(as_: Callable[[Role], Client], house: House) -> None:
    """Everything that was done to one thing, with the way to its page."""
    client = as_(Role.ADMINISTRATOR)
    about = f"document:{house.document.pk}"

    page = client.get("/ledger/", {"about": about})

    assert {deed.entry.about for deed in page.context["deeds"]} == {about}
    assert page.context["thing"].address == f"/documents/{house.document.pk}/"


def test_it_is_filtered_by_day(as_: Callable[[Role], Client]) -> None:
    """By the day in UTC on which it was done."""
    client = as_(Role.ADMINISTRATOR)
    first = Entry.objects.earliest("seq").at.date()

    found = shown(client, f"/ledger/?day={first}")

    assert [entry.seq for entry in found] == [
        entry.seq for entry in Entry.objects.order_by("-seq") if entry.at.date() == first
    ]
    assert shown(client, "/ledger/?day=1999-01-01") == []


def test_a_page_further_keeps_what_was_asked_for(
    as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The link names every filter."""
    monkeypatch.setattr(ledger, "SIZE", 1)

    page = as_(Role.ADMINISTRATOR).get("/ledger/?kind=source:&actor=keeper").content.decode()

    assert "?kind=source%3A&amp;actor=keeper&amp;before=" in page


def test_its_questions_stay_few(as_: Callable[[Role], Client], django_assert_max_num_queries: Asks) -> None:
    """However many entries there are."""
    client = as_(Role.ADMINISTRATOR)
    with django_assert_max_num_queries(15):
        client.get("/ledger/")


def test_older_entries_are_a_page_away(as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    """None is shown twice, none left out."""
    monkeypatch.setattr(ledger, "SIZE", 4)
    client = as_(Role.ADMINISTRATOR)
    first = client.get("/ledger/")

    second = client.get(f"/ledger/?before={first.context['older']}")

    seen = [deed.entry.seq for page in (first, second) for deed in page.context["deeds"]]
    assert seen == list(range(Entry.objects.count(), Entry.objects.count() - 8, -1))


def test_the_chain_is_checked(as_: Callable[[Role], Client]) -> None:
    """On request only: it reads every entry."""
    client = as_(Role.ADMINISTRATOR)
    assert "are whole and in order" in client.get("/ledger/?check=1").content.decode()
    assert client.get("/ledger/").context["problems"] is None


def test_it_names_nobody_and_quotes_nothing(as_: Callable[[Role], Client]) -> None:
    """Ids and commitments alone, so that it can outlive an erasure."""
    page = as_(Role.ADMINISTRATOR).get("/ledger/").content.decode()

    assert "Saltanat" not in page
    assert TEXT[:20] not in page


@pytest.mark.parametrize("before", ["x", "-1", "٣٣", "", "9" * 40])
def test_an_address_typed_by_hand_breaks_nothing(as_: Callable[[Role], Client], before: str) -> None:
    """It shows a page all the same."""
    assert as_(Role.ADMINISTRATOR).get("/ledger/", {"before": before}).status_code == 200


@pytest.mark.parametrize("day", ["x", "2026-02-31", "0001-01-01", "9999-12-31", ""])
def test_a_day_typed_by_hand_breaks_nothing(as_: Callable[[Role], Client], day: str) -> None:
    """It shows a page all the same."""
    assert as_(Role.ADMINISTRATOR).get("/ledger/", {"day": day}).status_code == 200
