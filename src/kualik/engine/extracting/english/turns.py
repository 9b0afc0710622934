"""Turns of an interview, a briefing, a broadcast: paragraphs that begin with the speaker's name and a colon."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.vocabulary import known_bodies
from kualik.engine.extracting.spans import Span

__all__ = ["Turn", "find_turns"]

LABEL = re.compile(
    r"(?:\[[^\]\n]{1,40}\] ?)?(?P<who>[^\W\d_](?:[\w.'’/-]| (?=[^\W\d_])){0,40})(?: ?\([^)\n]{1,60}\))?:(?=\s)"
)
ANSWER = frozenset({"a", "answer"})
ASKING = frozenset(
    {"q", "question", "interviewer", "host", "presenter", "moderator", "reporter", "journalist", "anchor", "editor"}
)
FEWEST = 3  # labelled paragraphs; fewer are captions and notes
QUESTIONS = 0.6  # share of a label's turns that end in a question mark: its owner asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one says until another speaks; `head` is the word that names them, None for "A:"."""

    head: int | None
    span: Span
    content: Span


def find_turns(parsed: Parsed) -> list[Turn]:
    """Find the turns of those who are asked; who asks gives no turn.

    Args:
        parsed: the text.

    Returns:
        Turns in order; none where the text is no conversation.
    """
    labels = [(number, match) for number, match in _labels(parsed)]
    names = Counter(match["who"].casefold() for _, match in labels)
    if len(labels) < FEWEST or len(names) < 2 or names.most_common(1)[0][1] < 2:
        return []
    asking = _askers(parsed, labels)
    edges = [number for number, _ in labels] + [len(parsed.paragraphs)]
    return [
        _turn(parsed, match, parsed.paragraphs[max(number, _last(parsed, number, edge))].end)
        for (number, match), edge in zip(labels, edges[1:], strict=True)
        if match["who"].casefold() not in asking
    ]


def _labels(parsed: Parsed) -> Iterator[tuple[int, re.Match[str]]]:
    for number, span in enumerate(parsed.paragraphs):
        match = LABEL.match(parsed.text, span.start, min(span.end, span.start + 140))
        if match and match.end() < span.end - 1:
            yield number, match


def _askers(parsed: Parsed, labels: Sequence[tuple[int, re.Match[str]]]) -> frozenset[str]:
    asked: Counter[str] = Counter()
    turns: Counter[str] = Counter()
    for number, match in labels:
        span = parsed.paragraphs[number]
        name = match["who"].casefold()
        turns[name] += 1
        asked[name] += parsed.text[span.start : span.end].rstrip(' "”’').endswith("?")
    return frozenset(name for name in turns if name not in ANSWER and _asks(name, asked[name] / turns[name]))


def _asks(name: str, share: float) -> bool:
    """Say whether a label is of one who asks: by its word, as a medium, or by its questions."""
    return name.split(maxsplit=1)[0] in ASKING or name in known_bodies() or share > QUESTIONS


def _last(parsed: Parsed, number: int, edge: int) -> int:
    """Find the last paragraph of a turn: those without a label that follow, as long as they are not notes."""
    last = number
    while last + 1 < edge and parsed.text[parsed.paragraphs[last + 1].start] not in "[(*" and last - number < 20:
        last += 1
    return last if edge < len(parsed.paragraphs) else number


def _turn(parsed: Parsed, match: re.Match[str], end: int) -> Turn:
    span = Span(start=match.start(), end=end)
    content = Span(start=match.end() + 1, end=end)
    if match["who"].casefold() in ANSWER:
        return Turn(head=None, span=span, content=content)
    head = bisect_right(parsed.words, match.end("who") - 1, key=lambda word: word.start) - 1
    return Turn(head=head, span=span, content=content)
