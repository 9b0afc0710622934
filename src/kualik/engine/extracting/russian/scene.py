"""What the parts of the Russian reader share about one text."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from kualik.engine.extracting.notes import Saying, Value
from kualik.engine.extracting.russian.clauses import Clauses
from kualik.engine.extracting.russian.dates import Moment
from kualik.engine.extracting.russian.lexicon import word_set
from kualik.engine.extracting.russian.people import Register, Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.tokens import Page
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Scene"]

LONGEST = 120  # tokens in what one verb says


class Scene:
    """One text: page, phrases, people, clauses, quotations, dates; and which words a reading has used up."""

    def __init__(
        self,
        *,
        page: Page,
        register: Register,
        clauses: Clauses,
        quotations: Sequence[Quotation],
        dates: Sequence[Moment],
    ) -> None:
        self.page, self.register, self.clauses = page, register, clauses
        self.quotations, self.dates = quotations, dates
        self.spent: set[int] = set()
        self.documents = word_set("documents")
        self._begins = [one.first for one in quotations]
        self._days = [one.first for one in dates]
        self._held: list[tuple[int, int, Someone]] = []
        self._opening: dict[int, Quotation] = {}
        for one in quotations:
            self._opening.setdefault(one.first, one)

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of tokens *first* to *last* (not included), without closing commas."""
        while last - 1 > first and self.page.tokens[last - 1].text in {",", ";", ":", "—", "–", ".", "-"}:
            last -= 1
        return Span(start=self.page.tokens[first].start, end=self.page.tokens[last - 1].end)

    def value(self, first: int, last: int, text: str | None = None) -> Value:
        """Give the value of a slot: its words, or what they mean."""
        span = self.span(first, last)
        return Value(text=text or " ".join(self.page.text[span.start : span.end].split()), span=span)

    def speeches_in(self, first: int, last: int) -> Iterator[Quotation]:
        """Find the speeches that begin among tokens *first* to *last*."""
        for i in range(first, last):
            one = self._opening.get(i)
            if one is not None and one.speech:
                yield one

    def moments(self, first: int, last: int) -> list[Moment]:
        """Give the dates that begin among tokens *first* to *last*."""
        low = bisect_left(self._days, first)
        return list(self.dates[low : bisect_left(self._days, last)])

    def last_held(self, i: int) -> Someone | None:
        """Find who was told to be held shortly before a token: in its sentence or the two before."""
        place = bisect_left(self._held, i, key=lambda one: one[0]) - 1
        if place < 0 or self.page.sentence_of[i] - self.page.sentence_of[self._held[place][0]] > 2:
            return None
        return self._held[place][2]

    def reach(self, i: int, last: int, people: Sequence[tuple[Someone, Phrase | None]]) -> tuple[int, int]:
        """Find the stretch that tells what happened to people at a verb, and remember the last of them."""
        sentence = self.page.sentence(i)
        places = [one for _, one in people if one is not None]
        first = min([i, *(one.first for one in places if one.first >= sentence.first and i - one.first < LONGEST)])
        insort(self._held, (i, len(self._held), people[-1][0]), key=lambda one: one[:2])
        return first, max([last, *(one.last for one in places)])

    def end_of_saying(self, i: int) -> int:
        """Find where what a verb says ends: with its sentence, or with the quotation that the verb stands in."""
        end = min(self.page.sentence(i).last, i + LONGEST)
        closed = self.register.speech_end(i)
        for k in range(i, end):
            if self.page.tokens[k].text == ";":
                return k
        return end if closed is None else min(end, closed)

    def next_quotation(self, i: int) -> Quotation | None:
        """Find the first quotation that begins at or behind a token."""
        place = bisect_left(self._begins, i)
        return self.quotations[place] if place < len(self.quotations) else None

    def end_of_colon(self, first: int, end: int) -> int:
        """Find where what follows a colon ends: a quotation is taken whole, over sentences."""
        one = self._opening.get(first)
        return one.last if one is not None and one.speech else end

    def saying(
        self, *, first: int, last: int, content: tuple[int, int], stance: Stance, speaker: Someone | None, rule: str,
    ) -> Saying:  # fmt: skip
        """Make a note of something said."""
        start, end = min(first, content[0]), max(last, content[1])
        return Saying(
            span=self.span(start, end), content=self.span(*content), stance=stance, rule=rule,
            speaker=self.register.key(speaker) if speaker is not None else None,
            about=self.page.words(*content)[:160],
        )  # fmt: skip
