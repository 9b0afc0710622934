"""A document is found by its text, its title and its publisher, and marked with what it is."""

import pytest

from kualik.cases.documents.indexing import mark, marks_of, publisher_mark, text_rows, year_of
from kualik.cases.documents.models import SectionKind
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db


def test_the_first_section_holds_title_and_publisher() -> None:
    """And the marks of kind, language, year and publisher; later ones the marks alone."""
    story = Story("Letter from the camp\n" + "word " * 1200).propose()
    first, second = text_rows([story.document])

    assert {"§kt", "§len", "§y2024", publisher_mark("The Steppe Post"), "steppe"} <= set(first.stream.others)
    assert "steppe" not in second.stream.others
    assert marks_of(story.document, SectionKind.TEXT) == second.stream.others[:4]


@pytest.mark.parametrize(
    ("published", "year"), [("2024-02-10", "2024"), ("XXXX-02", ""), ("", ""), ("2017/2019", "2017")]
)
def test_a_year_is_told_where_one_is_known(published: str, year: str) -> None:
    """The first, of a stretch of time."""
    assert year_of(published) == year


def test_marks_are_letters_and_digits_alone() -> None:
    """So that no name of a publisher says anything to a database."""
    assert mark("l", "zh-Hans") == "§lzhhans"
    assert publisher_mark("'; --").removeprefix("§p").isalnum()
    assert publisher_mark("Post ") == publisher_mark("post")
