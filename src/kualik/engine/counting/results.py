"""What a report is made of: intervals, what each estimator says, checks, and the lines that figures are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import floor, log10

from kualik.engine.counting.phrases import Phrase, Said
from kualik.engine.counting.premises import WithoutPremises

__all__ = [
    "Conditional", "Curve", "Dependence", "Interval", "Linkage", "Overlap", "Provenance", "Result", "Stratum",
    "Trace",
]  # fmt: skip

SIGNIFICANT = 2  # digits; more would look like knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """How many people, from `low` to `high` with 95 % probability or confidence; `middle` is a median or an estimate.

    It has no form of its own: it is written out only with what it assumes.
    """

    low: float
    middle: float
    high: float

    def rounded(self, listed: int) -> "Interval":
        """Give two significant digits: the ends outwards, and nothing below the people who are listed.

        Args:
            listed: people on at least one list.

        Returns:
            The interval in whole people.
        """
        low, middle, high = (_unit(value) for value in (self.low, self.middle, self.high))
        return Interval(
            low=max(listed, floor(self.low / low) * low),
            middle=max(listed, round(self.middle / middle) * middle),
            high=max(listed, -floor(-self.high / high) * high),
        )


def _unit(value: float) -> int:
    return int(10 ** max(0, floor(log10(max(value, 1))) + 1 - SIGNIFICANT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """An interval, and what must be so for it to hold. There is none without assumptions."""

    interval: Interval
    assumptions: tuple[Phrase, ...]

    def __post_init__(self) -> None:
        if not self.assumptions:
            raise WithoutPremises(missing="assumptions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one estimator says, or why it refuses.

    `id` is "A", "B", "C", "order-two", "bound", "chapman", "chao", "lincoln-petersen" or "independence". `main` is
    true of the estimators that a headline rests on; the others are comparisons. `further` are figures that an
    estimator gives beside its interval, in people, such as Chapman's under dependence.
    """

    id: str
    name: Phrase
    found: Conditional | None = None
    refusal: Phrase | None = None
    main: bool = False
    diagnostics: Mapping[str, Said] = field(default_factory=dict)
    further: tuple[tuple[str, float], ...] = ()
    assumes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How many people are on exactly these lists, by their places from 0."""

    lists: tuple[int, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """What A thinks of how lists hang together: pairs with the probability of a tie, and the likeliest graphs.

    `more` are the pairs that share more people than two lists would by chance, if the median of A is right.
    """

    pairs: tuple[tuple[int, int, float], ...] = ()
    more: tuple[tuple[int, int], ...] = ()
    graphs: tuple[tuple[tuple[tuple[int, int], ...], float], ...] = ()
    effective: float = 0.0
    models: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A posterior of the number of people, to be drawn: the density per unit of ln N at points in people."""

    estimator: str
    people: tuple[float, ...]
    density: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One chain of B, thinned to be drawn: people after so many sweeps, evenly apart."""

    people: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """A part that was counted by itself: its people listed and what was found; refused where it could not be."""

    name: str
    listed: int
    interval: Interval | None = None
    refusal: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """What errors of linkage do. `within` and `between` are variances over `replicates`, in people squared.

    Where there is one linkage only, `perturbed` holds what the figure would be at some rates of error: the kind
    ("missed" or "false"), the rate (0 to 1) and the median in people.
    """

    replicates: int = 1
    within: float = 0.0
    between: float = 0.0
    share: float | None = None
    perturbed: tuple[tuple[str, float, float], ...] = ()

    @property
    def assessed(self) -> bool:
        """Whether more than one linkage was counted."""
        return self.replicates > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What it takes to do the same again: method, seed, version, the SHA-256 of the table as it was understood."""

    method: str
    seed: int
    version: str
    digest: str
    options: Mapping[str, Said] = field(default_factory=dict)
