"""Tests of reading web pages."""

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Options, Refusal, Refused, read
from tests.engine.reading.samples import CHINESE, ENGLISH, RUSSIAN, page

ARTICLE = f"<p>{ENGLISH}</p><p>{ENGLISH.replace('sister', 'brother')}</p>"
HEAD = (
    "<title>Teacher Still Missing | Dala Wire</title><meta property='og:site_name' content='Dala Wire'>"
    "<meta property='article:published_time' content='2021-03-04T10:00:00Z'>"
)


def read_one(content: str | bytes, options: Options | None = None) -> Document:
    """Read a page."""
    content = content.encode() if isinstance(content, str) else content
    (document,) = read(content, name="page.html", options=options or Options())
    return document


def test_the_article_is_read_and_what_surrounds_it_is_not() -> None:
    """Menus and footers are nobody's testimony."""
    document = read_one(page(ARTICLE, head=HEAD))

    assert ENGLISH in document.text
    assert "Home" not in document.text
    assert "All rights reserved" not in document.text
    assert document.warnings == ()


def test_what_the_page_says_of_itself_is_taken() -> None:
    """Title, day and publisher are in its head."""
    document = read_one(page(ARTICLE, head=HEAD))

    assert document.title == "Teacher Still Missing"
    assert (document.published, document.publisher, document.language) == ("2021-03-04", "Dala Wire", "en")


def test_a_day_that_is_not_said_is_not_made_up() -> None:
    """A date in the text is not the day it was published."""
    assert read_one(page(ARTICLE + "<p>On 5 May 2018 he was taken to the town.</p>")).published is None


def test_what_a_person_says_goes_before() -> None:
    """The one who adds it may know better than the page."""
    document = read_one(page(ARTICLE, head=HEAD), Options(publisher="Bala", published="2021-03", language="ru"))

    assert (document.publisher, document.published, document.language) == ("Bala", "2021-03", "ru")


def test_a_page_without_an_article_is_read_whole() -> None:
    """A table of links or a fragment has text too; a warning says that it was read in another way."""
    document = read_one("<html><body><div>Sara</div><div>Aman<script>evil()</script></div></body></html>")

    assert document.text.splitlines() == ["Sara", "Aman"]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_the_page_may_say_its_encoding(encoding: str) -> None:
    """Its word is taken where it holds."""
    content = page(f"<p>{RUSSIAN}</p><p>{RUSSIAN}</p>", head=f"<meta charset='{encoding}'>")

    assert RUSSIAN in read_one(content.encode(encoding)).text


def test_a_page_that_is_wrong_about_its_encoding_is_read_all_the_same() -> None:
    """Chinese pages say gb2312 and mean more; others say UTF-8 and are not."""
    content = page(f"<p>{CHINESE}</p><p>{CHINESE}喆</p>", head="<meta charset='gb2312'>")
    assert "喆" in read_one(content.encode("gb18030")).text

    document = read_one(page(f"<p>{RUSSIAN}</p>", head="<meta charset='utf-8'>").encode("windows-1251"))
    assert RUSSIAN in document.text
    assert any("it says it is utf-8, and is not" in warning for warning in document.warnings)


def test_a_page_without_text_is_refused() -> None:
    """Scripts alone are no page."""
    with pytest.raises(Refused) as refused:
        read_one("<html><body><script>draw()</script></body></html>")

    assert refused.value.reason is Refusal.NO_TEXT


def test_broken_markup_is_read_as_browsers_do() -> None:
    """Tags that never close do not hide the text."""
    assert "Sara was taken" in read_one("<html><p>Sara was taken<div><b><p>in May").text
