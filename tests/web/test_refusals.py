"""Expected errors as pages."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.documents.errors import NoSuchDocument
from kualik.cases.ledger.models import Entry
from kualik.cases.sources.models import Sensitivity
from kualik.web import refusals
from tests.web.house import House, keep


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotAllowed(who="Reader", deed="read this", roles=["editor"]), 403),
        (NoSuchDocument(document="d"), 404),
        (CasebookError("somebody was faster"), 409),
    ],
)
def test_each_kind_has_its_status(error: CasebookError, status: int) -> None:
    """Not there, not allowed, not possible as things stand."""
    assert refusals.status_of(error) == status


def test_what_one_may_not_see_looks_like_what_is_not_there(house: House, as_: Callable[[Role], Client]) -> None:
    """The two answers are the same to the letter, but for the token of the form."""
    secret = keep(by=house.keeper, text="Sealed words", level=Sensitivity.SEALED)
    client = as_(Role.EDITOR)

    hidden = client.get(f"/documents/{secret.pk}/")
    absent = client.get("/documents/00000000-0000-0000-0000-000000000000/")

    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.templates[0].name == absent.templates[0].name == "errors/not_found.html"
    assert "Sealed" not in hidden.content.decode()


def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the deed of the next accept refused."""

    def refuse(**_: object) -> None:
        raise CasebookError("somebody was faster")

    monkeypatch.setattr("kualik.web.claims.actions.accept", refuse)


def test_a_refusal_says_what_happened_and_changes_nothing(
    house: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of its own; no entry is left by the attempt."""
    refused(monkeypatch)
    before = Entry.objects.count()

    answer = as_(Role.EDITOR).post(f"/claims/{house.claims[0].pk}/accept/")

    assert answer.status_code == 409
    assert "somebody was faster" in answer.content.decode()
    assert Entry.objects.count() == before


def test_htmx_gets_a_notice_instead_of_a_page(
    house: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands at the top of the page that is open already."""
    refused(monkeypatch)
    claim = house.claims[0]

    page = as_(Role.EDITOR).post(f"/claims/{claim.pk}/accept/", headers={"HX-Request": "true"}).content.decode()

    assert page.lstrip().startswith('<div class="notice bad">')
    assert "<html" not in page


def test_a_fault_of_ours_says_a_number_and_nothing_else(
    as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The number stands in the log; what went wrong stands only there."""

    def torn(_: HttpRequest) -> None:
        raise RuntimeError("Saltanat Nurbek")

    monkeypatch.setattr("kualik.web.home.viewer_of", torn)
    client = as_(Role.READER)
    client.raise_request_exception = False

    answer = client.get("/")

    assert answer.status_code == 500
    assert "Saltanat" not in answer.content.decode()
    number = answer.content.decode().split("<code>")[1].split("</code>")[0]
    assert f"error {number} at GET /" in caplog.text


def test_other_errors_are_left_alone(rf: RequestFactory) -> None:
    """A bug is no refusal."""
    middleware = refusals.RefusalsMiddleware(lambda _: pytest.fail("not asked"))

    assert middleware.process_exception(rf.get("/"), ValueError("x")) is None


@pytest.mark.django_db
def test_a_request_that_makes_no_sense_is_told_so(rf: RequestFactory) -> None:
    """With what to do."""
    answer = refusals.bad_request(rf.get("/"), ValueError("x"))

    assert answer.status_code == 400
    assert "load the page again" in answer.content.decode()
