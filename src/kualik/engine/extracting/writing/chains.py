"""Whose words stand where: the chain of voices behind any passage."""

from bisect import bisect_right
from collections.abc import Sequence

from kualik.engine.extracting.notes import Notes, Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import NOBODY, PUBLISHER, Document

__all__ = ["Chains"]

KEPT = 64  # sayings looked back at from one place, so that quotations within quotations stay cheap


class Chains:
    """The sayings of one document, by what they hold."""

    def __init__(self, document: Document, notes: Notes) -> None:
        self._labels = [party.label for party in notes.parties]
        told = (self._labels[notes.narrator],) if notes.narrator is not None else ()
        self.base = tuple(dict.fromkeys((document.publisher or notes.publisher or PUBLISHER, *told)))
        self._sayings = sorted(notes.sayings, key=lambda one: (one.content.start, -one.content.end))
        self._starts = [one.content.start for one in self._sayings]

    def over(self, span: Span) -> Sequence[Saying]:
        """Find the sayings whose content holds a passage, outermost first."""
        last = bisect_right(self._starts, span.start)
        near = self._sayings[max(0, last - KEPT) : last]
        holding = [one for one in near if one.content.holds(span.start, span.end) and one.content.end > span.start]
        return sorted(holding, key=lambda one: one.content.start - one.content.end)

    def label(self, saying: Saying) -> str:
        """Name who speaks."""
        return NOBODY if saying.speaker is None else self._labels[saying.speaker]

    def chain(self, span: Span, *, without: Saying | None = None) -> tuple[str, ...]:
        """Name the voices behind a passage, from the page inwards; none stands twice in a row."""
        chain = list(self.base)
        for saying in self.over(span):
            if saying is not without and self.label(saying) != chain[-1]:
                chain.append(self.label(saying))
        return tuple(chain)
