"""A stretch of a long list."""

import pytest
from django.test import RequestFactory

from kualik.web.paging import SIZE, offset_of, paging


@pytest.mark.parametrize("asked", ["", "-5", "1e9", "٣", "99999999999", "x"])
def test_what_is_no_number_is_the_beginning(asked: str) -> None:
    """An address typed by hand breaks nothing."""
    assert offset_of(RequestFactory().get("/", {"offset": asked})) == 0


def test_the_offset_is_read_from_a_form_too() -> None:
    """A search is a POST."""
    assert offset_of(RequestFactory().post("/", {"offset": "50"})) == SIZE


def test_a_stretch_knows_its_neighbours() -> None:
    """And keeps the filters in its links, those that are set."""
    page = paging(offset=50, total=120, show="review", kind="")

    assert (page.first, page.last, page.back, page.next) == (51, 100, 0, 100)
    assert page.query == "show=review&"
    assert paging(offset=0, total=0).first == 0
