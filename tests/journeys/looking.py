"""What a page is looked at for: faults by axe's rules, its width, its direction, and words left in English."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils.translation import gettext, override
from playwright.sync_api import Page

from kualik.cases.accounts.models import User

__all__ = ["NARROW", "WIDE", "faults", "left_in_english", "paleness", "too_wide"]

NARROW, WIDE = 360, 1280  # CSS pixels
HIGH = 800
TEXTS = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
    while (walker.nextNode()) {
        const said = walker.currentNode.data.trim(), around = walker.currentNode.parentElement;
        if (said && !around.closest("[lang=en], bdi, script, style")) found.add(said);
    }
    return [...found];
}"""
"""The texts of a page, without names and without those that say of themselves that they are English."""

PALE = """async () => (await axe.run(document, {runOnly: ["color-contrast"]})).violations"""
"""Colours are all that changes with the theme: the other rules were run in the light."""


def faults(page: Page) -> list[str]:
    """Say whatever axe finds, by all its rules and of every weight."""
    return _said(Axe().run(page).response["violations"])


def paleness(page: Page) -> list[str]:
    """Say where colours are too near to each other, on a page that `faults` has looked at before."""
    return [f"in the dark: {one}" for one in _said(page.evaluate(PALE))]


def _said(violations: list[dict[str, Any]]) -> list[str]:
    return [f"{one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"][:2]]


def too_wide(page: Page) -> list[str]:
    """Say how wide a page is that is wider than a telephone."""
    page.set_viewport_size({"width": NARROW, "height": HIGH})
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} pixels wide"] if width > NARROW else []


def left_in_english(page: Page, language: str) -> list[str]:
    """Name the texts of a page that the catalogue of its language has in other words, and that nobody is called."""
    names = {user.display_name for user in User.objects.all()}
    with override(language):
        told = set(page.evaluate(TEXTS)) - {word for _code, word in settings.LANGUAGES} - names
        return [f"in English: {one}" for one in sorted(told) if gettext(one) != one]
