"""A trial and the sentence told right after it are one sentencing."""

from collections.abc import Sequence
from dataclasses import replace

from kualik.engine.extracting.notes import Happening
from kualik.engine.extracting.spans import Span

__all__ = ["judged"]

NEAR = 400  # characters between a trial and its sentence


def judged(happenings: Sequence[Happening]) -> list[Happening]:
    """Join a hearing to the sentencing that follows it.

    Args:
        happenings: what happened, in any order.

    Returns:
        The same without hearings that a sentencing without a date of its own follows closely; it takes their date.
    """
    hearings = [one for one in happenings if one.type == "hearing"]
    joined: list[Happening] = []
    used: set[Span] = set()
    for one in happenings:
        trial = next((two for two in hearings if _is_one(two, one) and two.span not in used), None)
        if trial is not None:
            used.add(trial.span)
            span = Span(start=trial.span.start, end=one.span.end)
            one = replace(one, date=trial.date, span=span, who=one.who or trial.who)  # noqa: PLW2901  # the one that is kept
        joined.append(one)
    return [one for one in joined if one.type != "hearing" or one.span not in used]


def _is_one(trial: Happening, sentence: Happening) -> bool:
    between = sentence.span.start - trial.span.end
    return sentence.type == "sentencing" and sentence.date is None and 0 <= between < NEAR
