"""A report reviewed by keys alone: no pointer, no reload, and hardly any waiting."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim, Decision
from kualik.cases.documents import actions as documents
from kualik.cases.documents.models import Document
from kualik.cases.people.models import Judgement
from tests.journeys.conftest import PICTURES
from tests.journeys.test_reviewing import address, enter, status_of
from tests.web.house import NOW, PASSWORD, House, build, keep
from tests.web.many_claims import many

pytestmark = pytest.mark.django_db(transaction=True)

CLAIMS = 25
MACHINES_SHARE = 20.0  # seconds for all of it on a machine that is busy with other things; two minutes is a person's


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with one document read; its editor has a password."""
    built = build()
    accounts.set_password(by=built.keeper, at=NOW, user=built.by_role[Role.EDITOR], password=PASSWORD)
    return built


def opened(page: Page, server: LiveServer, house: House, document: Document) -> None:
    """Open a document as an editor."""
    enter(page, server, house.by_role[Role.EDITOR])
    page.goto(f"{server.url}/documents/{document.pk}/")


def test_a_report_of_25_claims_is_reviewed_by_keys(page: Page, live_server: LiveServer, house: House) -> None:
    """Each key takes up the next claim at once; every decision is kept, and the machine takes seconds of it all."""
    document = many(house, CLAIMS)
    opened(page, live_server, house, document)
    began = time.monotonic()
    page.keyboard.press("j")
    for number in range(CLAIMS):
        page.keyboard.press("r" if number % 5 == 4 else "a")
    pressed = time.monotonic() - began

    expect(page.locator("#tally .legend b").first).to_have_text("0", timeout=30_000)

    took = time.monotonic() - began
    counted = {status: document.claims.filter(status=status).count() for status in ("accepted", "rejected")}
    assert counted == {"accepted": 20, "rejected": 5}
    assert Decision.objects.filter(claim__document=document).count() == CLAIMS
    assert took < MACHINES_SHARE
    PICTURES.mkdir(parents=True, exist_ok=True)
    figures = {"claims": CLAIMS, "seconds until all keys were taken": pressed, "seconds until all was kept": took}
    Path(PICTURES / "review-by-keys.json").write_text(json.dumps(figures), encoding="utf-8")


def test_the_next_card_is_taken_up_before_the_answer(page: Page, live_server: LiveServer, house: House) -> None:
    """However slow the line is; and a decision on its way is undone as soon as it has arrived."""
    held: list[Route] = []
    opened(page, live_server, house, house.document)
    page.route("**/accept/", lambda route, _request: held.append(route))
    first, second = page.locator(".claim").nth(0), page.locator(".claim").nth(1)
    page.keyboard.press("j")
    expect(first).to_be_focused()

    page.keyboard.press("a")
    expect(second).to_be_focused()
    page.keyboard.press("u")
    page.wait_for_timeout(0)
    held[0].continue_()

    expect(page.locator("#tally .legend b").first).to_have_text("6")
    expect(first).to_have_attribute("data-status", "proposed")
    expect(first).to_be_focused()
    assert Decision.objects.count() == 2


