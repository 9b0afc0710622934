"""One place in a text: a clause of a sentence, with who is spoken of in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Found", "Here", "Who"]

Who = tuple[int, Span]
"""A party and where the phrase stands that means it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A clause of a sentence of a text."""

    story: Story
    sentence: Sentence
    number: int

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.sentence.clauses[self.number]

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the clause."""
        return self.clause.tokens

    @property
    def mentions(self) -> Sequence[Mention]:
        """Who is spoken of in the clause, as far as it was read."""
        return self.story.mentions.get(self.clause.start, [])

    @property
    def last(self) -> bool:
        """Say whether it is the last clause of its sentence."""
        return self.number + 1 == len(self.sentence.clauses)

    def at(self, number: int) -> "Here":
        """Another clause of the sentence."""
        return Here(story=self.story, sentence=self.sentence, number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One verb of saying: where it is, whose, and what is said; `resumed` where its subject stands before."""

    clause: int
    cue: Token
    span: Span
    speaker: int
    stance: Stance
    rule: str
    content: Span
    resumed: bool = False
    addressee: Value | None = None
    silent: bool = False
