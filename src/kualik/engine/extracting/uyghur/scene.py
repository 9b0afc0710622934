"""What the parts of the Uyghur reader share about one text: phrases and whom they mean, dates, terms, who speaks."""

from bisect import bisect_left
from collections.abc import Sequence

from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.uyghur.cast import Cast
from kualik.engine.extracting.uyghur.dates import Moment
from kualik.engine.extracting.uyghur.mentions import Mention
from kualik.engine.extracting.uyghur.page import Page
from kualik.engine.extracting.uyghur.terms import Term
from kualik.engine.extracting.uyghur.verbs import is_closed

__all__ = ["LINKS", "Scene"]

LINKS = frozenset({"ۋە", "ئەمما", "لېكىن", "بىراق", "ھەمدە", "شۇنداقلا", "بولۇپ", "ئاندىن"})


class Scene:
    """One text.

    `keys` has whom each phrase means, `held` who is held, `told` the sentence that last said so
    and of whom, `quote_speaker` and `line_speaker` who says "I" where.
    """

    def __init__(
        self, *, page: Page, mentions: Sequence[Mention], moments: Sequence[Moment], terms: Sequence[Term]
    ) -> None:  # fmt: skip
        self.page, self.mentions, self.moments, self.terms = page, mentions, moments, terms
        self.cast = Cast(page, mentions)
        self.keys: list[int | None] = [None] * len(mentions)
        self.held: set[int] = set()
        self.told: tuple[int, int] | None = None
        self.narrator: int | None = None
        self.quote_speaker: dict[int, int] = {}
        self.line_speaker: dict[int, int] = {}
        self._firsts = [one.first for one in mentions]
        self._dates = [one.first for one in moments]
        self._lengths = [one.first for one in terms]

    def among(self, first: int, last: int) -> range:
        """Give the places of the phrases that begin among tokens [first, last)."""
        return range(bisect_left(self._firsts, first), bisect_left(self._firsts, last))

    def moments_in(self, first: int, last: int) -> Sequence[Moment]:
        """Give the dates that begin among tokens [first, last)."""
        return self.moments[bisect_left(self._dates, first) : bisect_left(self._dates, last)]

    def terms_in(self, first: int, last: int) -> Sequence[Term]:
        """Give the lengths of time that begin among tokens [first, last)."""
        return self.terms[bisect_left(self._lengths, first) : bisect_left(self._lengths, last)]

    def sentence(self, i: int) -> tuple[int, int]:
        """Give the tokens of the sentence that a token stands in."""
        one = self.page.sentences[self.page.sentence_of[i]]
        return one.first, one.last

    def paragraph(self, i: int) -> int:
        """Give the paragraph that a token stands in."""
        return self.page.sentences[self.page.sentence_of[i]].paragraph

    def clause(self, i: int) -> int:
        """Find where the clause of a verb begins: behind the verb before, or with its quotation or sentence."""
        start, _ = self.sentence(i)
        quote = self.page.quote_of[i]
        if quote >= 0:
            start = max(start, self.page.quotes[quote].first + 1)
        for k in range(i - 1, start, -1):
            if self.page.quote_of[k] != quote:
                continue
            form = self.page.form(k)
            closed = is_closed(self.page.form(k - 1)) or self.page.form(k - 1).endswith(("نى", "كى"))
            if form == ";" or (closed and (form == "," or form in LINKS)):
                return k + 1
        return start

    def speaker_at(self, i: int) -> int | None:
        """Find who says "I" at a token."""
        quote = self.page.quote_of[i]
        if quote >= 0 and quote in self.quote_speaker:
            return self.quote_speaker[quote]
        return self.line_speaker.get(self.paragraph(i), self.narrator if quote < 0 else None)

    def is_private(self, n: int) -> bool:
        """Say whether a phrase means a person, and one who does not speak by office."""
        one, key = self.mentions[n], self.keys[n]
        if key is None or one.kind in {"body", "outlet"} or self.cast.party(key).body:
            return False
        return not self.cast.party(key).roles & {"official", "journalist", "lawyer"}

    def value(self, first: int, last: int, text: str | None = None) -> Value:
        """Give the value of a slot: its words, or what they mean."""
        return Value(text=text or self.page.words(first, last), span=self.page.span(first, last))
