"""Hierarchical log-linear models of how lists depend on each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Model", "all_pairs", "hierarchical_models", "main_effects", "with_pairs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A log-linear model: sets of lists, each a bit mask, whose people interact.

    `terms` holds the empty set (the intercept) first, then every list, then interactions, ascending in size; with a
    set it holds all that lie in it.
    """

    lists: int
    terms: tuple[int, ...]

    def design(self) -> NDArray[np.float64]:
        """Give 1 where a pattern holds all of a term: a row per pattern from 1, a column per term."""
        patterns = np.arange(1, 1 << self.lists)[:, None]
        terms = np.array(self.terms)
        inside: NDArray[np.bool_] = patterns & terms == terms
        return inside.astype(np.float64)

    @property
    def pairs(self) -> tuple[int, ...]:
        """The interactions of two."""
        return tuple(term for term in self.terms if term.bit_count() == 2)

    def __str__(self) -> str:
        """Name the largest terms by the lists' places from 1: [12][3]."""
        largest = [
            one for one in self.terms if one and not any(one != other and one & other == one for other in self.terms)
        ]
        places = sorted([place + 1 for place in range(self.lists) if one >> place & 1] for one in largest)
        return "".join(f"[{','.join(map(str, one)) if self.lists > 9 else ''.join(map(str, one))}]" for one in places)


@lru_cache(maxsize=16)
def hierarchical_models(lists: int, order: int) -> tuple[Model, ...]:
    """Give every hierarchical model whose interactions join at most so many lists.

    Args:
        lists: from 2; every list is in every model.
        order: 2 for pairs alone, 3 for pairs and triples.

    Returns:
        The models, those with fewer terms first: 113 for four lists and order 3.

    Raises:
        ValueError: another order.

    Source:
        Bishop, Fienberg and Holland 1975, Discrete Multivariate Analysis, chapter 6: with an interaction go all
        those inside it.
    """
    if order not in {2, 3}:
        raise ValueError(order)
    found = [one for pairs in _subsets(_masks(lists, 2)) for one in _completed(lists, pairs, order)]
    return tuple(sorted(found, key=lambda one: len(one.terms)))


def all_pairs(lists: int) -> tuple[int, ...]:
    """Give every interaction of two lists.

    Args:
        lists: how many.

    Returns:
        Bit masks.
    """
    return tuple(_masks(lists, 2))


def main_effects(lists: int) -> Model:
    """Give the model without any interaction.

    Args:
        lists: how many.

    Returns:
        The intercept and one term for each list.
    """
    return Model(lists=lists, terms=(0, *_masks(lists, 1)))


def with_pairs(lists: int, pairs: frozenset[int]) -> Model:
    """Give the model of these interactions of two.

    Args:
        lists: how many.
        pairs: bit masks of two lists each.

    Returns:
        The model with main effects and these.
    """
    return Model(lists=lists, terms=(*main_effects(lists).terms, *sorted(pairs)))


def _completed(lists: int, pairs: frozenset[int], order: int) -> Iterator[Model]:
    """Give the models with exactly these pairs, and any of the triples whose pairs are all there."""
    base = with_pairs(lists, pairs).terms
    possible = [one for one in _masks(lists, 3) if order == 3 and sum(one & pair == pair for pair in pairs) == 3]
    for triples in _subsets(possible):
        yield Model(lists=lists, terms=(*base, *sorted(triples)))


def _masks(lists: int, size: int) -> list[int]:
    return [sum(1 << place for place in places) for places in combinations(range(lists), size)]


def _subsets(masks: list[int]) -> Iterator[frozenset[int]]:
    for size in range(len(masks) + 1):
        yield from (frozenset(one) for one in combinations(masks, size))
