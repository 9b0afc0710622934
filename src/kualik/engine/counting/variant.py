"""One estimate made again with one assumption changed."""

from dataclasses import dataclass

from kualik.engine.counting.phrases import Phrase

__all__ = ["Variant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What an estimator says when one thing is changed.

    `what` is one of "delta", "cap", "prior", "leave-out", "classes", "alpha"; `estimator` is "A" or "B"; `left_out`
    names the list where one is left out. Figures are people, the ends those of the 95 % interval.
    """

    what: str
    label: Phrase
    estimator: str
    low: float
    median: float
    high: float
    left_out: str = ""
