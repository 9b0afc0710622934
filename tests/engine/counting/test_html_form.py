"""A report as one file."""

import re
from xml.etree import ElementTree as ET

from kualik.engine.counting import Question, count_people
from kualik.engine.counting.html_form import as_html
from tests.engine.counting.reports import QUICK, answered, table

NASTY = "<script>alert('x')</script>"


def test_it_needs_nothing_else_and_allows_nothing_else() -> None:
    """No script, no address, no style attribute; the policy names the hash of the one style there is."""
    page = as_html(answered())

    assert "<script" not in page
    assert not re.search(r"(src|href|style)=|https?://", page)
    assert "default-src 'none'; style-src 'sha256-" in page


def test_words_of_others_are_escaped() -> None:
    """The name of a population is no markup."""
    page = as_html(count_people(table().only((0, 1)), question=Question(population=NASTY), settings=QUICK))

    assert NASTY not in page
    assert "&lt;script&gt;" in page


def test_every_drawing_is_well_formed_and_named() -> None:
    """Each has a title and a description that it points at."""
    drawings = re.findall(r"<svg.*?</svg>", as_html(answered()), flags=re.DOTALL)

    assert len(drawings) == 4
    for one in drawings:
        root = ET.fromstring(one)  # noqa: S314 (what was just written here)
        ids = (root.get("aria-labelledby") or "").split()
        assert root.get("role") == "img"
        assert {child.get("id") for child in root if child.get("id")} >= set(ids)
