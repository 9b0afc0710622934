"""The noun phrase before a verb: without time, place and manner."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import column, mapping, words

__all__ = ["has_head", "lead", "trimmed"]

CLOSERS = words("phrases.closers")
CLOSING = ("中", "时", "后", "上", "期间", "里")
NEGATIONS = words("phrases.negations")
AND = frozenset({"和", "与", "同", "跟"})
FARTHEST = 16  # words of a relative clause
NEAR = 8  # words after 的 among which its noun stands


def trimmed(story: Story, clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Trim the words [first, last) of a clause to the noun phrase that is the subject.

    Args:
        story: the text being read.
        clause: the clause.
        first: the first word that may belong to the phrase.
        last: the word after the last one that may.

    Returns:
        The first word and the one after the last; an empty stretch where there is no noun phrase.
    """
    tokens = clause.tokens
    place = first = lead(story, clause, first, last)
    if first < last and tokens[first].text in NEGATIONS:
        return first, first
    while place < last:
        relative = place + 1
        if _breaks(tokens, place):
            relative = _relative_end(tokens, place, last)
        if not relative:
            break
        place = relative
    return first, place


def lead(story: Story, clause: Clause, first: int, last: int) -> int:
    """Pass over conjunctions, dates, and "in the interview" at the head of a clause.

    Args:
        story: the text being read.
        clause: the clause.
        first: the first word.
        last: the word after the last one that may be passed over.

    Returns:
        The first word that is none of these.
    """
    dated = [(date.start, date.end) for date in story.dates_of(clause)]
    while first < last:
        token = clause.tokens[first]
        step = int(any(start <= token.start < end for start, end in dated)) or _step(clause.tokens, first, last)
        if not step:
            break
        first += step
    return first


def _step(tokens: Sequence[Token], first: int, last: int) -> int:
    """Say how many words at a place stand before the noun phrase: 0 where it begins."""
    token = tokens[first]
    after = tokens[first + 1] if first + 1 < last else None
    if mapping("adverbs").get(token.text) in {"link", "adverb"} and token.text not in NEGATIONS:
        return 1
    if after is not None and after.text == "、" and value(token.text) is not None:
        return 2  # the number of an item: "二、"
    if token.text in {"、", "，"} or token.text in words("phrases.date-words"):
        return 1
    if after is not None and value(token.text) is not None and after.text in words("phrases.time-units"):
        months = first + 2 < last and tokens[first + 2].text == "月"
        return 2 if after.text != "个" or months else 0
    if token.kind in {"aside", "number"} and after is not None and after.kind != "han":
        return 1
    return _closed(tokens, first, last) if token.text in words("phrases.openers") else 0


def _closed(tokens: Sequence[Token], first: int, last: int) -> int:
    """Find how long a phrase such as 在…时 is: up to the first closing word."""
    for place in range(first + 1, last):
        text = tokens[place].text
        if text in CLOSERS or (len(text) > 1 and text.endswith(CLOSING)):
            return place + 1 - first
    return 0


def _breaks(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a noun phrase ends at a word: an adverb, a preposition, a mark."""
    token = tokens[place]
    if mapping("adverbs").get(token.text) in {"adverb", "preposition"}:
        return token.text not in AND or not has_head(tokens, place + 1, place + 4)
    return token.kind == "mark" and token.text not in {"、", "·"}


def _relative_end(tokens: Sequence[Token], place: int, last: int) -> int:
    """Find where a relative clause that begins with an adverb ends: after 的, before its noun; 0 where it is none."""
    for after in range(place + 1, min(last - 1, place + FARTHEST)):
        if tokens[after].text == "的":
            closed = any(token.text in CLOSERS for token in tokens[after + 1 : min(last, after + 5)])
            return 0 if closed or not has_head(tokens, after + 1, min(last, after + 1 + NEAR)) else after + 1
    return 0


def has_head(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a name, an office, kin, a body or a paper stands among the words [first, last).

    Args:
        tokens: the words of a clause.
        first: the first word.
        last: the word after the last.

    Returns:
        Whether somebody stands there.
    """
    return any(
        token.kind == "name"
        or token.text in words("speakers.papers")
        or any(token.text in column(table) for table in ("people", "kin", "bodies"))
        for token in tokens[first:last]
    )
