"""Quotation marks in pairs, straight and curly, double and single, over the ends of paragraphs too."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.english.parsed import Quote
from kualik.engine.extracting.spans import Span

__all__ = ["find_quotes"]

OPENING, CLOSING = "“«„‟", "”»"
BEFORE = frozenset("([{—–-/‘'")
LONGEST = 20_000  # characters; a mark left open for longer was no mark of a quotation
SINGLE_LONGEST = 600


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """Pair the quotation marks of a text.

    Args:
        text: any text.
        paragraphs: its paragraphs, in order.

    Returns:
        Quotations in order of their beginning, marks included. A single quotation lies outside double ones only.
    """
    found: list[Quote] = []
    for span in paragraphs:
        goes_on = bool(found) and not found[-1].closed
        here = list(_double(text, span, goes_on=goes_on))
        found += here or list(_single(text, span))
    return tuple(found)


def _double(text: str, span: Span, *, goes_on: bool) -> Iterator[Quote]:
    opened: int | None = None
    for place in range(span.start, span.end):
        mark = text[place]
        if mark == '"':
            opening = opened is None and _may_open(text, place, span)
        elif mark in OPENING:
            opening = opened is None
        elif mark in CLOSING:
            opening = False
        else:
            continue
        if opening:
            opened = place
        elif opened is not None and mark not in OPENING:
            continues = goes_on and not text[span.start : opened].strip()
            yield Quote(start=opened, end=place + 1, continues=continues)
            opened = None
    if opened is not None and span.end - opened <= LONGEST:
        continues = goes_on and not text[span.start : opened].strip()
        yield Quote(start=opened, end=span.end, closed=False, continues=continues)


def _may_open(text: str, place: int, span: Span) -> bool:
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1] if place + 1 < span.end else " "
    return (before.isspace() or before in BEFORE) and not after.isspace()


def _single(text: str, span: Span) -> Iterator[Quote]:
    """Pair single marks in a paragraph that has no double ones; an apostrophe stands between letters or after s."""
    opened: int | None = None
    for place in range(span.start, span.end):
        mark = text[place]
        if mark not in "'‘’":
            continue
        before = text[place - 1] if place > span.start else " "
        after = text[place + 1] if place + 1 < span.end else " "
        if opened is None and mark != "’" and (before.isspace() or before in "([—–-") and after.isalnum():
            opened = place
        elif opened is not None and mark != "‘" and not after.isalnum() and not before.isspace():
            if place - opened > SINGLE_LONGEST:
                opened = None
            elif before in ",.?!…" or _is_last(text, place, span):
                yield Quote(start=opened, end=place + 1)
                opened = None


def _is_last(text: str, place: int, span: Span) -> bool:
    """Say whether no better closing mark follows near by: "the workers' 'school'" has an apostrophe first."""
    if text[place - 1] != "s":
        return True
    ahead = text[place + 1 : min(span.end, place + SINGLE_LONGEST)]
    following = next((at for at, mark in enumerate(ahead) if mark in "'’" and not ahead[at + 1 : at + 2].isalnum()), -1)
    return following < 0 or "‘" in ahead[:following] or " '" in ahead[:following]
