"""A reviewer at work: a document's claims beside its text, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role, User
from kualik.cases.claims.models import Claim
from tests.web.house import NOW, PASSWORD, House, build, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with one document read; its editor has a password."""
    built = build()
    accounts.set_password(by=built.keeper, at=NOW, user=built.by_role[Role.EDITOR], password=PASSWORD)
    return built


def enter(page: Page, server: LiveServer, user: User) -> None:
    """Let somebody in as if they had signed in before."""
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": sign_in(user).cookies[name].value, "url": server.url}])


def address(server: LiveServer, house: House) -> str:
    """Where the document is."""
    return f"{server.url}/documents/{house.document.pk}/"


def status_of(claim: Claim) -> str:
    """Look a claim's status up."""
    return Claim.objects.get(pk=claim.pk).status


def test_an_editor_signs_in_and_accepts_a_claim_in_place(
    page: Page, live_server: LiveServer, house: House, picture: Callable[[Page, str], Path]
) -> None:
    """From the sign-in to the first decision; the page is not loaded anew, and the next proposal is taken up."""
    page.goto(live_server.url)
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="Claims to review").click()
    page.get_by_role("link", name="Picket at the consulate").click()
    page.evaluate("window.stays = true")
    first = house.claims[0]
    card = page.locator(f"#claim-{first.pk}")

    card.get_by_role("button", name="Accept").click()

    expect(card).to_have_attribute("data-status", "accepted")
    expect(page.locator("#tally")).to_contain_text("5 to review")
    expect(page.locator(f".mark[data-claims~='{first.pk}']").first).to_have_class(re.compile(r"deep-1.* accepted"))
    expect(page.locator(".claim.proposed").first).to_be_focused()
    assert page.evaluate("window.stays")
    assert status_of(first) == "accepted"
    assert picture(page, "document").stat().st_size > 0


def test_a_decision_is_undone_in_place(page: Page, live_server: LiveServer, house: House) -> None:
    """The card and its passage are as they were."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(address(live_server, house))
    claim = house.claims[0]
    card = page.locator(f"#claim-{claim.pk}")

    card.get_by_role("button", name="Reject").click()
    expect(page.locator(f".mark[data-claims~='{claim.pk}']").first).to_have_class(re.compile(r"deep-1.* put-aside"))
    card.get_by_role("button", name="Undo").click()

    expect(card).to_have_attribute("data-status", "proposed")
    assert status_of(claim) == "proposed"


def test_a_card_and_its_passage_light_up_together(page: Page, live_server: LiveServer, house: House) -> None:
    """Whichever of them is pointed at, or reached by keyboard."""
    enter(page, live_server, house.by_role[Role.READER])
    page.goto(address(live_server, house))
    claim = house.claim("sentence")
    card, mark = page.locator(f"#claim-{claim.pk}"), page.locator(f".mark[data-claims~='{claim.pk}']").first

    card.hover()
    assert "lit" in (mark.get_attribute("class") or "")
    mark.focus()
    assert "lit" in (card.get_attribute("class") or "")
    page.keyboard.press("Tab")
    assert "lit" not in (card.get_attribute("class") or "")


def test_words_selected_become_a_claim(page: Page, live_server: LiveServer, house: House) -> None:
    """Whoever selects them does not copy them by hand."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(address(live_server, house))
    page.evaluate("""() => {
        const marks = document.querySelector("[data-text]").childNodes;
        const node = [...marks].find((one) => one.textContent.includes("stood at the consulate"));
        const start = node.textContent.indexOf("stood at");
        document.getSelection().setBaseAndExtent(node, start, node, start + "stood at the consulate".length);
    }""")
    page.get_by_role("link", name="New claim").click()
    form = page.locator("form[data-adder]")
    expect(form.locator("textarea[name=quote]")).to_have_value("stood at the consulate")

    form.locator("select[name=entity]").select_option("new:Protest")
    form.locator("select[name=property]").select_option("place")
    form.locator("input[name=value]").fill("consulate")
    form.locator("input[name=witness]").fill("Steppe Wire")
    form.get_by_role("button", name="Add the claim").click()

    expect(page.get_by_text("The claim was added.")).to_be_visible()
    assert Claim.objects.get(method="person").quote == "stood at the consulate"


def test_without_javascript_all_of_it_works(browser: Browser, live_server: LiveServer, house: House) -> None:
    """Reading, and deciding by plain forms."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(address(live_server, house))
    claim = house.claims[0]

    page.locator(f"#claim-{claim.pk}").get_by_role("button", name="Accept").click()

    assert page.url.endswith(f"#claim-{claim.pk}")
    expect(page.locator(f"#claim-{claim.pk}")).to_have_attribute("data-status", "accepted")
    context.close()


def test_somebody_else_was_faster(page: Page, live_server: LiveServer, house: House, errors: list[str]) -> None:
    """The refusal stands at the top of the page that is open, and nothing is lost."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(address(live_server, house))
    claim = house.claims[0]
    sign_in(house.keeper).post(f"/claims/{claim.pk}/reject/")

    page.locator(f"#claim-{claim.pk}").get_by_role("button", name="Accept").click()

    expect(page.locator("#notices")).to_contain_text("Somebody else decided on this claim")
    expect(page.locator(f"#claim-{claim.pk}")).to_be_visible()
    errors.clear()  # the browser tells of every answer that is no success


def test_a_second_factor_is_set_up_under_our_own_policy(page: Page, live_server: LiveServer, house: House) -> None:
    """The code to be scanned is seen, the passkey's script runs, and the browser refuses nothing."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/accounts/2fa/totp/activate/")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Confirm").click()

    expect(page.locator("img.qr")).to_be_visible()
    assert page.evaluate("document.querySelector('img.qr').naturalWidth") > 0

    page.goto(f"{live_server.url}/accounts/2fa/webauthn/add/")
    assert page.evaluate("typeof window.allauth.webauthn.forms.addForm") == "function"
