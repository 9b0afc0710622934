"""Tests of drawing pages, hostile ones among them."""

import io

import pytest
from PIL import Image

from kualik.engine.reading import Limits, Refusal, Refused
from kualik.engine.reading.drawing import draw
from kualik.engine.reading.drawn import Drawn
from tests.engine.reading.samples import encrypted_pdf, pdf, placed_pdf

LIMITS = Limits(rendered_side=400, pixels=1_000_000)


def drawn(content: bytes, number: int = 1, limits: Limits = LIMITS) -> Drawn:
    """Draw a page."""
    return draw(content, name="x", number=number, limits=limits)


def image(one: Drawn) -> Image.Image:
    """Make a picture of the dots."""
    return Image.frombytes(one.mode, (one.width, one.height), one.dots)


def darkest(made: Image.Image) -> int:
    """Find how dark the darkest dot is, from 0 for black to 255 for white."""
    return min(made.convert("L").tobytes())


def written(kind: str, made: Image.Image, **options: object) -> bytes:
    """Write a picture as a file."""
    file = io.BytesIO()
    made.save(file, format=kind, **options)
    return file.getvalue()


def sized_pdf(width: str, height: str) -> bytes:
    """Make a PDF whose page has these sides."""
    return pdf("x").replace(b"MediaBox[0 0 612 792]", f"MediaBox[0 0 {width} {height}]".encode())


def test_a_page_of_a_pdf_is_drawn_with_its_words_where_they_are() -> None:
    """Dark at the words, white elsewhere, in the proportions of the paper."""
    one = drawn(placed_pdf((72, 700, "HHHHHHHH")))

    assert 399 <= max(one.width, one.height) <= 400
    assert one.width / one.height == pytest.approx(612 / 792, abs=0.01)
    scale = one.height / 792
    assert darkest(image(one).crop((70 * scale, (792 - 712) * scale, 140 * scale, (792 - 698) * scale))) < 128
    assert darkest(image(one).crop((0, one.height // 2, one.width, one.height))) == 255


def test_the_page_that_is_asked_for_is_drawn() -> None:
    """An empty second page is white."""
    content = pdf("HHHH", "")

    assert darkest(image(drawn(content, 1))) < 128
    assert darkest(image(drawn(content, 2))) == 255


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF"])
def test_a_scan_is_drawn_no_larger_than_asked(kind: str) -> None:
    """Whatever its format, it keeps its colours and its proportions."""
    one = drawn(written(kind, Image.new("RGB", (900, 450), (255, 0, 0))))

    assert (one.width, one.height) == (400, 200)
    red, green, _blue = image(one).convert("RGB").getpixel((200, 100))  # type: ignore[misc]  # three colours
    assert red > 240
    assert green < 16


def test_a_photograph_is_drawn_upright() -> None:
    """A camera that was held upright says so in the file."""
    exif = Image.Exif()
    exif[0x0112] = 6

    one = drawn(written("JPEG", Image.new("L", (300, 200)), exif=exif))

    assert (one.width, one.height, one.mode) == (200, 300, "L")


@pytest.mark.parametrize(
    ("content", "number", "reason"),
    [
        (b"Only a text.", 1, Refusal.UNKNOWN_TYPE),
        (encrypted_pdf(), 1, Refusal.ENCRYPTED),
        (b"%PDF-1.7\n" + bytes(500), 1, Refusal.DAMAGED),
        (pdf("x"), 2, Refusal.DAMAGED),
        (pdf("x"), 10**9, Refusal.DAMAGED),
        (written("PNG", Image.new("1", (1100, 1000))), 1, Refusal.TOO_MANY_PIXELS),
        (written("PNG", Image.new("L", (9, 9))), 2, Refusal.DAMAGED),
        (written("PNG", Image.new("L", (900, 900)))[:80], 1, Refusal.DAMAGED),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(content: bytes, number: int, reason: Refusal) -> None:
    """Text, a password, damage, no such page, too many dots."""
    with pytest.raises(Refused) as refused:
        drawn(content, number)

    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("width", "height"), [("14400", "1"), ("1", "14400"), ("100000000", "100000000"), ("0.01", "0.01"), ("0", "0")]
)
def test_no_page_is_drawn_larger_than_the_limit_however_large_it_says_it_is(width: str, height: str) -> None:
    """Nor smaller than one dot."""
    one = drawn(sized_pdf(width, height))

    assert 1 <= one.width <= 400
    assert 1 <= one.height <= 400
    assert len(one.dots) == one.width * one.height * 3
