"""A document's text cut where claims begin and end, so that every claim is marked in it."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

__all__ = ["Mark", "Segment", "drawn", "locate", "mark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim's passage: its id, its number on the page, its offsets in code points, its stance and status."""

    id: str
    number: int
    start: int
    end: int
    stance: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same claims; without claims it is plain. `opens` are the marks that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    page: int = 0  # the number of the page that begins here; 0 where none does
    found: bool = False  # whether a search led to these words
    first_found: bool = False

    @property
    def leading(self) -> Mark:
        """The claim that gives the stretch its colour: the narrowest passage, since it says most about these words."""
        return min(self.marks, key=lambda one: (one.end - one.start, one.number))

    @property
    def ids(self) -> str:
        """All claims of the stretch, as the page's script reads them."""
        return " ".join(one.id for one in self.marks)

    @property
    def status(self) -> str:
        """How the stretch is drawn: accepted where one claim is, put aside where none is left."""
        states = {one.status for one in self.marks}
        if "accepted" in states:
            return "accepted"
        return "proposed" if "proposed" in states else "put-aside"

    @property
    def depth(self) -> int:
        """How many claims lie on each other here, 3 at most."""
        return min(len(self.marks), 3)


def mark(
    *,
    text: str,
    marks: Sequence[Mark],
    pages: Sequence[tuple[int, int]] = (),
    found: tuple[int, int] | None = None,
) -> tuple[Segment, ...]:
    """Cut a text wherever a passage or a page begins or ends.

    Args:
        text: the document's text.
        marks: the passages; offsets in code points, within the text.
        pages: number and start of each page, for documents that have pages.
        found: start and end of the words to which a search led.

    Returns:
        Segments in order, whose texts joined are the text.
    """
    starts = {start: number for number, start in pages}
    first, last = found or (0, 0)
    ends = (min(one, len(text)) for one in (first, last))
    cuts = sorted({0, len(text), *starts, *ends, *(cut for one in marks for cut in (one.start, one.end))})
    ordered = sorted(marks, key=lambda one: (one.start, -one.end))
    segments: list[Segment] = []
    open_: list[Mark] = []
    next_ = 0
    for start, end in pairwise(cuts):
        open_ = [one for one in open_ if one.end > start]
        began = []
        while next_ < len(ordered) and ordered[next_].start <= start:
            began.append(ordered[next_])
            next_ += 1
        open_ += began
        segments.append(
            Segment(
                text=text[start:end],
                marks=tuple(open_),
                opens=tuple(began),
                page=starts.get(start, 0),
                found=first <= start < last,
                first_found=first == start < last,
            )
        )
    return tuple(segments)


def drawn(segments: Iterable[Segment], *, here: Container[str], pictured: bool = False) -> SafeString:
    """Write a marked text as HTML. In Python and not in a template: a long text has thousands of segments.

    Args:
        segments: the text.
        here: the claims whose cards are on the page; the others' are on another.
        pictured: whether there is a picture of each page.
    """
    return format_html_join("", "{}", ((_drawn(one, here, pictured=pictured),) for one in segments))


def _drawn(segment: Segment, here: Container[str], *, pictured: bool) -> SafeString:
    text = format_html("{}", segment.text)
    if segment.found:
        which = format_html(' id="{}"', "at") if segment.first_found else ""
        text = format_html('<mark class="found"{}>{}</mark>', which, text)
    if segment.marks:
        text = _linked(segment, text, here)
    if not segment.page:
        return text
    said: str = _("Page %(number)s") % {"number": segment.page}
    if pictured:
        said = format_html('<a href="?view=page&amp;page={}">{}</a>', segment.page, said)
    return format_html('<span class="pagemark" id="page-{}">{}</span>{}', segment.page, said, text)


def _linked(segment: Segment, text: SafeString, here: Container[str]) -> SafeString:
    lead = segment.leading
    own, *others = (format_html("passage-{}", one.number) for one in segment.opens) if segment.opens else ("",)
    return format_html(
        '<a class="mark is-{} {} deep-{}" href="{}#claim-{}" draggable="false" data-claims="{}"{}>{}</a>{}',
        lead.stance.replace(" ", "-"),
        segment.status,
        segment.depth,
        "" if lead.id in here else f"?claim={lead.id}",
        lead.id,
        segment.ids,
        format_html(' id="{}"', own) if own else "",
        text,
        format_html_join("", '<span id="{}"></span>', ((one,) for one in others)),
    )


def locate(*, text: str, quote: str, near: int = 0) -> tuple[int, int] | None:
    """Find where a quote stands in a text, the place nearest to a hint.

    A browser changes line ends and joins spaces, so any white space in the quote matches any in the text.

    Returns:
        Start and end in code points, or None where the text does not say that.
    """
    words = quote.split()
    if not words:
        return None
    found: Iterable[re.Match[str]] = re.finditer(r"\s+".join(map(re.escape, words)), text)
    best = min(found, key=lambda match: abs(match.start() - near), default=None)
    return best.span() if best else None
