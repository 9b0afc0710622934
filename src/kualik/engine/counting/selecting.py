"""Choose the log-linear model that a criterion prefers, for many tables at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.models import Model, all_pairs, main_effects, with_pairs
from kualik.engine.counting.poisson import Start, begin, design_of, fit_tables
from kualik.engine.counting.posterior import Floats

__all__ = ["Chosen", "Search", "best_of", "descend", "rank"]

FEW = 4  # tables; for fewer a start is not worth finding


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chosen:
    """For every table the model chosen, the people unlisted by it, and its criterion; nan and inf where none fits."""

    models: tuple[Model, ...]
    unlisted: Floats
    criterion: Floats


Search = Callable[[Floats], Chosen]
"""Takes people by pattern, a row per table and 2^J - 1 patterns, and chooses a model for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trying:
    """Fits models to tables like `like`, at whose own fits the others begin."""

    like: Floats
    penalty: float | None
    starts: dict[Model, Start | None] = field(default_factory=dict)

    def fit(self, model: Model, counts: Floats) -> tuple[Floats, Floats]:
        """Give people unlisted and the criterion; nan and inf where the model cannot be fitted."""
        design = design_of(model)
        if model not in self.starts and len(counts) >= FEW:
            self.starts[model] = begin(design, self.like)
        fits = fit_tables(design, counts, start=self.starts.get(model))
        penalty = np.log(counts.sum(axis=1)) if self.penalty is None else self.penalty
        criterion = np.where(fits.good, fits.deviance + penalty * len(model.terms), np.inf)
        return np.where(fits.good, fits.unlisted, np.nan), criterion


def best_of(models: Sequence[Model], *, like: Floats) -> Search:
    """Search through all of these models.

    Args:
        models: those to try.
        like: people by pattern of a table like those that will be searched; fits begin where it is fitted.

    Returns:
        The search: for each table the model with the least -2 log-likelihood + ln(n) times its terms.

    Source:
        Schwarz 1978, Annals of Statistics 6(2), 461-464; n is the people listed, and a coefficient of minus
        infinity counts, which reproduces the figures of Silverman, Chan and Vincent 2024, Statistics and Computing
        34:44, tables 2 and 6.
    """
    trying = _Trying(like=like, penalty=None)

    def search(counts: Floats) -> Chosen:
        least, unlisted = np.full(len(counts), np.inf), np.full(len(counts), np.nan)
        chosen = np.zeros(len(counts), dtype=np.int64)
        for place, model in enumerate(models):
            found, criterion = trying.fit(model, counts)
            better = criterion < least
            least[better], unlisted[better], chosen[better] = criterion[better], found[better], place
        return Chosen(models=tuple(models[one] for one in chosen.tolist()), unlisted=unlisted, criterion=least)

    return search


def rank(models: Sequence[Model], counts: Floats) -> tuple[Model, ...]:
    """Put models in the order of their criterion on one table.

    Args:
        models: those to try.
        counts: people by pattern, 2^J - 1 of them.

    Returns:
        Those that can be fitted, the preferred one first.

    Source:
        As `best_of`.
    """
    trying = _Trying(like=counts, penalty=None)
    found = [(float(trying.fit(model, counts[None, :])[1][0]), place) for place, model in enumerate(models)]
    return tuple(models[place] for criterion, place in sorted(found) if criterion < np.inf)


def descend(lists: int, *, like: Floats, penalty: float | None = None, drop: bool = True) -> Search:
    """Search by steps: from no interaction, change the pair that lowers the criterion most, until none does.

    Args:
        lists: how many.
        like: as `best_of` takes it.
        penalty: what a term costs beside -2 log-likelihood; ln(n) where None.
        drop: whether a pair may go again.

    Returns:
        The search, through interactions of two only.

    Source:
        As `best_of`. With six lists there are 32,768 models of pairs alone, so not all are tried.
    """
    trying = _Trying(like=like, penalty=penalty)

    def search(counts: Floats) -> Chosen:
        models = [main_effects(lists)] * len(counts)
        unlisted, least = trying.fit(models[0], counts)
        moving = np.arange(len(counts))
        while len(moving):
            moved = np.zeros(len(counts), dtype=np.bool_)
            for model, group in _groups(models, moving):
                for neighbour in _neighbours(model, drop=drop):
                    found, criterion = trying.fit(neighbour, counts[group])
                    better = criterion < least[group]
                    least[group[better]], unlisted[group[better]] = criterion[better], found[better]
                    moved[group[better]] = True
                    for one in group[better]:
                        models[one] = neighbour
            moving = np.flatnonzero(moved)
        return Chosen(models=tuple(models), unlisted=unlisted, criterion=least)

    return search


def _groups(models: Sequence[Model], some: NDArray[np.int64]) -> list[tuple[Model, NDArray[np.int64]]]:
    """Bring tables together that stand at the same model."""
    groups: dict[Model, list[int]] = {}
    for one in some.tolist():
        groups.setdefault(models[one], []).append(one)
    return [(model, np.array(group)) for model, group in groups.items()]


def _neighbours(model: Model, *, drop: bool) -> Iterator[Model]:
    """Give the models that differ by one pair."""
    there = frozenset(model.pairs)
    for pair in all_pairs(model.lists):
        if pair not in there or drop:
            yield with_pairs(model.lists, there ^ {pair})
