"""Tests of reading pictures."""

import io

import pytest
from PIL import Image

from kualik.engine.reading import Limits, Refusal, Refused, read
from kualik.engine.reading.drawn import Drawn
from kualik.engine.reading.picture import drawn_as_png
from tests.engine.reading.conftest import Install
from tests.engine.reading.samples import picture


def scan(*sizes: tuple[int, int]) -> bytes:
    """Make a TIFF of pages."""
    written = io.BytesIO()
    first, *more = (Image.new("L", size, 255) for size in sizes)
    first.save(written, format="TIFF", save_all=True, append_images=more)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_a_picture_is_one_page(install_tesseract: Install, kind: str) -> None:
    """Whatever its format, what is recognised is the text of page 1."""
    install_tesseract((1, 1, "Teacher", 96), (1, 1, "taken", 96))

    (document,) = read(picture(kind=kind), name="scan")

    assert (document.text, document.title) == ("Teacher taken", "Teacher taken")
    assert document.media_type == f"image/{kind.lower()}"
    (page,) = document.pages
    assert [document.text[box.start : box.end] for box in page.boxes] == ["Teacher", "taken"]


def test_the_size_of_the_page_follows_from_the_resolution(install_tesseract: Install) -> None:
    """600 dots at 300 to the inch are 144 points; without a resolution a screen's is taken."""
    install_tesseract((1, 1, "x", 96))

    assert read(picture(600, 300, dpi=300), name="scan")[0].pages[0].width == pytest.approx(144, abs=0.1)
    assert read(picture(600, 300), name="scan")[0].pages[0].width == 450


def test_each_page_of_a_scan_is_a_page(install_tesseract: Install) -> None:
    """A TIFF of two pages has two."""
    install_tesseract((1, 1, "word", 96))

    (document,) = read(scan((40, 20), (20, 40)), name="scan.tiff")

    assert [document.text[page.start : page.end] for page in document.pages] == ["word", "word"]
    assert document.pages[0].width > document.pages[1].width


def test_a_picture_without_letters_has_no_text(install_tesseract: Install) -> None:
    """A photograph is refused as having no text."""
    install_tesseract()

    with pytest.raises(Refused) as refused:
        read(picture(), name="photo.jpg")

    assert refused.value.reason is Refusal.NO_TEXT


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_a_picture_is_refused() -> None:
    """The refusal names the file and the remedy."""
    with pytest.raises(Refused, match=r"scan\.png: OCR not installed") as refused:
        read(picture(), name="scan.png")

    assert refused.value.reason is Refusal.OCR_NOT_INSTALLED


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    """A small file can hold a large picture; its size is in its head."""
    with pytest.raises(Refused) as refused:
        read(picture(8_000, 7_000), name="x.png")
    assert refused.value.reason is Refusal.TOO_MANY_PIXELS

    with pytest.raises(Refused) as refused:
        read(picture(20_000, 10_000), name="x.png")
    assert refused.value.reason is Refusal.TOO_MANY_PIXELS


def test_the_size_of_every_page_is_looked_at(install_tesseract: Install) -> None:
    """A large page behind a small one is found."""
    install_tesseract((1, 1, "word", 96))

    with pytest.raises(Refused) as refused:
        read(scan((10, 10), (200, 200)), name="x.tiff", limits=Limits(pixels=1000))

    assert refused.value.reason is Refusal.TOO_MANY_PIXELS


def test_too_many_pages_are_refused() -> None:
    """There is no time to recognise them all."""
    with pytest.raises(Refused) as refused:
        read(scan(*[(10, 10)] * 4), name="x.tiff", limits=Limits(ocr_pages=3))

    assert refused.value.reason is Refusal.TOO_MANY_PAGES


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
@pytest.mark.parametrize("keep", [0.3, 0.6])
def test_a_broken_picture_is_refused(install_tesseract: Install, kind: str, keep: float) -> None:
    """A picture that was cut off is damaged, or what is left of it is read."""
    install_tesseract((1, 1, "word", 96))
    content = picture(300, 300, kind)

    try:
        read(content[: int(len(content) * keep)], name="x")
    except Refused as refused:
        assert refused.reason in {Refusal.DAMAGED, Refusal.UNKNOWN_TYPE, Refusal.UNSURE_ENCODING}  # noqa: PT017 (either end is right)


def test_bare_dots_become_a_picture_that_holds_nothing_else() -> None:
    """Dot for dot, and no more than them."""
    drawn = Drawn(width=2, height=1, mode="RGB", dots=b"\xff\0\0\0\0\xff")

    with Image.open(io.BytesIO(drawn_as_png(drawn)), formats=["PNG"]) as image:
        assert (image.size, image.info) == ((2, 1), {})
        assert image.tobytes() == drawn.dots
