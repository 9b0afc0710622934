"""Where people are spoken of, in order, and whom a pronoun or a noun such as "the lawyer" means there.

A pronoun takes the likeliest of the people before it by gender, nearness and place in the sentence. When two are
about as likely the answer is marked as unsure: enough for a tie of kin, not for the speaker of a sentence.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["SUBJECTS", "Meant", "Mention", "Mentions"]

REACH = 4  # sentences back that a pronoun may look
KEPT = 60  # mentions looked at for one pronoun, so that a very long paragraph stays cheap
MARGIN = 0.8  # a likelier meaning must be better by this much to be sure
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words [first, last) with their head, and the party that they mean.

    `kind` is "name", "kin", "noun", "pronoun" or "group". `owner` marks a possessor ("Li's wife").
    """

    first: int
    last: int
    head: int
    party: int
    kind: str
    sentence: int
    paragraph: int
    subject: bool = False
    owner: bool = False
    quote: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Whom a word means; `sure` where nobody else is about as likely."""

    party: int
    sure: bool


class Mentions:
    """The mentions of a document, found by place."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._heads: list[int] = []
        self._by_head: dict[int, Mention] = {}
        self._at: dict[int, int] = {}
        self.topic: int | None = None

    def clear(self) -> None:
        """Forget every mention."""
        self._heads.clear()
        self._by_head.clear()
        self._at.clear()

    def add(self, first: int, last: int, head: int, *, party: int, kind: str) -> Mention:
        """Note that words mean somebody; what was noted of them before is replaced."""
        word = self._parsed.words[head]
        mention = Mention(
            first=first, last=last, head=head, party=party, kind=kind, sentence=word.sentence,
            paragraph=self._parsed.sentences[word.sentence].paragraph, subject=self._leads(head),
            owner=word.dep == "poss", quote=word.quote,
        )  # fmt: skip
        if head not in self._by_head:
            insort(self._heads, head)
        self._by_head[head] = mention
        for place in range(first, last) if kind == "name" else (head,):
            self._at[place] = head
        return mention

    def point(self, i: int, head: int) -> None:
        """Make another word of a phrase lead to its mention."""
        self._at[i] = head

    def _leads(self, head: int) -> bool:
        """Say whether a word is the subject of its clause, or coordinated with it."""
        word = self._parsed.words[head]
        while word.dep in {"conj", "appos", "compound"} and word.head != word.i:
            word = self._parsed.words[word.head]
        return word.dep in SUBJECTS

    def at(self, i: int) -> Mention | None:
        """Find the mention that a word belongs to."""
        head = self._at.get(i)
        return None if head is None else self._by_head[head]

    def before(self, i: int, *, sentences: int = REACH) -> Iterator[Mention]:
        """Go back from a word over the mentions before it, nearest first."""
        here = self._parsed.words[i].sentence
        place = bisect_left(self._heads, i) - 1
        for step in range(place, max(-1, place - KEPT), -1):
            mention = self._by_head[self._heads[step]]
            if here - mention.sentence > sentences:
                return
            yield mention

    def within(self, first: int, last: int) -> list[Mention]:
        """List the mentions whose head lies in words [first, last)."""
        low, high = bisect_left(self._heads, first), bisect_left(self._heads, last)
        return [self._by_head[head] for head in self._heads[low:high]]

    def likeliest(self, i: int, fits: Callable[[Mention], float | None]) -> Meant | None:
        """Choose whom a word means among the people before it.

        Args:
            i: the word.
            fits: how well a mention fits by what it is, or None where it cannot be meant.

        Returns:
            The best by fit, nearness and place in the sentence.
        """
        best: dict[int, float] = {}
        for mention in self.before(i):
            fit = fits(mention)
            if fit is not None:
                score = fit + self._salience(mention, i)
                best[mention.party] = max(best.get(mention.party, -99.0), score)
        ranked = sorted(best.items(), key=lambda one: -one[1])
        if not ranked:
            return None
        sure = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= MARGIN
        return Meant(party=ranked[0][0], sure=sure)

    def _salience(self, mention: Mention, i: int) -> float:
        word = self._parsed.words[i]
        back = word.sentence - mention.sentence
        paragraph = self._parsed.sentences[word.sentence].paragraph
        score = -1.2 * back - 0.01 * (word.i - mention.head)
        score += 1.6 if mention.subject else 0
        score -= 1.2 if mention.owner and back > 0 else 0
        score -= 0.6 if paragraph != mention.paragraph else 0
        score -= 0.7 if mention.quote != word.quote and mention.quote >= 0 else 0
        score += 0.4 if mention.kind in {"name", "pronoun"} else 0
        if mention.party == self.topic:
            opens = i - self._parsed.sentences[word.sentence].first < 3
            score += 1.2 if opens and paragraph != mention.paragraph else 0.3
        return score
