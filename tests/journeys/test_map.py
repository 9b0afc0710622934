"""The map in a real browser: chosen without a new page, moved by keys, usable without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts.models import Role
from kualik.cases.places.models import Naming
from tests.journeys.test_reviewing import enter
from tests.web.house import House, build
from tests.web.test_maps import held

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with people held at four places, one of which is on no map."""
    built: House = build()
    held("Künes county", "新源县", "Урумчи", "Almaty", "Sheiban prison")
    return built


def test_a_place_is_chosen_and_its_list_stands_beside_the_map(
    page: Page, live_server: LiveServer, house: House
) -> None:
    """The page is not loaded anew; the address says what is chosen, and back goes back."""
    enter(page, live_server, house.by_role[Role.READER])
    page.goto(f"{live_server.url}/map/")
    page.evaluate("window.stays = true")

    page.get_by_role("link", name="Künes: 2").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Künes")).to_be_visible()
    expect(page.get_by_role("link", name="Somebody 101")).to_be_visible()
    assert page.url.endswith("/map/?place=cn654025")
    assert page.evaluate("window.stays")
    page.get_by_role("link", name="All places").click()
    expect(page.get_by_role("heading", name="Where most are")).to_be_visible()


def test_the_map_is_moved_with_keys(page: Page, live_server: LiveServer, house: House) -> None:
    """Plus comes closer, arrows move, minus goes back to the whole."""
    enter(page, live_server, house.by_role[Role.READER])
    page.goto(f"{live_server.url}/map/")
    box = "document.querySelector('[data-map]').getAttribute('viewBox').split(' ').map(Number)"
    whole = page.evaluate(box)
    page.locator(".map-scroll").focus()

    page.keyboard.press("+")
    near = page.evaluate(box)
    page.keyboard.press("ArrowRight")
    moved = page.evaluate(box)
    page.keyboard.press("-")

    assert near[2] < whole[2]
    assert moved[0] > near[0]
    assert page.evaluate(box) == pytest.approx(whole)


def test_an_editor_finds_a_place_as_they_type(page: Page, live_server: LiveServer, house: House) -> None:
    """From the list of names that are on no map to the circle on it."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/map/")

    page.get_by_role("link", name="Which place? Sheiban prison").click()
    page.get_by_label("A place, in any language").fill("Урумч")
    page.get_by_label("Ürümqi (Xinjiang, China)").check()
    page.get_by_role("button", name="This place").click()

    expect(page.get_by_role("link", name="Ürümqi: 2")).to_be_visible()
    assert Naming.objects.get().place == "cn6501"


def test_all_of_it_works_without_javascript(browser: Browser, live_server: LiveServer, house: House) -> None:
    """Views, zoom and choice are links."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, live_server, house.by_role[Role.READER])
    page.goto(f"{live_server.url}/map/")

    page.get_by_role("link", name="Xinjiang", exact=True).click()
    page.get_by_role("link", name="Closer").click()
    page.get_by_role("link", name="To the west").click()
    page.get_by_role("link", name="Künes: 2").click()

    expect(page.get_by_role("link", name="Somebody 100")).to_be_visible()
    assert "view=xj" in page.url
    assert "zoom=2" in page.url
    context.close()


def test_the_map_reads_from_right_to_left_in_uyghur(page: Page, live_server: LiveServer, house: House) -> None:
    """Names in Uyghur, the map itself not mirrored."""
    enter(page, live_server, house.by_role[Role.READER])
    page.context.add_cookies([{"name": "django_language", "value": "ug", "url": live_server.url}])
    page.goto(f"{live_server.url}/map/")

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    east = page.locator("a[aria-label^='كۈنەس'] circle").bounding_box()
    west = page.locator("a[aria-label^='ئالمۇتا'] circle").bounding_box()
    assert east is not None
    assert west is not None
    assert east["x"] > west["x"]
