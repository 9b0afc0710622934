"""A sentence with its figures apart, so that a page can say it in another language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Phrase", "Said", "joined", "phrase", "said"]

Said: TypeAlias = "str | int | float | Phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """An English sentence with named places, such as "%(people)s people", and what stands in them.

    What stands in a place may be a phrase itself. `str` gives the English sentence; `text` is what is translated.
    """

    text: str
    values: Mapping[str, Said] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % {name: said(value) for name, value in self.values.items()}


def phrase(text: str, **values: Said) -> Phrase:
    """Make a phrase.

    Args:
        text: a sentence without a full stop, with places such as "%(people)s".
        values: what stands in each place.

    Returns:
        The phrase.
    """
    return Phrase(text=text, values=values)


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Say several phrases one after another.

    Args:
        phrases: one at least.

    Returns:
        A phrase that holds them, parted by semicolons.
    """
    first, *others = phrases
    for one in others:
        first = phrase("%(before)s; %(after)s", before=first, after=one)
    return first


def said(value: Said) -> str:
    """Write a figure as English does: thousands apart, a fraction with three digits.

    Args:
        value: a whole number, a fraction, a phrase, or words, which stay as they are.

    Returns:
        It in words or digits.
    """
    if isinstance(value, str | Phrase):
        return str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"
