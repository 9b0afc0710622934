"""Quotations that go on after their speaker: "…," she said. "…"."""

from bisect import bisect_right
from dataclasses import replace

from kualik.engine.extracting.tokens import Sentence, Span, Text
from kualik.engine.extracting.voices import Said, Voices

__all__ = ["follow_quotes"]

NEAR = 40  # sayings looked at on either side of a quotation
GAP = 200  # characters between a speaker's words and the quotation that goes on


def follow_quotes(text: Text, said: list[Said], voices: Voices) -> list[Said]:
    """Give a quotation that follows its speaker's words in the same paragraph to that speaker.

    Args:
        text: the document.
        said: its sayings.
        voices: whose words stand where; the quotations are added.

    Returns:
        The sayings, those that go on with the quotation in their passage.
    """
    ordered = sorted(said, key=lambda one: one.saying.start)
    for quote in text.quotes:
        place = bisect_right(ordered, quote.start, key=lambda one: one.saying.start)
        near = range(max(0, place - NEAR), min(len(ordered), place + NEAR))
        taken = any(ordered[n].saying.start < quote.end and quote.start < ordered[n].end for n in near)
        sentence = sentence_at(text, quote.start)
        if taken or sentence.start != quote.start:
            continue
        before = [n for n in near if _precedes(text, ordered[n], sentence, quote)]
        if before:
            last = max(before, key=lambda n: ordered[n].saying.end)
            one = ordered[last]
            ordered[last] = replace(one, saying=replace(one.saying, end=quote.end))
            voices.add(replace(one, end=quote.end, saying=replace(one.saying, content=quote)))
    return ordered


def sentence_at(text: Text, offset: int) -> Sentence:
    """Find the sentence that holds an offset."""
    return text.sentences[max(0, bisect_right(text.sentences, offset, key=lambda one: one.start) - 1)]


def _precedes(text: Text, said: Said, sentence: Sentence, quote: Span) -> bool:
    if said.person is None or not sentence.start - GAP < said.saying.end <= quote.start:
        return False
    spoken = sentence_at(text, said.saying.cue)
    between = text.text[said.saying.end : quote.start]
    return spoken.paragraph == sentence.paragraph and spoken is not sentence and between.count(".") <= 1
