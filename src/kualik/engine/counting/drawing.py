"""The drawings of a report, those that it has something for."""

from collections.abc import Iterator

from kualik.engine.counting.curves import posterior
from kualik.engine.counting.dots import sensitivity
from kualik.engine.counting.report import Report
from kualik.engine.counting.svg import Figure, Say
from kualik.engine.counting.traces import chains
from kualik.engine.counting.upset import upset

__all__ = ["draw"]


def draw(report: Report, *, say: Say = str) -> tuple[Figure, ...]:
    """Draw a report: the overlap of its lists, the posteriors of A and B, what moves them, the chains of B.

    Args:
        report: what a table says.
        say: says a phrase in the reader's language.

    Returns:
        The drawings, each with a table that says the same.
    """
    return tuple(_drawn(report, say))


def _drawn(report: Report, say: Say) -> Iterator[Figure]:
    if report.overlaps:
        yield upset(lists=report.premises.lists, overlaps=report.overlaps, say=say)
    intervals = [(one.id, one.found.interval) for one in report.main if one.found]
    if intervals and report.curves:
        yield posterior(curves=report.curves, intervals=intervals, headline=report.headline, say=say)
    if report.variants:
        yield sensitivity(variants=report.variants, headline=report.headline, say=say)
    if report.traces:
        yield chains(traces=report.traces, say=say)
