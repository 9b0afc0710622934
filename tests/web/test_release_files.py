"""Taking an approved release out of the house."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.ledger.models import Entry
from kualik.cases.releases.models import Consent, Release
from tests.web.house import NOW, House, sign_in

SON = "K-000002"


@pytest.fixture
def approved(house: House) -> Release:
    """A release of the son for the public."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    client = sign_in(house.keeper)
    client.post(f"/people/{SON}/consents/", {"audience": "public", "given_by": "his mother", "given_on": "2024"})
    who = str(Consent.objects.get().person_id)
    client.post(
        "/releases/new/",
        {"title": "Spring", "audience": "public", "persons": [who], "properties": ["Person.name", "Custody.sentence"]},
    )
    release = Release.objects.get()
    sign_in(house.by_role[Role.PUBLISHER]).post(f"/releases/{release.pk}/approve/")
    return release


def taken(client: Client, release: Release, form: str) -> bytes:
    answer = client.post(f"/releases/{release.pk}/file/", {"form": form})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    content: bytes = answer.getvalue()
    return content


@pytest.mark.parametrize("form", ["csv", "ftm", "annotations", "site"])
def test_every_file_is_written_in_the_ledger(approved: Release, as_: Callable[[Role], Client], form: str) -> None:
    """Which form, under the digest of what was approved."""
    taken(as_(Role.PUBLISHER), approved, form)

    entry = Entry.objects.latest("seq")
    approved.refresh_from_db()
    assert (entry.kind, entry.details) == ("release:exported", {"form": form, "digest": approved.digest})


def test_a_spreadsheet_holds_what_is_released(approved: Release, as_: Callable[[Role], Client]) -> None:
    """As a table that any program opens."""
    content = taken(as_(Role.PUBLISHER), approved, "csv").decode("utf-8-sig")

    assert any("Erlan" in " ".join(row) for row in csv.reader(StringIO(content)))


def test_a_site_is_a_folder_of_pages(approved: Release, as_: Callable[[Role], Client]) -> None:
    """With its start page and how to check it."""
    with ZipFile(BytesIO(taken(as_(Role.PUBLISHER), approved, "site"))) as archive:
        names = archive.namelist()

    assert "index.html" in names
    assert any(name.startswith("README") for name in names)


def test_what_is_not_approved_leaves_in_no_form(approved: Release, as_: Callable[[Role], Client]) -> None:
    """Nor what was withdrawn, nor in a form that there is not; and nobody but a publisher takes it."""
    publisher = as_(Role.PUBLISHER)
    assert publisher.post(f"/releases/{approved.pk}/file/", {"form": "docx"}).status_code == 404
    assert as_(Role.READER).post(f"/releases/{approved.pk}/file/", {"form": "csv"}).status_code == 403
    publisher.post(f"/releases/{approved.pk}/withdraw/")

    assert publisher.post(f"/releases/{approved.pk}/file/", {"form": "csv"}).status_code == 409
    assert not Entry.objects.filter(kind="release:exported").exists()


def test_the_page_offers_them_to_publishers_alone(approved: Release, as_: Callable[[Role], Client]) -> None:
    """Each with a sentence what it is for."""
    address = f"/releases/{approved.pk}/"

    assert "Opens in Excel" in as_(Role.PUBLISHER).get(address).content.decode()
    assert as_(Role.READER).get(address).context["files"] == []
