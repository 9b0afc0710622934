"""A Kazakh text as paragraphs and frames: sentences in which a quotation stands as one piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kualik.engine.extracting.kazakh.quotations import Quote, find_quotes
from kualik.engine.extracting.kazakh.tokens import Token, is_break, tokenise
from kualik.engine.extracting.spans import Span

__all__ = ["Frame", "Page", "read_page"]

LONGEST = 120  # tokens of one frame; a text without a full stop is cut
HEADING = 16  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sentence; `quote` is the quotation it belongs to, or -1. A quotation inside it is one token."""

    tokens: tuple[Token, ...]
    quote: int
    paragraph: int
    heading: bool = False


@dataclass(slots=True, kw_only=True)
class Page:
    """The text cut up."""

    text: str
    tokens: list[Token]
    quotes: list[Quote] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def span(self, first: Token, last: Token) -> Span:
        """The passage from one token to another, both included."""
        return Span(start=first.start, end=max(first.end, last.end))


def read_page(text: str) -> Page:
    """Cut a text up.

    Args:
        text: in Cyrillic letters.

    Returns:
        Tokens, quotations and frames in the order of the text; frames of a quotation follow the one it stands in.
    """
    page = Page(text=text, tokens=tokenise(text))
    paragraphs = list(_paragraphs(text, page.tokens))
    page.quotes = find_quotes(page.tokens, paragraphs)
    openings: dict[int, int] = {}
    for number, quote in enumerate(page.quotes):
        if not quote.title:
            openings.setdefault(quote.first, number)
    for number, (first, last) in enumerate(paragraphs):
        for frame in _frames(page, openings, first, last, -1):
            page.frames.append(replace(frame, paragraph=number, heading=_is_heading(page, frame, number, last)))
    return page


def _paragraphs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or "\n" in text[tokens[i - 1].end : tokens[i].start]:
            yield first, i
            first = i


def _is_heading(page: Page, frame: Frame, number: int, last: int) -> bool:
    """Say whether a paragraph is a title: short, at the head of the text, without a full stop."""
    words = sum(token.word for token in frame.tokens)
    closing = page.tokens[last - 1].text
    return frame.quote < 0 and number == 0 and words <= HEADING and closing not in {".", ":", ";", ","}


def _frames(page: Page, openings: dict[int, int], first: int, last: int, quote: int) -> Iterator[Frame]:
    """Cut a stretch into sentences; what is quoted in it is cut after each."""
    stack = [(first, last, quote)]
    while stack:
        first, last, quote = stack.pop(0)
        inside: list[tuple[int, int, int]] = []
        items: list[Token] = []
        for token in _items(page, openings, first, last, quote, inside):
            items.append(token)
            if len(items) >= LONGEST or _ends(page, items, last):
                yield Frame(tokens=tuple(items), quote=quote, paragraph=0)
                items = []
        if items:
            yield Frame(tokens=tuple(items), quote=quote, paragraph=0)
        stack.extend(inside)


def _items(
    page: Page, openings: dict[int, int], first: int, last: int, quote: int, inside: list[tuple[int, int, int]]
) -> Iterator[Token]:  # fmt: skip
    i = first
    while i < last:
        number = openings.get(i, -1)
        if number < 0 or number == quote or page.quotes[number].last > last:
            yield page.tokens[i]
            i += 1
            continue
        found = page.quotes[number]
        begun, closed = page.tokens[found.first], page.tokens[found.last - 1]
        yield Token(
            i=i, start=begun.start, end=closed.end, text=page.text[begun.start : closed.end], lower="«»", quote=number
        )
        inside.append((found.first + 1, found.last - (not found.dialogue), number))
        i = found.last


def _ends(page: Page, items: Sequence[Token], last: int) -> bool:
    token = items[-1]
    end = page.quotes[token.quote].last if token.quote >= 0 else token.i + 1
    if end >= last:
        return False
    after = page.tokens[end]
    if token.quote >= 0:
        closed = page.tokens[end - 2].text in {".", "!", "?", "…", "..."}
        return closed and (after.capital or after.text == "«") and not page.quotes[token.quote].dialogue
    return is_break(token, items[-2] if len(items) > 1 else None, after)