def test_a_claim_is_corrected_in_its_card(page: Page, live_server: LiveServer, house: House) -> None:
    """By e; Escape leaves it as it is."""
    claim = house.claim("sentence")
    opened(page, live_server, house, house.document)
    card = page.locator(f"#claim-{claim.pk}")
    card.focus()
    page.keyboard.press("e")
    expect(card.locator("input[name$=-value]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_focused()

    page.keyboard.press("e")
    card.locator("input[name$=-value]").fill("P10Y")
    card.locator("input[name$=-why]").fill("the letter says ten")
    page.keyboard.press("Enter")

    new = page.locator(f"[data-supersedes='{claim.pk}']")
    expect(new).to_have_attribute("data-status", "accepted")
    expect(card).to_have_attribute("data-status", "withdrawn")
    assert Claim.objects.get(supersedes=claim).value == "P10Y"


def test_the_same_person_is_said_from_the_card(page: Page, live_server: LiveServer, house: House) -> None:
    """By m: found by name, with a reason."""
    opened(page, live_server, house, house.document)
    card = page.locator(f"#claim-{house.claims[0].pk}")
    card.focus()
    page.keyboard.press("m")
    search = card.locator("input[type=search]")
    expect(search).to_be_focused()
    search.fill("Erlan")
    page.keyboard.press("Enter")
    page.get_by_text("K-000002").click()
    card.locator("input[name=why]").fill("the same passport")
    page.keyboard.press("Enter")

    expect(card).to_contain_text("Your answer was kept")
    assert Judgement.objects.get().verdict == "positive"


def test_a_new_claim_begins_with_the_passage_looked_at(page: Page, live_server: LiveServer, house: House) -> None:
    """By n, where no words are selected; and about whom that claim is."""
    claim = house.claim("sentence")
    opened(page, live_server, house, house.document)
    page.locator(f"#claim-{claim.pk}").focus()
    page.keyboard.press("n")
    form = page.locator("form[data-adder]")

    expect(form.locator("select[name=entity]")).to_be_focused()
    expect(form.locator("textarea[name=quote]")).to_have_value("12 years in prison")
    expect(form.locator("select[name=entity]")).to_have_value(str(claim.entity_id))


def test_keys_do_nothing_while_somebody_types_or_once_they_are_off(
    page: Page, live_server: LiveServer, house: House
) -> None:
    """A name with an a in it accepts nothing."""
    opened(page, live_server, house, house.document)
    page.keyboard.press("?")
    sheet = page.locator("dialog[data-keys-sheet]")
    expect(sheet).to_contain_text("Accept the claim in focus")
    page.keyboard.press("a")
    expect(sheet).to_be_visible()
    sheet.get_by_role("button", name="Switch keys off").click()
    page.wait_for_url(address(live_server, house))
    page.locator(".claim").first.focus()
    page.keyboard.press("a")
    page.keyboard.press("?")
    expect(sheet).to_be_hidden()

    page.get_by_role("button", name="Keys").click()
    sheet.get_by_role("button", name="Switch keys on").click()
    page.locator("summary", has_text="Decide on several").click()
    page.locator("#several-voice").focus()
    page.keyboard.press("a")

    assert not Decision.objects.exists()


def test_a_lost_connection_keeps_what_was_typed(
    page: Page, live_server: LiveServer, house: House, errors: list[str]
) -> None:
    """The page stays, says that nothing was sent, and sends it when the server is there again."""
    claim = house.claim("sentence")
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/claims/{claim.pk}/correct/")
    page.locator("input[name$=-value]").fill("P10Y")
    page.locator("input[name$=-why]").fill("the letter says ten")
    page.context.set_offline(True)
    page.get_by_role("button", name="Put it in place").click()
    expect(page.locator("[data-lost]")).to_be_visible()
    expect(page.locator("input[name$=-why]")).to_have_value("the letter says ten")
    assert status_of(claim) == "proposed"

    page.context.set_offline(False)
    page.get_by_role("button", name="Send it again").click()

    page.wait_for_url("**/documents/**")
    assert status_of(claim) == "withdrawn"
    errors.clear()  # the browser tells of requests that did not arrive


def test_a_decision_that_was_not_sent_is_not_shown_as_kept(
    page: Page, live_server: LiveServer, house: House, errors: list[str]
) -> None:
    """Its card has the focus again, and is a proposal."""
    opened(page, live_server, house, house.document)
    page.keyboard.press("j")
    page.context.set_offline(True)
    page.keyboard.press("a")

    expect(page.locator("[data-lost]")).to_be_visible()
    expect(page.locator(".claim").first).to_be_focused()
    expect(page.locator(".claim").first).to_have_attribute("data-status", "proposed")
    assert not Decision.objects.exists()
    page.context.set_offline(False)
    errors.clear()  # the browser tells of requests that did not arrive


def test_original_and_translation_scroll_together(page: Page, live_server: LiveServer, house: House) -> None:
    """Each by the share of it that has been read."""
    original = many(house, 300)
    translation = keep(by=house.keeper, text="Бір сөйлем. " * 1500)
    documents.pair(by=house.keeper, at=NOW, document=translation, original=original)
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/documents/{original.pk}/?beside={translation.pk}")

    page.evaluate("() => { const leaf = document.querySelector('[data-leaf]'); leaf.scrollTop = leaf.scrollHeight; }")

    page.wait_for_function(
        "() => { const one = document.querySelector('[data-leaf-beside]');"
        " return one.scrollTop > 0.95 * (one.scrollHeight - one.clientHeight) && one.scrollTop > 100; }"
    )
