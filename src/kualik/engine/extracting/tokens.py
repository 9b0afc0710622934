"""Text into tokens, sentences and quotations, each with its place in the text.

Every pattern is a plain character class with no nested repetition, so time grows with length and no faster.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.words import ABBREVIATIONS, MONTHS, WEEKDAYS

__all__ = ["Dateline", "Sentence", "Span", "Text", "Token", "split"]

LONGEST_SENTENCE = 160  # tokens; what is longer is a list or a table, and is cut so that work stays linear
HEADING_WORDS = 25
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:[-‐][^\W\d_]+)*"
    r"|[A-Z]{2,}(?:/[A-Z]{2,})+"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?:[-‐'’·][^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)*"
    r"|--|\.\.\.|\S"
)
PARAGRAPH = re.compile(r"[^\n]+")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w/'-]*(?: [^\W\d_][\w'-]*){0,2})(?:, (?P<rest>[\w .]{2,30}))?"
    r"(?: +(?:--|—|–) +|(?P<dot>\. +))"
)
DATED = re.compile(r"(?P<rest>[^\W\d_]{3,9} (?:\d{1,2} )?\d{4})(?: +(?:--|—|–) +)")
OPENING, CLOSING = "“«„", "”»"
ENDINGS = frozenset({".", "!", "?", "…", "..."})
CLOSERS = frozenset('"”»)]’')


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number or mark; `quote` is the number of the quotation it stands in, or -1."""

    start: int
    end: int
    text: str
    lower: str
    quote: int = -1

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter (or is in a script that has none)."""
        return self.text[0].isalpha() and not self.text[0].islower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, with the number of its paragraph. A heading is not read for facts."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a report was filed, as its first line says."""

    place: str | None
    date: Span | None
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in sentences, with its quotations and dateline."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Span, ...]
    dateline: Dateline | None = None


def split(text: str) -> Text:
    """Split a text into sentences of tokens, and find what is quoted.

    Args:
        text: any text; it is not changed.

    Returns:
        Sentences in order; headings are marked; the dateline is left out of the first sentence.
    """
    paragraphs = tuple(_paragraphs(text))
    quotes = tuple(quote for span in paragraphs for quote in _quotes(text, span))
    sentences: list[Sentence] = []
    dateline: Dateline | None = None
    for number, span in enumerate(paragraphs):
        ends = number > 2 and number >= len(paragraphs) * 0.8
        heading = not ends and _is_heading(text[span.start : span.end], first=number == 0, only=len(paragraphs) == 1)
        found = None if heading or dateline or number > 3 else _dateline(text, span)
        dateline = dateline or found
        tokens = _tokens(text, Span(start=found.end if found else span.start, end=span.end), quotes)
        sentences += (
            Sentence(start=group[0].start, end=group[-1].end, tokens=group, paragraph=number, heading=heading)
            for group in _sentences(tokens)
        )
    return Text(text=text, sentences=tuple(sentences), quotes=quotes, dateline=dateline)


def _paragraphs(text: str) -> Iterator[Span]:
    """Take lines as paragraphs, unless the text was wrapped: then a blank line parts them."""
    lines = [Span(start=match.start(), end=match.end()) for match in PARAGRAPH.finditer(text)]
    wrapped = _is_wrapped(lines)
    held: Span | None = None
    for line in (line for line in lines if text[line.start : line.end].strip()):
        joined = held and text.count("\n", held.end, line.start) == 1
        if held and joined and (wrapped or text[line.start].islower()):
            held = Span(start=held.start, end=line.end)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_wrapped(lines: Sequence[Span]) -> bool:
    lengths = [line.end - line.start for line in lines]
    longest = max(lengths, default=0)
    return len(lines) > 5 and 40 < longest <= 100 and sum(n > longest - 18 for n in lengths) > len(lines) * 0.6


