"""Where the words that somebody says begin and end."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.cues import CUES
from kualik.engine.extracting.grammar import subject_before
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Span, Token
from kualik.engine.extracting.words import MONTHS, WEEKDAYS

__all__ = ["closes", "content_after", "content_before", "ellipses", "speaks_before", "that_after"]

TURNS = frozenset({"but", "while", "although", "though", "whereas"})


def speaks_before(tokens: Sequence[Token], marks: Sequence[Tag], first: int, after: int) -> bool:
    """Say whether the words stand before their speaker: "…," she said.

    Args:
        tokens: the sentence.
        marks: its tags.
        first: where the speaker (or the verb without one) begins.
        after: what follows the verb and the one spoken to.

    Returns:
        True where a comma or closing quotation mark stands before, and nothing that is said follows.
    """
    if first == 0 or not (
        marks[first - 1] is Tag.COMMA or (tokens[first - 1].text in '"”»' and closes(tokens, first - 1))
    ):
        return False
    place = after
    while place < len(tokens) and (
        tokens[place].lower in WEEKDAYS or tokens[place].lower in MONTHS or tokens[place].lower in {"on", "in", "last"}
    ):
        place += 1
    if place + 1 < len(tokens) and tokens[place].text == "," and tokens[place + 1].text in '"“«':
        return tokens[first - 1].quote >= 0
    closed = tokens[first - 1].quote >= 0 and tokens[first - 1].text in '"”»'
    if closed and place < len(tokens) and marks[place] is Tag.PREPOSITION:
        place = next((n for n in range(place, min(len(tokens), place + 5)) if tokens[n].text in ".,;"), place)
    return place >= len(tokens) or tokens[place].text in {",", ".", ";", "!", "?", "--", "—"}


def content_before(tokens: Sequence[Token], marks: Sequence[Tag], first: int) -> Span | None:
    """Take what stands before a speaker: the quotation that ends there, or the clause."""
    last = first
    while last > 0 and marks[last - 1] in {Tag.COMMA, Tag.AND, Tag.BREAKER} and tokens[last - 1].quote < 0:
        last -= 1
    if last == 0:
        return None
    quote = tokens[last - 1].quote
    start = last - 1
    while start > 0 and tokens[start - 1].text != ";" and (quote < 0 or tokens[start - 1].quote == quote):
        start -= 1
    if quote >= 0 and start > 0:
        start = _before_quote(tokens, start)
    while start < last and not tokens[start].text[0].isalnum() and tokens[start].quote < 0:
        start += 1
    return Span(start=tokens[start].start, end=tokens[last - 1].end) if start < last else None


def _before_quote(tokens: Sequence[Token], start: int) -> int:
    """A quotation inside a clause brings its clause with it; one that is a sentence stands alone."""
    if tokens[start - 1].text in {".", "!", "?", ":", ","}:
        return start
    while start > 0 and tokens[start - 1].text != ";":
        start -= 1
    return start


def content_after(tokens: Sequence[Token], marks: Sequence[Tag], after: int, *, relative: bool) -> Span | None:
    """Take what follows a reporting verb, up to where its clause ends."""
    that = that_after(tokens, marks, after)
    first = after if that is None else that
    while first < len(tokens) and (tokens[first].text in {",", ":"} or tokens[first].lower == "that"):
        first += 1
    if first >= len(tokens) or (tokens[first].text in {".", ";", "?", "!"}):
        return None
    last = _end(tokens, marks, first, relative=relative)
    while last > first and tokens[last - 1].text in {".", ",", ";", "--", "—"} and tokens[last - 1].quote < 0:
        last -= 1
    return Span(start=tokens[first].start, end=tokens[last - 1].end) if last > first else None


def that_after(tokens: Sequence[Token], marks: Sequence[Tag], after: int) -> int | None:
    """Find "that" past what only says when, where or to whom: "on Thursday that", "by telephone that"."""
    for place in range(after, min(len(tokens), after + 14)):
        if tokens[place].lower == "that" and (place == after or marks[place - 1] is not Tag.PREPOSITION):
            return place
        stops = {Tag.VERB, Tag.AUXILIARY, Tag.EDGE, Tag.BREAKER, Tag.AND, Tag.PARTICIPLE}
        if marks[place] in stops or tokens[place].quote != tokens[max(0, after - 1)].quote:
            return None
        if marks[place] is Tag.PRONOUN and tokens[place - 1].lower != "of":
            return None
    return None


def _end(tokens: Sequence[Token], marks: Sequence[Tag], first: int, *, relative: bool) -> int:
    outer = tokens[first - 1].quote if first and tokens[first - 1].text not in '"“«' else -1
    for place in range(first, len(tokens)):
        if outer >= 0 and tokens[place].quote != outer:
            return place
        if tokens[place].quote >= 0 and outer < 0:
            if relative and closes(tokens, place) and tokens[place - 1].text == "," and _is_verb(marks, place + 1):
                return place + 1
            continue
        if tokens[place].text in {";", "--", "—"} or _is_turn(tokens, marks, place):
            return place
        if relative and marks[place] is Tag.COMMA and _is_verb(marks, place + 1):
            return place
    return len(tokens)


def closes(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 == len(tokens) or tokens[place + 1].quote != tokens[place].quote


def _is_verb(marks: Sequence[Tag], place: int) -> bool:
    return place < len(marks) and marks[place] in {Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY}


def _is_turn(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> bool:
    """See ", but people … say": a comma, a turning word, and a subject with a verb of its own."""
    if marks[place] is not Tag.COMMA or place + 1 >= len(tokens) or tokens[place + 1].lower not in TURNS:
        return False
    for verb in range(place + 2, min(len(tokens), place + 16)):
        if marks[verb] in {Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE}:
            found = subject_before(tokens, marks, verb)
            return bool(found and found.first > place) or marks[verb] is Tag.VERB
        if tokens[verb].quote >= 0:
            return True
    return False


def ellipses(tokens: Sequence[Token], marks: Sequence[Tag], content: Span) -> Iterator[tuple[int, int]]:
    """Find the second and third part of "that …, that … and that …"."""
    cues = [token.start for token, mark in zip(tokens, marks, strict=True) if token.lower in CUES and mark is Tag.VERB]
    nested = next((start for start in cues if start >= content.start), content.end)
    starts = [
        place
        for place in range(1, len(tokens))
        if tokens[place].lower == "that" and tokens[place].quote < 0
        and content.start <= tokens[place].start < min(content.end, nested)
        and (marks[place - 1] is Tag.AND or _after_aside(tokens, marks, place))
    ]  # fmt: skip
    for number, place in enumerate(starts):
        until = tokens[starts[number + 1]].start if number + 1 < len(starts) else content.end
        inside = [token for token in tokens[place + 1 :] if token.end <= until]
        while inside and inside[-1].lower in {",", "and"}:
            inside.pop()
        if inside:
            yield inside[0].start, inside[-1].end


def _after_aside(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> bool:
    """See "that …, that" and "and, two years later, that"; "X, that" with nothing before is no such thing."""
    return marks[place - 1] is Tag.COMMA and any(
        tokens[before].lower in {"that", "and"} for before in range(max(0, place - 30), place - 1)
    )
