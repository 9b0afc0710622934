"""Make scans of the demo's papers: a page of text as a camera or a scanner would give it."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from kualik.cli.demo_fonts import Face, face

__all__ = ["scan"]

DARKEST = 70  # how far grain may move a pixel, of 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How the page looks; lengths in pixels, angles in degrees."""

    width: int
    height: int
    margin: int
    font_size: int
    line_spacing: float
    paper: str
    ink: str
    rotate: float
    blur: float
    grain: float
    font: str
    dpi: int
    stamp: Mapping[str, Any] | None
    fold: int | None


def scan(text: str, layout: Mapping[str, Any], *, form: str, seed: int) -> bytes:
    """Draw a page and make it look scanned.

    Args:
        text: what is on the paper, line by line.
        layout: the manifest's description of the page.
        form: "PNG" or "PDF".
        seed: the grain's; the same seed gives the same bytes of picture.

    Returns:
        The file's bytes.
    """
    page = Paper(**{name: layout[name] for name in Paper.__dataclass_fields__})
    picture = Image.new("RGB", (page.width, page.height), page.paper)
    _write(picture, text, page)
    if page.stamp:
        _stamp(picture, page.stamp)
    if page.fold:
        ImageDraw.Draw(picture).line([(0, page.fold), (page.width, page.fold + 6)], fill="#cfc6b4", width=3)
    aged = _age(picture, page, random.Random(seed))  # noqa: S311 (grain of a picture, no secret)
    out = BytesIO()
    aged.save(out, form, resolution=page.dpi, dpi=(page.dpi, page.dpi))
    return out.getvalue()


def _write(picture: Image.Image, text: str, page: Paper) -> None:
    draw = ImageDraw.Draw(picture)
    used = face(page.font, page.font_size)
    height = page.font_size * page.line_spacing
    for number, line in enumerate(text.splitlines()):
        _line(draw, (page.margin, page.margin + number * height), line, used, page.ink)


def _line(draw: ImageDraw.ImageDraw, at: tuple[float, float], line: str, used: Face, ink: str) -> None:
    left, top = at
    for letter in line:
        font = used.of(letter)
        draw.text((left, top), letter, fill=ink, font=font)
        left += used.advance or font.getlength(letter)


def _stamp(picture: Image.Image, stamp: Mapping[str, Any]) -> None:
    radius = int(stamp["radius"])
    seal = Image.new("RGBA", (4 * radius, 4 * radius), (0, 0, 0, 0))
    draw = ImageDraw.Draw(seal)
    middle = 2 * radius
    colour = stamp["colour"]
    if stamp["shape"] == "round":
        draw.ellipse([middle - radius, middle - radius, middle + radius, middle + radius], outline=colour, width=6)
    else:
        draw.rectangle(
            [middle - 2 * radius + 8, middle - 40, middle + 2 * radius - 8, middle + 40], outline=colour, width=5
        )
    used = face("sans", max(18, radius // 6))
    width = sum(used.of(letter).getlength(letter) for letter in stamp["text"])
    _line(draw, (middle - width / 2, middle - radius / 8), stamp["text"], used, colour)
    turned = seal.rotate(float(stamp["angle"]), resample=Image.Resampling.BICUBIC)
    picture.paste(turned, (int(stamp["x"]) - radius, int(stamp["y"]) - radius), turned)


def _age(picture: Image.Image, page: Paper, chance: random.Random) -> Image.Image:
    turned = picture.rotate(page.rotate, resample=Image.Resampling.BICUBIC, fillcolor=page.paper)
    soft = turned.filter(ImageFilter.GaussianBlur(page.blur))
    speckle = Image.frombytes("L", soft.size, chance.randbytes(soft.width * soft.height))
    shade = Image.new("RGB", soft.size, (DARKEST, DARKEST, DARKEST))
    mask = speckle.point([math.floor(255 * page.grain * level / 255) for level in range(256)])
    return Image.composite(shade, soft, mask)
