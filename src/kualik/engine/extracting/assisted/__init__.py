"""A second reading by a language model of the user's own: what is asked, and what of the answers can be kept.

Nothing here reaches out: `kualik.assistant` asks. Every quotation must stand in the text, every speaker in the
quotation's own sentence or the one before, every value be readable by our grammars; what a rule read stays.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.assisted.answering import Answer, NotUnderstood, understood
from kualik.engine.extracting.assisted.asking import SCHEMA, chunks, question
from kualik.engine.extracting.assisted.grounding import ground
from kualik.engine.extracting.assisted.joining import CONFIDENCE, METHOD, join
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import Reading

__all__ = [
    "CONFIDENCE", "METHOD", "SCHEMA", "Answer", "Assisted", "NotUnderstood", "add_answers", "chunks", "question",
    "understood",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Assisted:
    """A reading with a model's proposals; `dropped` counts what was not kept, by reason, `values` what of the kept."""

    reading: Reading
    dropped: Counter[str]
    values: int


def add_answers(reading: Reading, answers: Sequence[tuple[Span, Answer]], *, model: str) -> Assisted:
    """Add a model's answers to what the rules read in a document.

    Args:
        reading: what the rules read.
        answers: each with the stretch of the document's text that was asked about.
        model: the model's name.

    Returns:
        The rules' claims unchanged, then the proposals that stand in the text, with what was dropped.
    """
    grounded = ground(reading.document, list(answers))
    joined = join(reading, grounded, model=model)
    return Assisted(reading=joined, dropped=grounded.dropped, values=grounded.values)
