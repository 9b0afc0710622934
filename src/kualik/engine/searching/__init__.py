"""Full text of five languages: what a text is indexed under, what somebody asks for, why a text answers it."""

from kualik.engine.searching.asking import Part, Question, ask
from kualik.engine.searching.letters import fold
from kualik.engine.searching.marking import Excerpt, excerpt, holds, marks
from kualik.engine.searching.terms import Section, bag, sections

__all__ = [
    "VERSION",
    "Excerpt",
    "Part",
    "Question",
    "Section",
    "ask",
    "bag",
    "excerpt",
    "fold",
    "holds",
    "marks",
    "sections",
]

VERSION = 1
"""Raised when terms change; what was indexed under an older one is indexed again by the job."""
