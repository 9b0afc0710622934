"""A scan is a page that looks scanned, and the same every time."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from kualik.cli.demo_scans import scan

LAYOUT: dict[str, Any] = {
    "width": 400,
    "height": 300,
    "margin": 40,
    "font_size": 20,
    "line_spacing": 1.4,
    "paper": "#f4efe4",
    "ink": "#22242b",
    "rotate": 1.0,
    "blur": 0.5,
    "grain": 0.04,
    "font": "sans",
    "dpi": 150,
    "stamp": None,
    "fold": None,
}


def darkness(content: bytes) -> int:
    """Count the pixels that ink has darkened."""
    return sum(Image.open(BytesIO(content)).convert("L").histogram()[:128])


def test_what_is_written_is_on_the_page() -> None:
    """A line of ink darkens a page that is otherwise light, in each alphabet of the demo's scans."""
    blank = darkness(scan("", LAYOUT, form="PNG", seed=1))

    for line in ("Trainee: Gulnare", "Кулпан Жумадилкызы № 12", "Рысты апаның дәптері"):
        assert darkness(scan(line, LAYOUT, form="PNG", seed=1)) > blank + 300


def test_a_stamp_is_set_beside_the_text() -> None:
    """A seal adds ink of its own."""
    stamp = {"text": "NOTARY", "shape": "round", "x": 200, "y": 150, "radius": 40, "angle": 10, "colour": "#7a2230"}
    plain, sealed = (scan("", {**LAYOUT, "stamp": one}, form="PNG", seed=1) for one in (None, stamp))

    assert darkness(sealed) > darkness(plain) + 200


@pytest.mark.parametrize(("form", "begins"), [("PNG", b"\x89PNG"), ("PDF", b"%PDF")])
def test_it_is_the_file_that_was_asked_for(form: str, begins: bytes) -> None:
    """The manifest names a picture or a PDF."""
    assert scan("a", LAYOUT, form=form, seed=1).startswith(begins)


def test_the_same_seed_makes_the_same_picture() -> None:
    """The demo is the same on every machine, down to its grain."""
    assert scan("a", LAYOUT, form="PNG", seed=7) == scan("a", LAYOUT, form="PNG", seed=7)
    assert scan("a", LAYOUT, form="PNG", seed=7) != scan("a", LAYOUT, form="PNG", seed=8)
