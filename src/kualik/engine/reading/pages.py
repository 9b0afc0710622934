"""Put pages together into one text, with the place of each page and word in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kualik.engine.facts import Page, WordBox

__all__ = ["Sheet", "paginate"]

BETWEEN = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page by itself: offsets count from its own beginning, sizes are in points."""

    text: str
    boxes: tuple[WordBox, ...] = ()
    width: float = 0.0
    height: float = 0.0


def paginate(sheets: Iterable[Sheet]) -> tuple[str, tuple[Page, ...]]:
    """Join pages by a line break.

    Args:
        sheets: the pages in their order, numbered from 1.

    Returns:
        The text, and for each page its stretch of it with the boxes moved there.
    """
    texts: list[str] = []
    pages: list[Page] = []
    start = 0
    for number, sheet in enumerate(sheets, start=1):
        end = start + len(sheet.text)
        boxes = tuple(_moved(box, start) for box in sheet.boxes)
        pages.append(Page(number=number, start=start, end=end, width=sheet.width, height=sheet.height, boxes=boxes))
        texts.append(sheet.text)
        start = end + len(BETWEEN)
    return BETWEEN.join(texts), tuple(pages)


def _moved(box: WordBox, by: int) -> WordBox:
    """Move a box along the text; written out, since `replace` costs ten times as much and books have a million."""
    return WordBox(
        start=box.start + by, end=box.end + by, left=box.left, top=box.top, right=box.right, bottom=box.bottom
    )
