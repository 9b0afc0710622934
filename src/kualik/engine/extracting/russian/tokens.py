"""Russian text as tokens, paragraphs and sentences, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.morphology import Form, forms

__all__ = ["Page", "Sentence", "Token", "read_page"]

TOKEN = re.compile(r"\d+(?:-?[^\W\d_]+(?:-[^\W\d_]+)*)?|[^\W\d_]+(?:[-’'`ʼ][^\W\d_]+)*|\.\.\.|[^\w\s]|_")
CLOSERS = '»”")]“’'
DASHES = frozenset("—–-―−")
SHORT = group("tokens.short")
LONGEST = 160  # tokens in one sentence; a text without a full stop is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number or a sign."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    forms: tuple[Form, ...]

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Say whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def lemma(self) -> str:
        """The likeliest lemma, or the word itself."""
        return self.forms[0].lemma if self.forms else self.lower

    def lemmas(self, *pos: str) -> Iterator[str]:
        """Give the lemmas that it may have, of some parts of speech, or of any."""
        for form in self.forms:
            if not pos or form.pos in pos:
                yield form.lemma

    def may_be(self, *pos: str) -> bool:
        """Say whether it can be one of these parts of speech."""
        return any(form.pos in pos for form in self.forms)

    def cases(self, *pos: str) -> frozenset[str]:
        """Give the cases that it may stand in."""
        return frozenset(form.case for form in self.forms if form.case and (not pos or form.pos in pos))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: tokens *first* to *last* (not included), in paragraph *paragraph*; perhaps a heading."""

    number: int
    first: int
    last: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """A whole text, cut up."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For every token the number of its sentence."""
        return tuple(one.number for one in self.sentences for _ in range(one.first, one.last))

    def sentence(self, i: int) -> Sentence:
        """Find the sentence of a token."""
        return self.sentences[self.sentence_of[min(i, len(self.tokens) - 1)]]

    def words(self, first: int, last: int) -> str:
        """Give the text of tokens *first* to *last* (not included), on one line."""
        if first >= last:
            return ""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def lower(self, i: int) -> str:
        """Give a token in small letters; nothing outside the text."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""


def read_page(text: str) -> Page:
    """Cut a text into tokens and sentences.

    Args:
        text: any text.

    Returns:
        The page; every token knows its place in *text*.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        first = len(tokens)
        tokens.extend(_tokens(text, start, end, first))
        for low, high in _cut(tokens, first, text):
            heading = number == 0 and high == len(tokens) and _is_heading(tokens[low:high])
            sentences.append(Sentence(number=len(sentences), first=low, last=high, paragraph=number, heading=heading))
    return Page(text=text, tokens=tuple(tokens), sentences=tuple(sentences))


def _is_heading(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= 30 and tokens[-1].text not in {".", "…", ":"}


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Find paragraphs; a line that ends in mid-sentence is joined to a next one that goes on in small letters."""
    start: int | None = None
    end = 0
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if not line:
            continue
        if start is not None and text.count("\n", end, match.start()) == 1 and _goes_on(text[end - 1], line[0]):
            end = match.end()
            continue
        if start is not None:
            yield start, end
        start, end = match.start(), match.end()
        end = start + len(match.group().rstrip())
    if start is not None:
        yield start, end


def _goes_on(before: str, after: str) -> bool:
    return (before.isalpha() or before in ",-") and after.islower()


def _tokens(text: str, start: int, end: int, first: int) -> Iterator[Token]:
    for i, match in enumerate(TOKEN.finditer(text, start, end), start=first):
        lower = match.group().lower()
        said = forms(lower) if lower[0].isalpha() else ()
        yield Token(i=i, start=match.start(), end=match.end(), text=match.group(), lower=lower, forms=said)


def _cut(tokens: Sequence[Token], first: int, text: str) -> Iterator[tuple[int, int]]:
    start, i = first, first
    while i < len(tokens):
        ended = tokens[i].text in {".", "!", "?", "…", "..."} and _ends(tokens, i, text)
        i += 1
        if not ended and i - start < LONGEST:
            continue
        while ended and i < len(tokens) and tokens[i].text in CLOSERS + ".!?…" and tokens[i].start == tokens[i - 1].end:
            i += 1
        yield start, i
        start = i
    if start < len(tokens):
        yield start, len(tokens)


def _ends(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Say whether a stop ends its sentence: a capital follows, and no abbreviation or initial stands before it."""
    follower = i + 1
    while follower < len(tokens) and tokens[follower].text in CLOSERS + ".!?…":
        follower += 1
    if follower >= len(tokens):
        return True
    after, before = tokens[follower], tokens[i - 1] if i else tokens[i]
    if after.start == tokens[follower - 1].end and not (after.capital and before.word and len(before.text) > 1):
        return False
    if after.text in DASHES:
        return follower + 1 < len(tokens) and tokens[follower + 1].capital
    if after.word and not after.capital:
        return False
    if tokens[i].text != ".":
        return True
    return not _shortened(before, after, text)


def _shortened(before: Token, after: Token, text: str) -> bool:
    if before.lower in SHORT and before.lower not in {"г", "гг", "руб", "тыс", "млн", "млрд", "др", "тд", "тп"}:
        return True
    if len(before.text) == 1 and before.capital:
        return after.capital and (not before.start or text[before.start - 1] not in CLOSERS)
    return False
