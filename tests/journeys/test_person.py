"""The case file of one person, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.claims import actions as claims
from kualik.cases.findings.models import Choice
from kualik.cases.people.actions import judge
from kualik.cases.people.models import Mention, Verdict
from tests.cases.casting import Story
from tests.journeys.looking import NARROW, WIDE, faults
from tests.journeys.test_reviewing import enter
from tests.web.house import NOW, House, build

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCE = "#board-Custody-sentence"


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with everything accepted, a second sentence, and a family."""
    built = build()
    claims.accept(by=built.keeper, at=NOW, claims=[one.pk for one in built.claims])
    first = built.claim("sentence")
    claims.add(
        by=built.keeper, at=NOW, document=built.document, entity=first.entity_id, property="sentence", value="P10Y",
        voice=["Steppe Wire", "officials"], start=first.start, end=first.end,
    )  # fmt: skip
    story = Story("Gulnar has two sons, Marat and Askar; Marat's wife is ئايگۈل.")
    mother, marat, askar = story.person("Gulnar Nurbek"), story.person("Marat Nurbek"), story.person("Askar Nurbek")
    story.held(marat, state="prison", sentence="P15Y")
    for son in (marat, askar):
        story.kin(mother, son, "son")
    story.kin(marat, story.person("ئايگۈل"), "wife")
    story.accept()
    return built


def test_the_family_is_drawn_within_the_policy_and_leads_on(
    page: Page, live_server: LiveServer, house: House, picture: Callable[[Page, str], Path]
) -> None:
    """No refusal in the console; the list below says the same and works by itself."""
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/people/K-000003/")
    page.locator("#kin").scroll_into_view_if_needed()

    expect(page.locator("[data-kin]")).to_have_attribute("data-drawn", "5")
    expect(page.locator("[data-kin] canvas").first).to_be_visible()
    expect(page.locator("ul.kin > li.held")).to_contain_text("prison, 15 years")
    picture(page, "family")

    page.locator("ul.kin").get_by_role("link", name="Marat Nurbek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marat Nurbek")


def test_without_javascript_the_case_is_whole(browser: Browser, live_server: LiveServer, house: House) -> None:
    """The list of kin, the sieve of the passages and the choice are plain pages and forms."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/people/K-000002/")

    page.locator("#passages select[name=property]").select_option("Custody.sentence")
    page.locator("#passages").get_by_role("button").first.click()

    expect(page.locator("#passages blockquote")).to_have_count(1)
    page.goto(f"{live_server.url}/people/K-000003/")
    expect(page.locator("ul.kin > li")).to_have_count(2)
    context.close()


def test_a_value_is_chosen_where_it_stands_and_the_choice_taken_back(
    page: Page, live_server: LiveServer, house: House
) -> None:
    """The page comes back to the same board, and says by whom and why."""
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/people/K-000002/#passages")
    page.goto(f"{live_server.url}/people/K-000002/{SENTENCE}")
    board = page.locator(SENTENCE)
    value = board.locator(".value").filter(has_text="12 years")

    value.get_by_text("Choose for publication").click()
    value.get_by_label("Why this one?").fill("his mother read the paper")
    value.get_by_role("button", name="Choose").click()

    expect(page).to_have_url(f"{live_server.url}/people/K-000002/{SENTENCE}")
    expect(board).to_contain_text("his mother read the paper")
    board.get_by_role("button", name="Take the choice back").click()
    expect(board).not_to_contain_text("his mother read the paper")
    assert Choice.objects.get().ended_at is not None


def test_in_uyghur_names_keep_their_own_direction(page: Page, live_server: LiveServer, house: House) -> None:
    """The page runs from right to left, a Latin name from left to right."""
    accounts.set_language(by=house.keeper, at=NOW, language="ug")
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/people/K-000003/")

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    heading = page.locator("h1 bdi")
    assert heading.evaluate("one => getComputedStyle(one).direction") == "ltr"
    with translation.override("ug"):
        expect(page.locator("#complete h2")).to_have_text(translation.gettext("What is missing"))


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ug", "dark")])
def test_nobody_is_shut_out_of_a_whole_case(
    browser: Browser, live_server: LiveServer, house: House, language: str, theme: str
) -> None:
    """A case with a family, the sieves of the list, a judgement to be taken back: no fault, no page too wide."""
    left, right = Mention.objects.order_by("origin__number")[:2]
    made = judge(by=house.keeper, at=NOW, left=left, right=right, verdict=Verdict.UNSURE)
    accounts.set_language(by=house.keeper, at=NOW, language=language)
    context = browser.new_context(color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    enter(page, live_server, house.keeper)
    wrong: dict[str, list[str]] = {}
    for address in ("/people/K-000002/", "/people/K-000003/", "/people/?show=held", f"/judgements/{made.pk}/"):
        page.set_viewport_size({"width": WIDE, "height": 800})
        page.goto(live_server.url + address)
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        found = faults(page)
        page.set_viewport_size({"width": NARROW, "height": 740})
        width = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{width} pixels wide"] if width > NARROW else []
        wrong |= {address: found} if found else {}
    context.close()

    assert wrong == {}
