"""A parsed English text as plain values: words with their place in the sentence's tree, sentences, quotations.

A word's `head` is the place of the word that it depends on (its own place at a root); `tag` is of the Penn treebank,
`dep` of the ClearNLP labels that spaCy's English models use.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.spans import Span

__all__ = ["Dateline", "Entity", "Parsed", "Quote", "Sentence", "Word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word, number or mark.

    `lower` is casefolded with straight apostrophes. `ent` is the label of the named entity it stands in, or "".
    `quote` is the number of the (innermost) quotation it stands in, or -1; the marks themselves count as inside.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    ent: str
    quote: int
    sentence: int

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words [first, last) of one sentence; `root` is the place of its tree's root."""

    number: int
    start: int
    end: int
    first: int
    last: int
    root: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Words [first, last) that the model takes for a name of some kind."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation with its marks; `closed` is False where it runs on into the next paragraph.

    `continues` marks one that goes on from an open one of the paragraph before.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, when and by whom a report was filed, as its first lines say; `end` is where the story begins."""

    place: str | None
    date: Span | None
    agency: str | None
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A text parsed."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    children: tuple[tuple[int, ...], ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    dateline: Dateline | None = None

    def kids(self, i: int, *deps: str) -> tuple[int, ...]:
        """Find the children of a word with one of some labels (any, when none is named), in order."""
        return tuple(kid for kid in self.children[i] if not deps or self.words[kid].dep in deps)

    def kid(self, i: int, *deps: str) -> int | None:
        """Find the first child with one of some labels."""
        return next(iter(self.kids(i, *deps)), None)

    def reach(self, i: int) -> tuple[int, int]:
        """Find the stretch of words [first, last) that a word governs, itself included."""
        return self.lefts[i], self.rights[i] + 1

    def above(self, i: int) -> Iterator[int]:
        """Go up the tree from a word, itself left out."""
        while self.words[i].head != i:
            i = self.words[i].head
            yield i

    def span(self, first: int, last: int) -> Span:
        """Find the stretch of text of words [first, last)."""
        return Span(start=self.words[first].start, end=self.words[last - 1].end)

    def said(self, first: int, last: int) -> str:
        """Find the text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def at(self, offset: int) -> int:
        """Find the word at an offset, or the first one after it (the number of words, when there is none)."""
        place = bisect_right(self.words, offset, key=lambda word: word.start)
        return place - 1 if place and self.words[place - 1].end > offset else place

    def between(self, span: Span) -> tuple[int, int]:
        """Find the words [first, last) that begin inside a stretch of text."""
        last = bisect_right(self.words, span.end - 1, key=lambda word: word.start)
        return min(self.at(span.start), last), last

    def within(self, sentence: Sentence) -> tuple[Word, ...]:
        """List the words of a sentence."""
        return self.words[sentence.first : sentence.last]
