"""Draw a page of a PDF or a scan as somebody would see it on paper. For files of strangers: by `Apart.draw` only."""

from contextlib import closing

import pypdfium2
from PIL import Image, ImageOps

from kualik.engine.reading.drawn import Drawn
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.pdf import open_book
from kualik.engine.reading.picture import check_pixels, opened
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import IMAGES, PDF, sniff

__all__ = ["DRAWN", "draw"]

DRAWN = frozenset({PDF, "image/webp", *IMAGES.values()})
"""Media types that have pages to be seen."""
SHARPEST = 2.5  # dots to a point: 180 to the inch, at which small print can be read
GREY = frozenset({"1", "L"})


def draw(content: bytes, *, name: str, number: int, limits: Limits) -> Drawn:
    """Draw one page.

    Args:
        content: the file.
        name: its name, a hint at its type.
        number: the page, from 1.
        limits: `rendered_side` is the longer side of the drawing, `pixels` those of a picture that is decoded.

    Raises:
        Refused: it is no PDF and no picture, it is damaged, too large, or has no such page.
    """
    media_type = sniff(content, name=name)
    if media_type not in DRAWN:
        raise Refused(Refusal.UNKNOWN_TYPE, detail=f"{media_type} has no pages to be seen")
    image = _of_pdf(content, number, limits) if media_type == PDF else _of_picture(content, number, limits)
    return Drawn(width=image.width, height=image.height, mode=image.mode, dots=image.tobytes())


def _of_pdf(content: bytes, number: int, limits: Limits) -> Image.Image:
    with closing(open_book(content)) as book:
        if not 1 <= number <= len(book):
            raise Refused(Refusal.DAMAGED, detail=f"there is no page {number}")
        try:
            with closing(book[number - 1]) as page:
                # Rounded up by the library, so a dot is left for that.
                scale = min(SHARPEST, (limits.rendered_side - 1) / max(*page.get_size(), 1.0))
                image: Image.Image = page.render(scale=scale).to_pil()
                return image.convert("RGB")
        except pypdfium2.PdfiumError as error:
            raise Refused(Refusal.DAMAGED, detail=f"PDF: {error}", where=f"page {number}") from error


def _of_picture(content: bytes, number: int, limits: Limits) -> Image.Image:
    with opened(content) as image:
        image.seek(number - 1)
        check_pixels(image, limits)
        side = (limits.rendered_side, limits.rendered_side)
        image.draft("RGB", side)  # a JPEG is decoded no larger than it is needed
        upright = ImageOps.exif_transpose(image).convert("L" if image.mode in GREY else "RGB")
        upright.thumbnail(side)
        return upright
