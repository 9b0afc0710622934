"""What the counting engine says, in the reader's language.

The engine keeps figures and names apart from its sentences; the sentences are translated here, and what stands in them
is isolated, so that a name in one direction does not turn a sentence in the other around.
"""

from django.utils.formats import number_format
from django.utils.translation import gettext

from kualik.engine.counting import Phrase

__all__ = ["METHODS", "say"]

ISOLATE, END = "\u2068", "\u2069"
DIGITS = 3
METHODS = {"A+B+C": "A, B, C", "A+B": "A, B", "A": "A", "B": "B", "C": "C"}


def say(phrase: Phrase) -> str:
    """Say a phrase of the engine in the reader's language."""
    return gettext(phrase.text) % {name: _value(value) for name, value in phrase.values.items()}


def _value(value: object) -> str:
    if isinstance(value, Phrase):
        return say(value)
    if isinstance(value, int):
        return number_format(value, force_grouping=True)
    if isinstance(value, float):
        return number_format(float(f"{value:.{DIGITS}g}"), force_grouping=True)
    return f"{ISOLATE}{value}{END}"
