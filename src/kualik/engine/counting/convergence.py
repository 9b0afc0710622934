"""Whether chains agree: rank-normalised split R-hat, and how many independent draws they are worth."""

from math import inf, log10, sqrt

import numpy as np
from scipy.special import ndtri

from kualik.engine.counting.posterior import Floats

__all__ = ["bulk_ess", "ess", "rank_normalised", "split", "split_rhat", "tail_ess"]

NOUGHT = 1e-20  # a variance of scores that is rounding and nothing else


def split_rhat(traces: Floats) -> float:
    """Say how much wider all chains together are than each by itself.

    Args:
        traces: draws, chains x draws; two chains and four draws at least.

    Returns:
        1 where they agree; the larger of the figures for where they lie and for how wide they are. Infinite where
        every chain stands still at a place of its own.

    Source:
        Vehtari, Gelman, Simpson, Carpenter, Bürkner 2021, "Rank-normalization, folding, and localization",
        Bayesian Analysis 16, section 3.2 and 4.1.
    """
    halves = split(traces)
    folded = np.abs(halves - np.median(halves))
    return max(_rhat(rank_normalised(halves)), _rhat(rank_normalised(folded)))


def bulk_ess(traces: Floats) -> float:
    """Say how many independent draws the middle of the distribution is worth.

    Args:
        traces: draws, chains x draws.

    Returns:
        A number of draws, above 0.

    Source:
        Vehtari and others 2021, section 4.3.
    """
    return ess(rank_normalised(split(traces)))


def tail_ess(traces: Floats) -> float:
    """Say how many independent draws the ends of the distribution are worth.

    Args:
        traces: draws, chains x draws.

    Returns:
        The lesser of the figures for the 5 % and the 95 % quantile.

    Source:
        Vehtari and others 2021, section 4.3.
    """
    halves = split(traces)
    return min(ess((halves <= np.quantile(halves, share)).astype(np.float64)) for share in (0.05, 0.95))


def split(traces: Floats) -> Floats:
    """Cut each chain in two halves, so that one that drifts disagrees with itself.

    Args:
        traces: chains x draws.

    Returns:
        Twice the chains, half the draws; an odd draw in the middle is left out.
    """
    half = traces.shape[1] // 2
    return np.concatenate((traces[:, :half], traces[:, -half:]))


def rank_normalised(traces: Floats) -> Floats:
    """Put normal scores in place of the draws, by their ranks among all.

    Args:
        traces: chains x draws.

    Returns:
        The scores, in the same places; equal draws share theirs.

    Source:
        Vehtari and others 2021, equation 14.
    """
    _, place, times = np.unique(traces, return_inverse=True, return_counts=True)
    ranks = np.cumsum(times) - (times - 1) / 2  # equal draws share the mean of theirs
    scores: Floats = ndtri((ranks[place].reshape(traces.shape) - 3 / 8) / (traces.size + 1 / 4))
    return scores


def ess(traces: Floats) -> float:
    """Count the independent draws that have the variance of these draws' mean.

    Args:
        traces: chains x draws, as they are.

    Returns:
        The effective number of draws: fewer where draws follow each other, at most draws x log10(draws).

    Source:
        Geyer 1992, initial monotone sequence; Vehtari and others 2021, section 3.2, for many chains.
    """
    chains, length = traces.shape
    within, pooled = _variances(traces)
    if pooled <= NOUGHT:
        return float(chains * length)
    correlation = 1 - (within - _autocovariance(traces).mean(axis=0) * length / (length - 1)) / pooled
    correlation[0] = 1.0
    pairs = correlation[: length // 2 * 2].reshape(-1, 2).sum(axis=1)
    ended = np.flatnonzero(pairs <= 0)
    kept = np.minimum.accumulate(pairs[: ended[0] if ended.size else len(pairs)])
    time = max(-1 + 2 * float(kept.sum()), 1 / log10(chains * length))
    return float(chains * length) / time


def _rhat(traces: Floats) -> float:
    within, pooled = _variances(traces)
    if pooled <= NOUGHT:
        return 1.0
    return sqrt(pooled / within) if within > NOUGHT else inf


def _variances(traces: Floats) -> tuple[float, float]:
    """Give the mean variance inside the chains, and an estimate of the whole that is too large rather than small."""
    length = traces.shape[1]
    within = float(traces.var(axis=1, ddof=1).mean())
    between = float(traces.mean(axis=1).var(ddof=1))
    return within, (length - 1) / length * within + between


def _autocovariance(traces: Floats) -> Floats:
    """Give the autocovariance of each chain at every distance, by a Fourier transform twice as long."""
    length = traces.shape[1]
    centred = traces - traces.mean(axis=1, keepdims=True)
    spectrum = np.fft.rfft(centred, 2 * length, axis=1)
    found: Floats = np.fft.irfft(np.abs(spectrum) ** 2, 2 * length, axis=1)[:, :length] / length
    return found