def _is_heading(paragraph: str, *, first: bool, only: bool) -> bool:
    words = paragraph.split()
    if only or len(words) > HEADING_WORDS or paragraph.rstrip(CLOSING + '" ')[-1:] in {".", "!", "?", ";", ","}:
        return first and not only and len(words) <= HEADING_WORDS and paragraph.strip()[:1] in {'"', "“"}
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(not word[0].islower() for word in long)
    return first or (":" not in paragraph and len(words) > 1 and bool(long) and capitals > len(long) * 0.7)


def _dateline(text: str, span: Span) -> Dateline | None:
    dated = DATED.match(text, span.start, min(span.end, span.start + 60))
    if dated:
        return Dateline(place=None, date=Span(start=dated.start("rest"), end=dated.end("rest")), end=dated.end())
    match = DATELINE.match(text, span.start, min(span.end, span.start + 90))
    if not match:
        return None
    rest = match["rest"] or ""
    has_date = any(word.strip(".").casefold() in MONTHS for word in rest.split())
    if match["dot"] and not has_date:
        return None
    if not (match["place"].isupper() or has_date):
        return None
    date = Span(start=match.start("rest"), end=match.end("rest")) if has_date else None
    place = match["place"].split("/")[0]
    return Dateline(place=place.title() if place.isupper() else place, date=date, end=match.end())


def _quotes(text: str, span: Span) -> Iterator[Span]:
    """Pair quotation marks; a straight one opens where a blank or nothing stands before it."""
    opened: int | None = None
    for place in range(span.start, span.end):
        mark = text[place]
        if mark == '"':
            before = text[place - 1] if place > span.start else " "
            opening = opened is None and (before.isspace() or before in "([—–-/")
        elif mark in OPENING:
            opening = opened is None
        elif mark not in CLOSING:
            continue
        else:
            opening = False
        if opening:
            opened = place
        elif opened is not None and mark not in OPENING:
            yield Span(start=opened, end=place + 1)
            opened = None
    if opened is not None and text[opened] in '"“«':
        # a quotation that runs on into the next paragraph is left open at the end of this one
        yield Span(start=opened, end=span.end)


def _tokens(text: str, span: Span, quotes: Sequence[Span]) -> list[Token]:
    found: list[Token] = []
    inside = 0
    for match in TOKEN.finditer(text, span.start, span.end):
        while inside < len(quotes) and quotes[inside].end <= match.start():
            inside += 1
        quoted = inside if inside < len(quotes) and quotes[inside].start <= match.start() else -1
        for start, end in _possessive(match.group(), match.start()):
            word = text[start:end]
            found.append(Token(start=start, end=end, text=word, lower=word.replace("’", "'").casefold(), quote=quoted))
    return found


def _possessive(word: str, start: int) -> Iterator[tuple[int, int]]:
    if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
        yield start, start + len(word) - 2
        yield start + len(word) - 2, start + len(word)
    else:
        yield start, start + len(word)


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for place, token in enumerate(tokens):
        after = place + 1
        if token.text in ENDINGS:
            while (
                after < len(tokens) and tokens[after].text in CLOSERS and tokens[after].start == tokens[after - 1].end
            ):
                after += 1
        ends = token.text in ENDINGS and _ends(tokens, place, after)
        if after > start and (ends or after - start >= LONGEST_SENTENCE):
            yield tuple(tokens[start:after])
            start = after
    if start < len(tokens):
        yield tuple(tokens[start:])


def _ends(tokens: Sequence[Token], place: int, after: int) -> bool:
    if after >= len(tokens):
        return True
    before, follows = tokens[place - 1] if place else None, tokens[after]
    if follows.start == tokens[after - 1].end or follows.text[0].islower():
        return False
    if before and before.end == tokens[place].start and tokens[place].text == ".":
        short = before.lower in ABBREVIATIONS and before.lower not in WEEKDAYS
        numbered = before.text.isdigit() and place < 2
        return not (short or numbered or (len(before.text) == 1 and before.capital and before.lower != "i"))
    return True
