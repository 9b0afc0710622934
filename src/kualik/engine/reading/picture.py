"""Read pictures and scans by recognising their letters. Sizes are checked before anything is decoded."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps

from kualik.engine.reading.drawn import Drawn
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.pages import Sheet, paginate
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.recognising import READER, Recognised, recognise
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["DOUBTFUL", "as_png", "check_pixels", "drawn_as_png", "opened", "parts"]

FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
PAGED = {"TIFF"}
SENSIBLE_DPI = range(50, 1201)
SCREEN_DPI = 96.0
POINTS = 72
DOUBTFUL = "much of the text was hard to recognise: compare it with the picture"
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
BROKEN = (OSError, ValueError, SyntaxError, struct.error, EOFError, IndexError, TypeError, OverflowError, KeyError)
"""What Pillow's decoders raise on damaged files, beside `UnidentifiedImageError`, which is an `OSError`."""


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read each page of a scan, or one picture."""
    sheets: list[Sheet] = []
    doubtful = False
    for frame, dpi in _frames(content, limits=job.limits):
        found = recognise(as_png(frame), dpi=dpi, language=job.options.language, limits=job.limits)
        sheets.append(_sheet(frame, dpi, found))
        doubtful |= found.doubtful
    text, pages = paginate(sheets)
    if not text.strip():
        raise Refused(Refusal.NO_TEXT, detail="no letters were recognised")
    check_characters(len(text), limits=job.limits)
    yield Part(text=text, reader=READER, title=first_line(text), pages=pages, warnings=(DOUBTFUL,) if doubtful else ())


def _sheet(frame: Image.Image, dpi: float, found: Recognised) -> Sheet:
    width, height = (side * POINTS / dpi for side in frame.size)
    return Sheet(text=found.text, boxes=found.boxes, width=width, height=height)


def _frames(content: bytes, *, limits: Limits) -> Iterator[tuple[Image.Image, float]]:
    """Decode the pages one by one, each upright and after its size was checked."""
    with opened(content) as image:
        count = getattr(image, "n_frames", 1) if image.format in PAGED else 1
        if count > limits.ocr_pages:
            raise Refused(Refusal.TOO_MANY_PAGES, detail=f"{count}, and {limits.ocr_pages} can be recognised")
        for number in range(count):
            image.seek(number)
            check_pixels(image, limits)
            yield ImageOps.exif_transpose(image).convert("RGB"), _dpi(image)


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """Open a picture; nothing is decoded yet.

    Raises:
        Refused: it is damaged, or far too large; also where that shows only when it is decoded.
    """
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            yield image
    except BOMBS as error:
        raise Refused(Refusal.TOO_MANY_PIXELS, detail=str(error)) from error
    except BROKEN as error:
        raise Refused(Refusal.DAMAGED, detail=f"the picture: {error}") from error


def check_pixels(image: Image.Image, limits: Limits) -> None:
    """Refuse a picture that is too large, before it is decoded.

    Raises:
        Refused: it has more pixels than the limits allow.
    """
    width, height = image.size
    if width * height > limits.pixels:
        raise Refused(Refusal.TOO_MANY_PIXELS, detail=f"{width:,} by {height:,}")


def _dpi(image: Image.Image) -> float:
    """Find the resolution that a picture says it has, or that of a screen if it says nothing sensible."""
    said = image.info.get("dpi")
    found = float(said[0]) if isinstance(said, tuple) else 0.0
    return found if int(found) in SENSIBLE_DPI else SCREEN_DPI


def as_png(image: Image.Image) -> bytes:
    """Write a picture as PNG, packed lightly, since it only goes to another program."""
    written = io.BytesIO()
    image.save(written, format="PNG", compress_level=1)
    return written.getvalue()


def drawn_as_png(drawn: Drawn) -> bytes:
    """Write bare dots as PNG."""
    return as_png(Image.frombytes(drawn.mode, (drawn.width, drawn.height), drawn.dots))
