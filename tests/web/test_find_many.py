"""What is done to many is shown before, done once, and undone as a whole."""

from collections.abc import Callable

from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.desk.models import Bulk, Membership
from tests.web.house import House

As = Callable[..., Client]


def ids_in(page: str) -> str:
    """Read which were chosen out of the page that shows what would change."""
    return page.partition('name="ids" value="')[2].partition('"')[0]


def test_all_that_is_found_goes_into_a_collection_and_out_again(as_: As) -> None:
    """Nothing changes before it was shown."""
    client = as_(Role.CONTRIBUTOR)
    asked = {"words": "saltanat", "kind": "people", "title": "Pickets", "how": "append"}
    shown = client.post("/find/many/", {**asked, "all": "all"}).content.decode()
    assert "Saltanat Nurbek" in shown
    assert not Membership.objects.exists()

    done = client.post("/find/many/do/", {**asked, "ids": ids_in(shown)}, follow=True).content.decode()
    assert Membership.objects.filter(ended_at=None).count() == 1
    assert "Undo all of it" in done
    client.post(f"/find/many/{Bulk.objects.get().pk}/undo/")
    assert not Membership.objects.filter(ended_at=None).exists()


def test_ticked_claims_are_accepted_by_an_editor(house: House, as_: As) -> None:
    """Only those that were ticked."""
    one = house.claim("sentence")
    asked = {"words": "erlan", "kind": "claims", "became": "accepted"}
    shown = as_(Role.EDITOR).post("/find/many/", {**asked, "one": str(one.pk)}).content.decode()
    assert ids_in(shown) == str(one.pk)

    as_(Role.EDITOR).post("/find/many/do/", {**asked, "ids": ids_in(shown)})
    assert list(Claim.objects.filter(status="accepted")) == [one]


def test_nothing_ticked_changes_nothing(as_: As) -> None:
    """And it is said so."""
    page = as_(Role.EDITOR).post("/find/many/", {"words": "erlan", "kind": "claims", "became": "accepted"}, follow=True)

    assert "Tick at least one row" in page.content.decode()
    assert not Bulk.objects.exists()


def test_the_sensitivity_of_documents_is_changed(house: House, as_: As) -> None:
    """Shown from what to what."""
    asked = {"words": "consulate", "kind": "documents", "level": "restricted"}
    shown = as_(Role.EDITOR).post("/find/many/", {**asked, "all": "all"}).content.decode()
    assert "Internal" in shown

    as_(Role.EDITOR).post("/find/many/do/", {**asked, "ids": ids_in(shown)})
    house.document.source.refresh_from_db()
    assert house.document.source.level == "restricted"
