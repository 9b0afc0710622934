"""Quotations in Russian text: between quotation marks, and lines of dialogue behind a dash with their remarks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.russian.tokens import DASHES, Page

__all__ = ["Quotation", "find_quotations"]

OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›"}
DEEPEST = 8  # quotations within quotations that are followed
FARTHEST = 900  # tokens over which an open quotation is looked for its end
SPEECH = 4  # words from which on quoted words can be somebody's speech and not a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Tokens *first* to *last* (not included), marks included. `dash` for a line of dialogue.

    `speech` where it can be a whole thing said, `words` how many words it has, `outer` where it lies in another.
    """

    first: int
    last: int
    words: int
    dash: bool = False
    outer: bool = False

    @property
    def speech(self) -> bool:
        """Say whether it is long enough to be a thing said by itself."""
        return self.dash or self.words >= SPEECH

    def holds(self, i: int) -> bool:
        """Say whether a token lies in it."""
        return self.first <= i < self.last


def find_quotations(page: Page) -> list[Quotation]:
    """Find quotations.

    Args:
        page: the text.

    Returns:
        Quotations in the order of their beginnings; inner ones after those that hold them.
    """
    found = [*_marked(page), *_lines(page)]
    return sorted(found, key=lambda one: (one.first, -one.last))


def _marked(page: Page) -> Iterator[Quotation]:
    stack: list[tuple[int, str]] = []
    paragraph = -1
    for token in page.tokens:
        here = page.sentence(token.i).paragraph
        if here != paragraph:
            stack = [one for one in stack if one[1] != '"' and token.i - one[0] < FARTHEST]
            paragraph = here
        if token.text in {one[1] for one in stack[-DEEPEST:]}:
            while stack and stack[-1][1] != token.text:
                stack.pop()
            first = stack.pop()[0]
            yield _quotation(page, first, token.i + 1, outer=not stack)
        elif token.text in OPENING:
            stack.append((token.i, OPENING[token.text]))
        elif token.text == '"':
            stack.append((token.i, '"'))


def _quotation(page: Page, first: int, last: int, *, outer: bool, dash: bool = False) -> Quotation:
    words = sum(1 for token in page.tokens[first:last] if token.word)
    return Quotation(first=first, last=last, words=words, outer=outer, dash=dash)


def _lines(page: Page) -> Iterator[Quotation]:
    """Find lines of dialogue: paragraphs that begin with a dash, without the remark about who speaks."""
    for first, last in _paragraphs(page):
        if page.tokens[first].text in DASHES and last - first > 3:
            for low, high in _spoken(page, first, last):
                yield _quotation(page, low, high, outer=True, dash=True)


def _paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    first = 0
    sentences: Sequence[object] = page.sentences
    for number, sentence in enumerate(page.sentences):
        ending = number + 1 == len(sentences) or page.sentences[number + 1].paragraph != sentence.paragraph
        if ending:
            yield first, sentence.last
            first = sentence.last


def _spoken(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut the remarks out of a line: ", — says she, — " and what follows the last of them up to a full stop."""
    start, i, speaking = first, first + 1, True
    while i < last:
        token, before = page.tokens[i], page.tokens[i - 1]
        if speaking and token.text in DASHES and before.text in {",", "!", "?", "…", "...", "»"}:
            after = page.tokens[i + 1] if i + 1 < last else None
            if after and after.word and not after.capital and _says_soon(page, i + 1, last):
                yield start, i
                speaking = False
        elif not speaking and token.text in DASHES and before.text in {",", ".", ":"}:
            start, speaking = i, True
        elif not speaking and token.text in {".", "!", "?"} and not _resumes(page, i + 1, last):
            return
        i += 1
    if speaking:
        yield start, last


def _resumes(page: Page, i: int, last: int) -> bool:
    return i < last and (page.tokens[i].text in DASHES or not re.match(r"[\s]", page.text[page.tokens[i].start - 1]))


def _says_soon(page: Page, i: int, last: int) -> bool:
    """Say whether a verb stands near the beginning of what may be a remark."""
    return any(form.pos == "VERB" for token in page.tokens[i : min(last, i + 5)] for form in token.forms)
