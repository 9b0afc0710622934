"""Quotations given to their speakers: split round the verb, going on behind it and in the next paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.english.parsed import Parsed, Quote
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.extracting.spans import Span

__all__ = ["Passage", "follow_quotations"]

NEAR = 30  # passages looked back at
SHORT = 5  # words; a shorter quotation is a name or a term, unless it is a sentence of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An utterance with its place in the text; `rule` is that by which its words were found."""

    utterance: Utterance
    span: Span
    content: Span
    rule: str


def follow_quotations(parsed: Parsed, found: Sequence[Utterance]) -> list[Passage]:
    """Turn utterances into passages, and give every quotation that goes on to the one who speaks.

    Args:
        parsed: the text.
        found: its utterances.

    Returns:
        Passages in the order of the text; a paragraph that only goes on with somebody's quotation is one of its own.
    """
    taken = {parsed.words[place].quote for one in found for place in range(one.first, one.last)}
    passages = [_stretched(parsed, _passage(parsed, one), taken) for one in found]
    passages = [one for one in passages if one.content.end > one.content.start or not one.utterance.awaits]
    passages = sorted(passages, key=lambda one: (one.span.start, -one.span.end))
    for quote in parsed.quotes:
        _take_up(parsed, quote, passages)
    return passages


def _passage(parsed: Parsed, one: Utterance) -> Passage:
    span = parsed.span(one.begins, max(one.ends, one.begins + 1))
    if one.last <= one.first:
        cue = parsed.words[one.cue]
        return Passage(utterance=one, span=span, content=Span(start=cue.start, end=cue.start), rule=one.rule)
    return Passage(utterance=one, span=span, content=parsed.span(one.first, one.last), rule=one.rule)


def _stretched(parsed: Parsed, passage: Passage, taken: set[int]) -> Passage:
    """Let words that reach into a quotation take in all of it."""
    one = passage.utterance
    start, end = passage.content.start, passage.content.end
    inside: set[int | None] = {parsed.words[place].quote for place in range(one.first, one.last)}
    inside -= {-1, parsed.words[one.cue].quote}
    if one.awaits:
        inside |= {_awaited(parsed, one)} - {None} - taken
    for number in sorted(number for number in inside if number is not None):
        quote = parsed.quotes[number]
        empty = start == end
        start, end = quote.start if empty else min(start, quote.start), quote.end if empty else max(end, quote.end)
    return _widened(passage, Span(start=start, end=end))


def _widened(passage: Passage, content: Span) -> Passage:
    if content.start == content.end:
        return passage
    span = Span(start=min(passage.span.start, content.start), end=max(passage.span.end, content.end))
    return replace(passage, content=content, span=span)


def _awaited(parsed: Parsed, one: Utterance) -> int | None:
    """Find the quotation right before "she asked." or right behind "she wrote:"."""
    sentence = parsed.sentences[parsed.words[one.cue].sentence]
    if one.awaits == "before":
        number = _number_before(parsed, sentence.start)
        if number is None or parsed.text[parsed.quotes[number].end : sentence.start].strip():
            return None
        return number if parsed.text[parsed.quotes[number].end - 2] in "?!…,." else None
    number = bisect_right(parsed.quotes, sentence.end - 1, key=lambda quote: quote.start)
    near = number < len(parsed.quotes) and not parsed.text[sentence.end : parsed.quotes[number].start].strip()
    return number if near else None


def _number_before(parsed: Parsed, offset: int) -> int | None:
    number = bisect_right(parsed.quotes, offset, key=lambda quote: quote.start) - 1
    return number if number >= 0 else None


def _take_up(parsed: Parsed, quote: Quote, passages: list[Passage]) -> None:
    """Give a quotation that nobody's words hold to the one who was just quoted, where it begins a sentence."""
    place = bisect_right(passages, quote.start, key=lambda one: one.span.start)
    near = range(max(0, place - NEAR), min(len(passages), place + NEAR))
    if any(passages[n].content.start < quote.end and quote.start < passages[n].content.end for n in near):
        return
    number = _sentence_at(parsed, quote.start)
    if parsed.sentences[number].start != quote.start or _is_mixed(parsed, number, quote):
        return
    before = [n for n in near if passages[n].span.end <= quote.start]
    if not before:
        return
    last = max(before, key=lambda n: (passages[n].span.end, passages[n].span.start))
    _give(parsed, quote, passages, last)


def _give(parsed: Parsed, quote: Quote, passages: list[Passage], last: int) -> None:
    passage = passages[last]
    gap = parsed.text[passage.span.end : quote.start].strip(" \t\r\n.,;\"”»'’")
    paragraph = _paragraph(parsed, quote.start)
    same = paragraph == _paragraph(parsed, passage.span.end - 1)
    if same and len(gap) <= 40 and "." not in gap and _speaks(passage):
        outer = _outermost(passages, last)
        passages[outer] = _widened(passages[outer], Span(start=passages[outer].content.start, end=quote.end))
    elif paragraph == _paragraph(parsed, passage.span.end - 1) + 1 and not gap and _is_direct(parsed, passage):
        content = Span(start=quote.start, end=quote.end)
        rule = "quote.next-paragraph"
        passages.insert(last + 1, replace(passage, span=content, content=content, rule=rule))


def _outermost(passages: Sequence[Passage], last: int) -> int:
    """Find the passage that holds another, if one ends where it ends."""
    for n in range(max(0, last - NEAR), last):
        if passages[n].span.start <= passages[last].span.start and passages[n].span.end >= passages[last].span.end:
            return n
    return last


def _speaks(passage: Passage) -> bool:
    """Say whether a passage tells of a person speaking, not of a refusal or of a paper."""
    return passage.utterance.source.head is not None and passage.content.end > passage.content.start


def _is_direct(parsed: Parsed, passage: Passage) -> bool:
    """Say whether a passage is the speaker's own words to the end."""
    said = parsed.text[passage.content.start : passage.content.end]
    return _speaks(passage) and any(mark in said for mark in '"“«')


def _is_mixed(parsed: Parsed, number: int, quote: Quote) -> bool:
    """Say whether a sentence goes on outside the quotation that begins it."""
    sentence = parsed.sentences[number]
    return any(word.start >= quote.end and word.text[0].isalnum() for word in parsed.within(sentence))


def _sentence_at(parsed: Parsed, offset: int) -> int:
    return max(0, bisect_right(parsed.sentences, offset, key=lambda one: one.start) - 1)


def _paragraph(parsed: Parsed, offset: int) -> int:
    return parsed.sentences[_sentence_at(parsed, offset)].paragraph
