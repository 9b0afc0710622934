"""The letters that the demo's scans are drawn with: Noto, one file per alphabet."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from unicodedata import category, name

from PIL import ImageFont

__all__ = ["Face", "face"]

ALPHABETS = ("latin", "cyrillic", "cyrillic-ext")
KAZAKH = set("ӘәҒғҚқҢңӨөҮүҺһ")  # not in Noto's plain Cyrillic file; Ұ ұ І і are


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at one size; `advance` is the width of every letter where all are equal, in pixels."""

    alphabets: dict[str, ImageFont.FreeTypeFont]
    advance: float | None

    def of(self, letter: str) -> ImageFont.FreeTypeFont:
        """Find the file that has the letter."""
        if letter in KAZAKH:
            return self.alphabets["cyrillic-ext"]
        cyrillic = letter == "№" or (category(letter).startswith("L") and name(letter, "").startswith("CYRILLIC"))
        return self.alphabets["cyrillic" if cyrillic else "latin"]


@cache
def face(kind: str, size: int) -> Face:
    """Load a typeface.

    Args:
        kind: "monospace", or anything else for the proportional one.
        size: pixels.
    """
    family = "noto-sans-mono" if kind == "monospace" else "noto-sans"
    loaded = {alphabet: _font(f"{family}-{alphabet}-400-normal.woff2", size) for alphabet in ALPHABETS}
    return Face(loaded, loaded["latin"].getlength("m") if kind == "monospace" else None)


def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files("kualik.cli.demo_corpus") / "fonts" / file) as path:
        return ImageFont.truetype(path, size)
