"""Help on the pages of the house."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.web import guide
from kualik.web.chapters import CHAPTER_OF
from kualik.web.routes import ROUTES

NOT_FOUND = 404


def test_every_chapter_named_is_written_and_every_page_exists() -> None:
    """A chapter that is renamed must be renamed here too."""
    assert set(CHAPTER_OF.values()) <= set(guide.chapters())
    assert set(CHAPTER_OF) <= {route.name for route in ROUTES}


def test_everybody_signed_in_reads_the_guide(as_: Callable[[Role], Client]) -> None:
    """The contents, and a chapter with its headings."""
    client = as_(Role.ADMINISTRATOR)

    assert "/help/releases/" in client.get("/help/").content.decode()
    assert "<h1" in client.get("/help/releases/").content.decode()
    assert client.get("/help/nothing/").status_code == NOT_FOUND


def test_the_guide_is_searched(as_: Callable[[Role], Client]) -> None:
    """What is found leads to its heading; where nothing is found it says what to try."""
    client = as_(Role.READER)

    assert client.get("/help/", {"words": "consent"}).context["found"]
    assert "Try one word alone" in client.get("/help/", {"words": "zzzz"}).content.decode()


@pytest.mark.parametrize(("page", "chapter"), [("/people/", "findings"), ("/help/", "")])
def test_a_page_leads_to_its_chapter(as_: Callable[[Role], Client], page: str, chapter: str) -> None:
    """And to the contents where none tells of it."""
    said = as_(Role.READER).get(page)

    assert said.context["help_address"] == (f"/help/{chapter}/" if chapter else "/help/")


def test_pictures_are_handed_out(as_: Callable[[Role], Client]) -> None:
    """Those of the guide alone."""
    client = as_(Role.READER)
    answer = client.get("/help/pictures/home.png")

    assert answer.getvalue().startswith(b"\x89PNG")
    assert client.get("/help/pictures/none.png").status_code == NOT_FOUND


def test_whoever_reads_another_language_is_told_that_it_is_english(as_: Callable[[Role], Client]) -> None:
    """And it stands left to right, in its own language."""
    client = as_(Role.READER)
    client.post("/preferences/language/", {"language": "ug", "next": "/"})

    page = client.get("/help/home/").content.decode()

    assert '<article class="guide" lang="en" dir="ltr">' in page
    assert "The guide is written in English" not in page
    assert "ئىنگلىزچە" in page
