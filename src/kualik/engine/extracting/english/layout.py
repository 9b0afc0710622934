"""The parts of an English report before it is parsed: paragraphs, headings, dateline, sentences.

Every pattern is a plain character class with no nested repetition, so time grows with length and no faster.
"""

import re
from collections.abc import Iterator, Sequence

from kualik.engine.extracting.english.parsed import Dateline
from kualik.engine.extracting.english.words import ABBREVIATIONS, MONTHS, WEEKDAYS, word_set
from kualik.engine.extracting.spans import Span

__all__ = ["cut", "find_dateline", "find_paragraphs", "is_heading"]

HEADING_WORDS = 25
LONGEST = 900  # characters of a sentence; what is longer is a list or a table, and is cut so that work stays linear
PARAGRAPH = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w/'’.-]*(?: [^\W\d_][\w'’-]*){0,2})"
    r"(?P<more>(?:, [\w .]{2,24}){0,3})(?: ?\((?P<agency>[\w .&/-]{2,24})\))?"
    r"(?: *(?P<dash>--|—|–|-) +|(?P<dot>\. +))"
)
AGENCY = re.compile(r"\((?P<agency>[\w .&/-]{2,24})\) *(?:--|—|–|-) +")
DATED = re.compile(r"(?P<rest>[^\W\d_]{3,9} (?:\d{1,2},? )?\d{4})(?: +(?:--|—|–) +)")
BYLINE = re.compile(r"(?:By|Reporting by|Written by|Photo by|Photo:|Editing by|Story by|Text by) [A-Z]")
END = re.compile(r"(?:\.\.\.|[.!?…。！？]+)[\"”’')\]»]*(?=\s)")
NEXT = re.compile(r"\s*(\S+)")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+$")
STARTERS = word_set(
    "the he she it they we i in on at a an but and his her their this that these those after before when while "
    "according as if there one two many most some several since for by no not you our my its"
)


def find_paragraphs(text: str) -> Iterator[Span]:
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


def is_heading(paragraph: str, *, first: bool, only: bool, last: bool) -> bool:
    """Say whether a paragraph is a heading: short, without an end, and the first or in title case or very short.

    Args:
        paragraph: its text.
        first: whether nothing stands before it.
        only: whether the text has no other.
        last: whether it stands in the last part of the text, where signatures and credits stand.
    """
    words = paragraph.split()
    stripped = paragraph.rstrip("”»’'\") ")
    if only or len(words) > HEADING_WORDS or BYLINE.match(paragraph):
        return False
    if stripped[-1:] in {".", "!", "?", ";", ",", "…"}:
        quoted = paragraph.strip()[:1] in {'"', "“", "‘", "'"}
        return first and (quoted or stripped[-1:] in {"?", "!"})
    if first:
        return True
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(not word[0].islower() for word in long)
    return not last and ":" not in paragraph and len(words) > 1 and bool(long) and capitals > len(long) * 0.7


def find_dateline(text: str, span: Span) -> Dateline | None:
    """Find where and when a report was filed at the beginning of a paragraph."""
    dated = DATED.match(text, span.start, min(span.end, span.start + 60))
    if dated:
        date = Span(start=dated.start("rest"), end=dated.end("rest"))
        return Dateline(place=None, date=date, agency=None, end=dated.end())
    agency = AGENCY.match(text, span.start, min(span.end, span.start + 60))
    if agency:
        return Dateline(place=None, date=None, agency=agency["agency"], end=agency.end())
    match = DATELINE.match(text, span.start, min(span.end, span.start + 110))
    return _placed(match) if match else None


def _placed(match: re.Match[str]) -> Dateline | None:
    more = match["more"] or ""
    dated = any(word.strip(".").casefold() in MONTHS for word in more.replace(",", " ").split())
    if (match["dot"] and not dated) or not (match["place"].isupper() or dated or match["agency"]):
        return None
    if match["place"].casefold() in {"q", "a"}:
        return None
    date = Span(start=match.start("more") + 2, end=match.end("more")) if dated else None
    place = match["place"].split("/")[0]
    place = place.title() if place.isupper() and len(place) > 3 else place
    return Dateline(place=place, date=date, agency=match["agency"], end=match.end())


def cut(text: str, span: Span) -> Iterator[Span]:
    """Cut a paragraph into sentences, none longer than a limit."""
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        if _ends(text, start, match, span.end):
            yield from _pieces(text, start, match.end())
            start = match.end()
    yield from _pieces(text, start, span.end)


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    follows = NEXT.match(text, match.end(), min(limit, match.end() + 80))
    if follows is None:
        return True
    word = follows.group(1).lstrip("\"“‘'(«[")
    if not word or word[0].islower():
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = text[max(start, match.start() - 30) : match.start()].split()
    last = before[-1].lstrip("\"“‘'(«[") if before else ""
    return not _is_short(last, first=len(before) == 1, after=word)


def _is_short(last: str, *, first: bool, after: str) -> bool:
    """Say whether a full stop after a word is that of an abbreviation, an initial or a number in a list."""
    folded = last.casefold()
    starts = after.rstrip(",.").casefold() in STARTERS
    if DOTTED.fullmatch(last + ".") and folded != "i":
        return not starts or len(last) == 1
    if last.isdigit() and first:
        return True
    return folded in ABBREVIATIONS and folded not in WEEKDAYS and not (folded in MONTHS and starts)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch without its outer blanks, cut at blanks where it is too long."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        edge = blank if blank > 0 else start + LONGEST
        yield from _trimmed(text, start, edge)
        start = edge
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    said = text[start:end]
    start, end = start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())
    if start < end:
        yield Span(start=start, end=end)
