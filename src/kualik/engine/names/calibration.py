"""From an alignment to a probability: three small logistic functions, and where their numbers are from.

Fitted on person_pairs.tsv of the project's evaluation data (SHA-256 01667839404c…; real public people, of whom
only these sums are here) by penalised maximum likelihood (ridge 1), on the pairs both of whose people fall in
70 % by SHA-256 of their id; each of the sets CA, WORLD and COMP weighted by the inverse root of its size. On the
pairs both of whose people fall in the other 30 % (13,515): F1 0.977 (CA), 0.933 (WORLD), 0.987 (COMP) at
a threshold fitted on the first part; expected calibration error 0.05. A weight that came out with the wrong sign
(more left over, likelier the same) was set to nought and the rest fitted again.
"""

from dataclasses import dataclass
from math import exp

from kualik.engine.names.aligning import Alignment

__all__ = ["ALPHABETS", "CHINESE", "PINYIN", "Weights", "probability"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each figure of an alignment adds to the log-odds that two names can be one person's."""

    always: float
    letters: float
    bones: float
    worst: float
    worst_squared: float
    joined: float
    joined_squared: float
    left_over: float
    fathers_differ: float


ALPHABETS = Weights(
    always=-8.57,
    letters=0.0,
    bones=5.06,
    worst=-2.06,
    worst_squared=10.43,
    joined=-0.47,
    joined_squared=0.63,
    left_over=0.0,
    fathers_differ=-2.01,
)
"""Both names in alphabets."""

CHINESE = Weights(
    always=-8.41,
    letters=3.23,
    bones=0.0,
    worst=4.18,
    worst_squared=6.85,
    joined=3.3,
    joined_squared=2.52,
    left_over=-1.0,
    fathers_differ=0.0,
)
"""At least one name in Chinese characters, where syllables are added and final consonants lost."""

PINYIN = Weights(
    always=-8.88,
    letters=1.11,
    bones=3.75,
    worst=6.06,
    worst_squared=2.83,
    joined=5.28,
    joined_squared=-2.96,
    left_over=-2.12,
    fathers_differ=-2.14,
)
"""At least one name in Latin letters that can all be read as pinyin, none in Chinese characters."""


def probability(alignment: Alignment, weights: Weights) -> float:
    """Turn an alignment into a probability.

    Args:
        alignment: how two names lie against each other.
        weights: those for the scripts of the two.

    Returns:
        The probability, 0 to 1, that both can name one person; 0 where either has no parts.

    Assumes:
        As many pairs that belong together as in the data fitted on (about two in five).

    Source:
        Logistic regression; the weights are those above.
    """
    if not alignment.pairs:
        return 0.0
    odds = (
        weights.always
        + weights.letters * alignment.letters
        + weights.bones * alignment.bones
        + weights.worst * alignment.worst
        + weights.worst_squared * alignment.worst**2
        + weights.joined * alignment.joined
        + weights.joined_squared * alignment.joined**2
        + weights.left_over * alignment.left_over
        + weights.fathers_differ * alignment.fathers_differ
    )
    return 1 / (1 + exp(-odds))
