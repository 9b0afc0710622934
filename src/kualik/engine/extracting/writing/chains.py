"""Whose words stand where: the chain of voices behind any passage."""

from bisect import bisect_right
from collections.abc import Sequence

from kualik.engine.extracting.notes import Notes, Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.turns import Turns
from kualik.engine.facts.claims import NOBODY, PUBLISHER, Document

__all__ = ["Chains"]

KEPT = 64  # sayings looked back at from one place, so that quotations within quotations stay cheap


class Chains:
    """The sayings of one document, by what they hold."""

    def __init__(self, document: Document, notes: Notes) -> None:
        self._labels = [party.label for party in notes.parties]
        told = (self._labels[notes.narrator],) if notes.narrator is not None else ()
        self.base = tuple(dict.fromkeys((document.publisher or notes.publisher or PUBLISHER, *told)))
        self._turns = Turns(document.spoken)
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
        """Name the voices behind a passage, from the page inwards; none stands twice in a row.

        Between the page and those who are said to speak stand the authors of messages and quoted letters. A saying that
        begins before such a stretch is its margin, and tells no more than the author's fuller name.
        """
        return self._joined(span, [saying for saying in self.over(span) if saying is not without])

    def voice(self, saying: Saying) -> tuple[str, ...]:
        """Name the voices behind a saying, its own speaker last."""
        outer = [one for one in self.over(saying.span) if one is not saying]
        return self._joined(saying.span, [*outer, saying])

    def _joined(self, span: Span, said: Sequence[Saying]) -> tuple[str, ...]:
        begins, authors = self._turns.begins(span), self._turns.over(span)
        in_margin = {self.label(one) for one in said if begins is not None and one.span.start < begins}
        chain = list(self.base[:1] if authors else self.base)  # nobody narrates what another wrote
        for author in authors:
            _add(chain, max((author, *(one for one in in_margin if _is_one_name(author, one))), key=len))
        for one in said:
            if begins is None or one.span.start >= begins:
                _add(chain, self.label(one))
        return tuple(chain)


def _add(chain: list[str], voice: str) -> None:
    if chain[-1] != voice:
        chain.append(voice)


def _is_one_name(one: str, other: str) -> bool:
    """Say whether a label in the margin and a name in the text are one person's: "Nur:" and "Sara Nur"."""
    short, long = sorted((one.split(), other.split()), key=len)
    named = all(not word[0].islower() for word in long)
    return named and bool(short) and short in (long[: len(short)], long[-len(short) :])
