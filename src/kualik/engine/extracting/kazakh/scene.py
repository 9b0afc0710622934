"""What all rules of the Kazakh reader look at together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.dates import Date
from kualik.engine.extracting.kazakh.page import Page
from kualik.engine.extracting.kazakh.people import Register
from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Value

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One document: its sentences, their phrases and dates, and everybody in it."""

    page: Page
    phrases: Sequence[Sequence[Phrase]]
    dates: Sequence[Sequence[Date]]
    register: Register
    chinese: bool = False

    def tokens(self, number: int) -> tuple[Token, ...]:
        """Give the tokens of a frame."""
        return self.page.frames[number].tokens

    def value(self, number: int, first: int, last: int, text: str) -> Value:
        """Make a value of what stands in tokens [first, last) of a frame."""
        tokens = self.tokens(number)
        return Value(text=text, span=self.page.span(tokens[first], tokens[last - 1]))
