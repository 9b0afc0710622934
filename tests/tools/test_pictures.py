"""The pictures of the guide."""

import re
from io import BytesIO

from PIL import Image

from tools.pictures import LARGEST, PICTURES, kept
from tools.steps import ROOT


def test_a_picture_becomes_smaller_and_keeps_its_size() -> None:
    """And its colours, as far as anybody sees."""
    shades = [Image.effect_noise((320, 200), spread) for spread in (10, 20, 30)]
    drawn = Image.merge("RGB", shades)
    drawn.paste((169, 64, 28), (20, 20, 120, 90))
    whole = BytesIO()
    drawn.save(whole, "PNG")

    made = kept(whole.getvalue())

    read = Image.open(BytesIO(made)).convert("RGB")
    red, green, blue = read.getpixel((60, 50))  # type: ignore[misc]  # three numbers in a picture of this mode
    assert read.size == drawn.size
    assert len(made) < len(whole.getvalue())
    assert abs(red - 169) + abs(green - 64) + abs(blue - 28) < 12


def test_every_picture_that_the_guide_shows_is_there_and_small() -> None:
    """A page that waits for a picture that is not there is no help."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", page.read_text())]

    assert links
    assert [link for page, link in links if not (page.parent / link).is_file()] == []
    assert [one.name for one in PICTURES.glob("*.png") if one.stat().st_size > LARGEST] == []
