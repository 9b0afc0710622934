"""An editor answers one pair after the other by keys alone, and takes an answer back."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts.models import Role
from kualik.cases.people.models import Judgement
from tests.cases.casting import Story
from tests.journeys.test_reviewing import enter
from tests.web.house import House, build, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
NARROW = {"width": 360, "height": 740}


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with two pairs that wait."""
    built = build()
    for name, other in (("Serik Almasuly", "Серік Алмасұлы"), ("Bolat Zhunisov", "Bolat Zhunisow")):
        for spelling in (name, other):
            story = Story(f"{spelling} was seen. {name}")
            story.held(story.person(spelling), state="prison")
            story.propose()
    return built


def verdicts() -> list[tuple[str, bool]]:
    """What was answered, in order, and whether it stands."""
    return [(one.verdict, one.undone_at is None) for one in Judgement.objects.order_by("at")]


def test_pairs_are_answered_by_keys_alone(page: Page, live_server: LiveServer, house: House) -> None:
    """The next pair is there at once, without the page loading anew; the last answer is taken back by a key."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/same/")
    page.evaluate("window.stays = true")
    first = page.locator("#same-who").inner_text()

    page.keyboard.press("n")
    expect(page.locator("#same-who")).not_to_have_text(first)
    expect(page.locator("#same-who")).to_be_focused()
    assert page.evaluate("window.stays")
    page.keyboard.press("y")
    expect(page.get_by_text("That was the last pair.")).to_be_visible()
    assert [one for one, _stands in verdicts()] == ["negative", "positive"]

    page.keyboard.press("z")
    expect(page.get_by_text("The judgement was taken back.")).to_be_visible()
    assert verdicts() == [("negative", True), ("positive", False)]


def test_a_pair_is_skipped_and_a_letter_typed_is_no_answer(page: Page, live_server: LiveServer, house: House) -> None:
    """Whoever writes a reason with a y in it answers nothing."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/same/")
    first = page.locator("#same-who").inner_text()

    page.locator("input[name=why]").press_sequentially("yes, and no")
    assert verdicts() == []
    page.locator("h1").click()
    page.keyboard.press("s")

    expect(page.locator("#same-who")).not_to_have_text(first)
    assert verdicts() == []


def test_somebody_else_was_faster(page: Page, live_server: LiveServer, house: House, errors: list[str]) -> None:
    """Both answers stand on the page that is open, and mine is one button away."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/same/")
    pair = page.locator("input[name=candidate]").input_value()
    sign_in(house.keeper).post("/same/judge/", {"candidate": pair, "verdict": "positive", "why": "one voice"})

    page.keyboard.press("n")

    expect(page.locator("#notices")).to_contain_text("one voice")
    page.get_by_role("button", name="Put mine in place").click()
    expect(page.get_by_text("Your answer was kept.")).to_be_visible()
    assert verdicts() == [("positive", False), ("negative", True)]
    errors.clear()  # the browser tells of every answer that is no success


def test_without_javascript_and_on_a_narrow_screen_it_works(
    browser: Browser, live_server: LiveServer, house: House
) -> None:
    """Plain forms; nothing is wider than the screen."""
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]  # a mapping of two numbers
    page = context.new_page()
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/same/")
    assert page.locator(".same").bounding_box()["width"] <= NARROW["width"]  # type: ignore[index]  # it is there

    page.get_by_role("button", name="Unsure").click()

    expect(page.get_by_text("Your answer was kept.")).to_be_visible()
    assert verdicts() == [("unsure", True)]
    context.close()
