"""What a journey starts from: a real Chromium, the application served on loopback, pictures of what was seen."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tools import browser
from tools.pictures import kept

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "test-results" / "pictures"
GUIDE = ROOT / "docs" / "guide"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What has come into view is drawn two frames later."""
SLOW = 20_000  # milliseconds that a page may take on a machine that is busy before a journey fails

# Playwright keeps an event loop in the thread of the test, and Django takes that for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that `./kualik test` found, not one that Playwright would fetch."""
    chosen = browser.from_environment()
    return {**browser_type_launch_args, "executable_path": str(chosen.path), "args": list(chosen.flags)}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No page is the start of all: each journey takes its server's address. The plugin's own fixture warns here."""


@pytest.fixture
def errors() -> list[str]:
    """What the browser's console has heard of errors, refusals of the content security policy among them."""
    return []


@pytest.fixture
def page(page: Page, errors: list[str]) -> Iterator[Page]:
    """A page on which every error in the console fails the journey."""
    page.set_default_timeout(SLOW)
    page.on("pageerror", lambda error: errors.append(error.message))
    page.on("console", lambda said: errors.append(f"{said.text} ({page.url})") if said.type == "error" else None)
    yield page
    assert not errors, f"the browser's console has errors: {errors}"


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], Path]:
    """A function that saves what a page shows, from top to bottom, under test-results/pictures/."""
    journey = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")

    def take(page: Page, name: str) -> Path:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{journey}-{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take


@pytest.fixture
def guide(request: pytest.FixtureRequest) -> Path | None:
    """The folder for pictures of every page, where `--pictures` asks for them. It is not kept in the repository."""
    return GUIDE / "pages" if request.config.getoption("--pictures") else None


@pytest.fixture
def scene(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """A function that keeps a picture of a screen for the story of the day: in the guide, where it is asked for."""
    asked = request.config.getoption("--pictures")
    folder = GUIDE / "pictures" if asked else PICTURES

    def take(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.evaluate("document.fonts.ready")
        page.evaluate(DRAWN)
        shot = page.screenshot(caret="initial")  # hiding it leaves style attributes behind, which htmx would copy
        (folder / f"day-{name}.png").write_bytes(kept(shot) if asked else shot)

    return take
