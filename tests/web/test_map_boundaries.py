"""Boundaries on the map and the page on which they are looked after."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.places.models import Boundaries
from tests.cases.places.test_actions import FILE

SignIn = Callable[[Role], Client]


def told(content: bytes = FILE, **changed: str) -> dict[str, object]:
    """What the form is filled in with."""
    words = {"title": "Steppes", "licence": "Fictional, public domain", "code": "id", "name": "title"}
    return words | changed | {"file": SimpleUploadedFile("steppes.geojson", content)}


def test_an_administrator_adds_boundaries_and_their_licence_stands_under_the_map(as_: SignIn) -> None:
    """Removed and put back they go and come."""
    client, reader = as_(Role.ADMINISTRATOR), as_(Role.READER)

    assert client.post("/map/boundaries/", told()).status_code == 302
    made = Boundaries.objects.get()
    assert "Fictional, public domain" in reader.get("/map/").content.decode()
    assert 'class="boundary"' in reader.get("/map/?view=xj").content.decode()

    client.post(f"/map/boundaries/{made.pk}/")
    assert "Fictional, public domain" not in reader.get("/map/").content.decode()
    assert "off the map" in client.get("/map/boundaries/").content.decode()

    client.post(f"/map/boundaries/{made.pk}/")
    assert "Fictional, public domain" in reader.get("/map/").content.decode()


def test_a_bad_file_is_refused_beside_its_field_and_nothing_typed_is_lost(as_: SignIn) -> None:
    """What is wrong, at which feature, what the file has."""
    answer = as_(Role.ADMINISTRATOR).post("/map/boundaries/", told(code="shapeID"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "the feature has: id, title" in page
    assert 'value="Steppes"' in page
    assert not Boundaries.objects.exists()


def test_nobody_else_may_look_after_boundaries(as_: SignIn) -> None:
    """An editor is told so."""
    assert as_(Role.EDITOR).get("/map/boundaries/").status_code == 403
