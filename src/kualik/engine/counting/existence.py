"""Whether a log-linear model has an estimate for a table, and whether it is the only one."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from kualik.engine.counting.models import Model

__all__ = ["Existence", "check_existence"]


class Existence(IntEnum):
    """Whether coefficients that are finite or minus infinity give the most likely table, and only one set of them."""

    FOUND = 0
    NO_MAXIMUM = 1
    NOT_UNIQUE = 2


def check_existence(model: Model, counts: NDArray[np.float64]) -> Existence:
    """Say whether a model can be fitted to a table.

    Args:
        model: a hierarchical model.
        counts: people by pattern, 2^J - 1 of them in the order of their numbers.

    Returns:
        Found; no maximum (the likelihood rises without end); or not unique (the number unlisted can be anything).

    Assumes:
        An interaction without anybody in its margin is minus infinity, and the patterns below it have nobody.

    Source:
        Fienberg and Rinaldo 2012, Annals of Statistics 40(2), 996-1023: a maximum exists if and only if some table
        with people in every pattern has the same margins; by Farkas' lemma, if and only if there is no direction of
        the coefficients that leaves the patterns with people alone and lowers empty ones. Chan, Silverman and
        Vincent 2021, JASA 116(535), 1297-1306, for the order of the two checks.
    """
    design = model.design()
    margins = counts @ design
    left = (design @ (margins == 0)) == 0
    design = design[left][:, margins > 0]
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return Existence.NOT_UNIQUE
    return Existence.NO_MAXIMUM if _rises_without_end(design, counts[left]) else Existence.FOUND


def _rises_without_end(design: NDArray[np.float64], counts: NDArray[np.float64]) -> bool:
    """Look for a direction in which patterns with people stay as they are, and some empty ones go towards none."""
    empty = design[counts == 0]
    if not len(empty):
        return False
    found = linprog(
        empty.sum(axis=0),
        A_ub=np.vstack((empty, -empty)),
        b_ub=np.repeat([0.0, 1.0], len(empty)),
        A_eq=design[counts > 0],
        b_eq=np.zeros(np.count_nonzero(counts)),
        bounds=(None, None),
    )
    return (found.fun or 0.0) < -0.5  # it is 0, or else -1 or less
