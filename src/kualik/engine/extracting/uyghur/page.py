"""A Uyghur text cut into paragraphs, quotations and sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.uyghur.tokens import Token, tokenise

__all__ = ["Page", "Quote", "Sentence", "read_page"]

PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "‹": "›", "《": "》", "”": "”"}
LONGEST = 150  # tokens of one sentence; a text without a full stop is cut
FARTHEST = 400  # tokens of one quotation
STOPS = frozenset({".", "!", "?", "…", "..."})
ATTACHED = 3  # letters of an ending that stands apart
HEADING = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Tokens [first, last), the marks included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens [first, last) of one paragraph; `heading` is the page's title."""

    first: int
    last: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text cut up; `quote_of` gives each token's outermost quotation, or -1, `sentence_of` its sentence."""

    text: str
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]
    quote_of: tuple[int, ...]
    sentence_of: tuple[int, ...]

    def form(self, i: int) -> str:
        """The folded form of a token, "" beyond the text."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Span:
        """The stretch of tokens [first, last) without closing marks."""
        while last - 1 > first and self.tokens[last - 1].form in {".", ",", ";", ":", "?", "!", "-", "—", "("}:
            last -= 1
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The text of that stretch."""
        span = self.span(first, last)
        return self.text[span.start : span.end]


def read_page(text: str) -> Page:
    """Cut a text up.

    Args:
        text: the document's text, in any script that Uyghur is written in.

    Returns:
        The page; a quotation does not reach beyond its paragraph, a sentence is not cut inside one.
    """
    tokens = tuple(tokenise(text))
    quotes: list[Quote] = []
    sentences: list[Sentence] = []
    quote_of = [-1] * len(tokens)
    for number, (first, last) in enumerate(_paragraphs(text, tokens)):
        for quote in _quotes(tokens, first, last):
            quote_of[quote.first : quote.last] = [len(quotes)] * (quote.last - quote.first)
            quotes.append(quote)
        heading = number == 0 and last - first <= HEADING and tokens[last - 1].form not in STOPS
        sentences += [
            Sentence(first=a, last=b, paragraph=number, heading=heading)
            for a, b in _sentences(tokens, quote_of, first, last)
        ]
    places = [number for number, one in enumerate(sentences) for _ in range(one.first, one.last)]
    return Page(
        text=text, tokens=tokens, quotes=tuple(quotes), sentences=tuple(sentences), quote_of=tuple(quote_of),
        sentence_of=tuple(places),
    )  # fmt: skip


def _paragraphs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or "\n" in text[tokens[i - 1].end : tokens[i].start]:
            yield first, i
            first = i


def _quotes(tokens: Sequence[Token], first: int, last: int) -> Iterator[Quote]:
    """Find the outermost quotations of a paragraph."""
    begun, closing, depth = -1, "", 0
    for i in range(first, last):
        mark = tokens[i].text
        if begun < 0:
            if mark in PAIRS:
                begun, closing, depth = i, PAIRS[mark], 1
            continue
        if i - begun > FARTHEST:
            begun = -1
        elif mark == closing:
            depth -= 1
            if depth == 0:
                yield Quote(first=begun, last=i + 1)
                begun = -1
        elif mark in PAIRS and PAIRS[mark] == closing:
            depth += 1


def _sentences(
    tokens: Sequence[Token], quote_of: Sequence[int], first: int, last: int
) -> Iterator[tuple[int, int]]:  # fmt: skip
    begun = first
    for i in range(first, last):
        if i + 1 == last or i + 1 - begun >= LONGEST or _closes(tokens, quote_of, i, first):
            yield begun, i + 1
            begun = i + 1


def _closes(tokens: Sequence[Token], quote_of: Sequence[int], i: int, first: int) -> bool:
    """Say whether a sentence ends at a token: outside quotations, or with one that no "dédi" follows."""
    if quote_of[i] < 0:
        return _ends(tokens, i, first)
    closing = quote_of[i + 1] != quote_of[i] and i > first and tokens[i - 1].form in {".", "…"}
    after = tokens[i + 1]
    return closing and after.word and len(after.form) > ATTACHED and not after.form.startswith(("دې", "دە"))


def _ends(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Say whether a sentence ends at a token: a full stop that closes neither an initial nor a number of a list."""
    if tokens[i].form not in STOPS or tokens[i + 1].form in STOPS:
        return False
    before = tokens[i - 1] if i > first else None
    if tokens[i].form == "." and before is not None:
        listed = before.number and before.i == first
        initial = len(before.text) == 1 and before.word
        return not (listed or initial)
    return True
