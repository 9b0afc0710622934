"""A trial and the sentence told right after it are one sentencing."""

from bisect import bisect_right
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
    hearings = sorted((one for one in happenings if one.type == "hearing"), key=lambda one: one.span.end)
    ends = [one.span.end for one in hearings]
    joined: list[Happening] = []
    used: set[Span] = set()
    for one in happenings:
        place = bisect_right(ends, one.span.start) - 1
        trial = hearings[place] if place >= 0 and _is_one(hearings[place], one) else None
        if trial is not None and trial.span not in used:
            used.add(trial.span)
            span = Span(start=trial.span.start, end=one.span.end)
            one = replace(one, date=trial.date, span=span, who=one.who or trial.who)  # noqa: PLW2901  # the one that is kept
        joined.append(one)
    return [one for one in joined if one.type != "hearing" or one.span not in used]


def _is_one(trial: Happening, sentence: Happening) -> bool:
    between = sentence.span.start - trial.span.end
    return sentence.type == "sentencing" and sentence.date is None and 0 <= between < NEAR
