"""Every page as somebody sees it: in five languages, in both directions of writing, light and dark, wide and narrow."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.arrivals.models import Import
from kualik.cases.desk.models import Bulk, SavedSearch
from kualik.cases.documents.models import Document
from kualik.cases.findings.models import Count
from kualik.cases.people.models import Judgement
from kualik.cases.releases.models import Release
from kualik.web.routes import ROUTES
from tests.journeys.furnished import SON, TRANSLATED, furnish, newcomer, protected, signed_in, use
from tests.journeys.looking import NARROW, WIDE, faults, left_in_english, paleness, too_wide
from tests.web.house import NOW, House, sign_in
from tests.web.test_routes import POSTED

pytestmark = pytest.mark.django_db(transaction=True)

HIGH = 800
PATIENCE = 120_000  # milliseconds
MISSING = {"not-found": 404}
LOCALES = {"zh-hans": "zh-CN"}
"""What a browser calls the language."""
LANGUAGES = [code for code, _word in settings.LANGUAGES]

NO_PAGES = {
    "unplace_event": "a deed",
    "original": "a file",
    "page_image": "a picture",
    "guide_picture": "a picture",
    "table_errors": "a file",
    "mfa_login_webauthn": "an answer to a script",
    "mfa_reauthenticate_webauthn": "an answer to a script, where no page is asked for",
    "mfa_authenticate": "stands between password and page: test_arriving looks at it",
    "account_set_password": "leads elsewhere: every account has a password",
}
"""Routes that answer a GET, and have no page of their own here, with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody's way through pages."""

    who: Client | None  # nobody: a stranger
    pages: dict[str, str]


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with something on every page."""
    return furnish()


def pages(house: House) -> dict[str, str]:
    """Name every page of the house, with something on it."""
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
        "help": "/help/?words=consent",
        "help-chapter": "/help/commands/",
        "settings": "/settings/",
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
        "release-item": f"/releases/{Release.objects.get().pk}/people/1/",
        "draft": "/releases/new/",
        "ledger": "/ledger/",
        "factors": "/accounts/2fa/",
        "password": "/accounts/password/change/",
        "judgement": f"/judgements/{Judgement.objects.get().pk}/",
        "beside": f"{document}?beside={Document.objects.get(title=TRANSLATED).pk}",
        "find-saved": f"/find/saved/{SavedSearch.objects.get().pk}/",
        "find-collection": f"/find/collections/{Bulk.objects.get().collection_id}/",
        "find-done": f"/find/many/{Bulk.objects.get().pk}/",
        "event-series": f"/events/{house.claim('date').entity_id}/series/",
        "members": "/members/",
        "member": f"/members/{house.by_role[Role.EDITOR].pk}/",
        "ledger-checked": "/ledger/?check=1",
        "who-again": "/accounts/reauthenticate/",
        "code-again": "/accounts/2fa/reauthenticate/",
        "factor-app-off": "/accounts/2fa/totp/deactivate/",
        "codes": "/accounts/2fa/recovery-codes/",
        "codes-anew": "/accounts/2fa/recovery-codes/new/",
        "keys": "/accounts/2fa/webauthn/",
        "key": f"/accounts/2fa/webauthn/keys/{_key(house)}/edit/",
        "key-off": f"/accounts/2fa/webauthn/keys/{_key(house)}/remove/",
        "sign-out": "/accounts/logout/",
        "not-found": "/nowhere/",
    }


def _key(house: House) -> int:
    return int(Authenticator.objects.get(user=house.keeper, type=Authenticator.Type.WEBAUTHN).pk)


def doors() -> dict[str, str]:
    """Name what a stranger sees."""
    return {
        "sign-in": "/accounts/login/",
        "no-sign-up": "/accounts/signup/",
        "closed-account": "/accounts/inactive/",
    }


def beginnings() -> dict[str, str]:
    """Name what somebody sees who has no second factor yet."""
    return {"factor-app": "/accounts/2fa/totp/activate/", "factor-key": "/accounts/2fa/webauthn/add/"}


def visits(house: House, language: str) -> list[Visit]:
    """Say who goes where. Whoever has proved lately who they are is asked for no password."""
    keeper, editor, new = house.keeper, house.by_role[Role.EDITOR], newcomer(house)
    for user in (keeper, editor, new):
        accounts.set_language(by=user, at=NOW, language=language)
    return [
        Visit(who=None, pages=doors()),
        Visit(who=sign_in(new), pages={"welcome": "/welcome/"}),
        Visit(who=signed_in(editor), pages=beginnings()),
        Visit(who=protected(keeper), pages=pages(house)),
    ]


def test_no_page_is_forgotten(house: House) -> None:
    """Whoever adds a route adds its page above, or says why it has none."""
    protected(house.keeper)
    found = [address for name, address in pages(house).items() if name not in MISSING]
    addresses = [*found, *doors().values(), *beginnings().values(), "/welcome/"]
    shown = {resolve(one.partition("?")[0].partition("#")[0]).url_name for one in addresses}

    assert {one.name for one in ROUTES} - shown - POSTED == set(NO_PAGES)


def look(page: Page, language: str) -> list[str]:
    """Say what is wrong with the page that is open."""
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = faults(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [*paleness(page), *too_wide(page), *left_in_english(page, language)]
    direction = "rtl" if language == "ug" else "ltr"
    html = page.locator("html")
    turned = (html.get_attribute("dir"), html.get_attribute("lang"))
    return found + ([] if turned == (direction, language) else [f"is {turned}"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shut_out(
    browser: Browser, live_server: LiveServer, house: House, guide: Path | None, language: str
) -> None:
    """No fault by axe's rules, light and dark; no page wider than a telephone; direction and words of the language."""
    wrong: dict[str, list[str]] = {}
    for visit in visits(house, language):
        context = browser.new_context(locale=LOCALES.get(language, language))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        if visit.who is not None:
            use(page, live_server, visit.who)
        for name, address in visit.pages.items():
            answer = page.goto(live_server.url + address)
            code = answer.status if answer else 0
            found = look(page, language) if code == MISSING.get(name, 200) else [f"answers {code}"]
            if guide is not None:
                portray(page, guide / language, name)
            wrong |= {name: found} if found else {}
        context.close()

    assert not wrong, "\n".join(f"{name}: {one}" for name, found in wrong.items() for one in found)


def portray(page: Page, folder: Path, name: str) -> None:
    """Take a page's pictures: light and dark, wide and narrow, from top to bottom."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": HIGH})
            page.screenshot(path=folder / f"{name}-{theme}-{width}.png", full_page=True)
