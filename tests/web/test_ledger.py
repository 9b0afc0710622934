"""The ledger's page."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.web import ledger
from tests.web.house import TEXT


def test_the_newest_stands_first(as_: Callable[[Role], Client]) -> None:
    """Every entry is there."""
    entries = as_(Role.ADMINISTRATOR).get("/ledger/").context["entries"]

    assert [entry.seq for entry in entries] == list(range(Entry.objects.count(), 0, -1))


@pytest.mark.parametrize(
    ("asked", "kinds"), [("kind=source:", {"source:added", "source:read"}), ("kind=nothing", set())]
)
def test_it_is_filtered_by_what_was_done(as_: Callable[[Role], Client], asked: str, kinds: set[str]) -> None:
    """By the noun of the deed."""
    entries = as_(Role.ADMINISTRATOR).get(f"/ledger/?{asked}").context["entries"]

    assert {entry.kind for entry in entries} <= kinds
    assert bool(entries) is bool(kinds)


def test_it_is_filtered_by_who_did_it(as_: Callable[[Role], Client]) -> None:
    """Everything so far was the keeper's doing."""
    client = as_(Role.ADMINISTRATOR)

    assert client.get("/ledger/?actor=reader").context["entries"] == []
    assert len(client.get("/ledger/?actor=keeper").context["entries"]) == Entry.objects.count()


def test_older_entries_are_a_page_away(as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    """None is shown twice, none left out."""
    monkeypatch.setattr(ledger, "SIZE", 4)
    client = as_(Role.ADMINISTRATOR)
    first = client.get("/ledger/")

    second = client.get(f"/ledger/?before={first.context['older']}")

    shown = [entry.seq for page in (first, second) for entry in page.context["entries"]]
    assert shown == list(range(Entry.objects.count(), Entry.objects.count() - 8, -1))


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


@pytest.mark.parametrize("before", ["x", "-1", "٣٣", ""])
def test_an_address_typed_by_hand_breaks_nothing(as_: Callable[[Role], Client], before: str) -> None:
    """It shows a page all the same."""
    assert as_(Role.ADMINISTRATOR).get("/ledger/", {"before": before}).status_code == 200
