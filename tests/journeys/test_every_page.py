"""Every page as somebody sees it: in both directions of writing, light and dark, wide and narrow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.arrivals.models import Import
from kualik.cases.claims import actions as claims
from kualik.cases.findings import actions
from kualik.cases.findings.captures import Chosen
from kualik.cases.findings.counts import Asked
from kualik.cases.findings.models import Count
from kualik.cases.people.models import Candidate, Mention
from kualik.cases.releases.models import Consent, Release
from tests.cases.arrivals.lists import table, tried
from tests.engine.counting.reports import QUESTION, answered
from tests.journeys.test_reviewing import enter
from tests.web.house import NOW, PASSWORD, House, build, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SERIOUS = frozenset({"serious", "critical"})
NARROW, WIDE = 360, 1280  # CSS pixels
SON = "K-000002"


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook half reviewed, with a pair to judge and a release."""
    built = build()
    accounts.set_password(by=built.keeper, at=NOW, user=built.keeper, password=PASSWORD)
    claims.accept(by=built.keeper, at=NOW, claims=[one.pk for one in built.claims[:4]])
    left, right = Mention.objects.order_by("pk")
    Candidate.objects.create(left=left, right=right, probability=0.7, why=["x"], method="test 1", proposed_at=NOW)
    client = sign_in(built.keeper)
    client.post(f"/people/{SON}/consents/", {"audience": "public", "given_by": "a sister", "given_on": "2024"})
    person = str(Consent.objects.get().person_id)
    chosen = {"persons": [person], "properties": ["Person.name", "Custody.sentence"]}
    count_lists(built)
    client.post("/releases/new/", {"title": "Spring", "audience": "public", **chosen})
    tried(table())
    return built


def count_lists(built: House) -> None:
    """Ask how many people there are, and report what another table says."""
    actions.ask_count(by=built.keeper, at=NOW, asked=Asked(question=QUESTION, chosen=Chosen()))
    leased = actions.lease_count(worker="w", at=NOW, seconds=60)
    assert leased
    actions.report_count(by=built.keeper, at=NOW, count=leased, worker="w", report=answered())


def pages(house: House) -> dict[str, str]:
    """Name every page with something on it."""
    document = f"/documents/{house.document.pk}/"
    return {
        "home": "/",
        "add": "/add/",
        "batches": "/batches/",
        "batch": f"/batches/{Import.objects.get().pk}/",
        "undo-batch": f"/batches/{Import.objects.get().pk}/undo/",
        "map-table": f"/tables/{Import.objects.get().document_id}/",
        "source": f"/sources/{house.document.source_id}/",
        "documents": "/documents/",
        "document": document,
        "decide": f"{document}decide/",
        "translation": f"{document}translation/",
        "same-as": f"/claims/{house.claims[0].pk}/same/",
        "add-claim": f"{document}claims/",
        "transcribe": f"/sources/{house.document.source_id}/transcript/",
        "correct": f"/claims/{house.claim('sentence').pk}/correct/",
        "find": "/find/",
        "people": "/people/",
        "person": f"/people/{SON}/",
        "same": "/same/",
        "dates": "/dates/",
        "missing-consents": "/consents/missing/",
        "events": "/events/",
        "event": f"/events/{house.claim('date').entity_id}/",
        "event-calendar": "/events/calendar/",
        "event-table": "/events/table/",
        "event-place": f"/events/{house.claim('date').entity_id}/place/",
        "map": "/map/",
        "map-world": "/map/?view=world&layer=events",
        "map-name": "/map/names/?written=Sheiban+prison&typed=Ili",
        "boundaries": "/map/boundaries/",
        "counts": "/counts/",
        "ask-count": "/counts/new/",
        "count": f"/counts/{Count.objects.get().pk}/",
        "releases": "/releases/",
        "release": f"/releases/{Release.objects.get().pk}/",
        "draft": "/releases/new/",
        "ledger": "/ledger/?check=1",
        "factors": "/accounts/2fa/",
        "password": "/accounts/password/change/",
    }


def faults(page: Page) -> list[str]:
    """Say what axe finds that would shut somebody out."""
    violations = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in violations if one["impact"] in SERIOUS]


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("en", "dark"), ("ug", "light"), ("ug", "dark")])
def test_nobody_is_shut_out(
    browser: Browser,
    live_server: LiveServer,
    house: House,
    picture: Callable[[Page, str], Path],
    language: str,
    theme: str,
) -> None:
    """No serious fault by axe's rules, no page wider than a telephone, and every page in its language's direction."""
    accounts.set_language(by=house.keeper, at=NOW, language=language)
    context = browser.new_context(color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    enter(page, live_server, house.keeper)
    wrong: dict[str, list[str]] = {}
    for name, address in pages(house).items():
        page.set_viewport_size({"width": WIDE, "height": 800})
        answer = page.goto(live_server.url + address)
        found = faults(page) if answer and answer.ok else [f"no page: {answer}"]
        picture(page, f"{name}-wide")
        page.set_viewport_size({"width": NARROW, "height": 740})
        width = page.evaluate("document.documentElement.scrollWidth")
        picture(page, f"{name}-narrow")
        found += [f"{width} pixels wide"] if width > NARROW else []
        found += [] if page.locator("html").get_attribute("dir") == ("rtl" if language == "ug" else "ltr") else ["dir"]
        wrong |= {name: found} if found else {}
    context.close()

    assert wrong == {}


def test_the_door_shuts_nobody_out(page: Page, live_server: LiveServer) -> None:
    """The sign-in, before anybody is known."""
    page.goto(f"{live_server.url}/accounts/login/")

    assert faults(page) == []
