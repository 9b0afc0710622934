"""Passages on the picture of a page: from offsets in its text to boxes around its words, and to an SVG over it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kualik.web.marking import Mark

__all__ = ["Box", "boxed", "overlay", "words_of"]

AROUND = 1.5  # points of paper shown around the letters
WORD_GAP = 2.0  # times the height of a line that words of one line lie apart at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of a page, in points from its top left, and the characters of the document's text that stand there."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


def words_of(told: Iterable[Sequence[float]]) -> list[Box]:
    """Read the boxes of words as a page keeps them."""
    return [
        Box(start=int(start), end=int(end), left=left, top=top, right=right, bottom=bottom)
        for start, end, left, top, right, bottom in told
    ]


def boxed(words: Sequence[Box], *, start: int, end: int, leftward: bool = False) -> list[Box]:
    """Find where a passage stands on a page: one box for each stretch of a line.

    Args:
        words: the boxes of the page's words, in the order of its text.
        start: where the passage begins.
        end: where it ends.
        leftward: whether the text is written from right to left.
    """
    found: list[Box] = []
    for word in words:
        if word.start >= end or word.end <= start:
            continue
        part = _cut(word, start, end, leftward=leftward)
        if found and _on_one_line(found[-1], part):
            found[-1] = _joined(found[-1], part)
        else:
            found.append(part)
    return found


def _cut(word: Box, start: int, end: int, *, leftward: bool) -> Box:
    """Take the part of a box that its passage covers: a line of Chinese is one word to a machine."""
    first, last = max(start, word.start), min(end, word.end)
    each = (word.right - word.left) / (word.end - word.start)
    before, after = (first - word.start) * each, (word.end - last) * each
    if leftward:
        before, after = after, before
    return replace(word, start=first, end=last, left=word.left + before, right=word.right - after)


def _on_one_line(line: Box, word: Box) -> bool:
    middle = (word.top + word.bottom) / 2
    gap = max(word.left - line.right, line.left - word.right)
    return line.top <= middle <= line.bottom and gap <= WORD_GAP * max(line.height, word.height)


def _joined(one: Box, other: Box) -> Box:
    return Box(
        start=one.start,
        end=other.end,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
    )


def overlay(
    *, words: Sequence[Box], marks: Iterable[Mark], here: Container[str], query: str, leftward: bool
) -> SafeString:
    """Draw every passage of a page as a link to its card, the longest first, so that none lies under another.

    Args:
        words: the boxes of the page's words.
        marks: the claims of the page, with offsets in the document's text.
        here: the claims whose cards are beside the picture.
        query: how an address asks for this page, before what else it asks for.
        leftward: whether the text is written from right to left.

    Returns:
        What stands inside an `<svg>` that has the page's size in points.
    """
    ordered = sorted(marks, key=lambda one: (one.start - one.end, one.number))
    drawn = ((mark, boxed(words, start=mark.start, end=mark.end, leftward=leftward)) for mark in ordered)
    return format_html_join("", "{}", ((_link(mark, boxes, here, query),) for mark, boxes in drawn if boxes))


def _link(mark: Mark, boxes: Sequence[Box], here: Container[str], query: str) -> SafeString:
    return format_html(
        '<a class="mark is-{} {}" id="passage-{}" href="{}#claim-{}" data-claims="{}"><title>{}</title>{}</a>',
        mark.stance.replace(" ", "-"),
        mark.status if mark.status in {"accepted", "proposed"} else "put-aside",
        mark.number,
        "" if mark.id in here else f"?{query}claim={mark.id}",
        mark.id,
        mark.id,
        _("Claim %(number)s") % {"number": mark.number},
        format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" rx="2"/>', map(_rect, boxes)),
    )


def _rect(box: Box) -> tuple[str, str, str, str]:
    width, height = box.right - box.left + 2 * AROUND, box.height + 2 * AROUND
    return f"{box.left - AROUND:.1f}", f"{box.top - AROUND:.1f}", f"{width:.1f}", f"{height:.1f}"
