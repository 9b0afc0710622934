"""What speaks for and against two records being of one human being, in log-odds.

The weights of names come from the names engine, which is calibrated. The others are stated, not fitted: ln(m/u),
where m is how often the two agree so for one human being and u how often for two; both are judged, and written beside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from math import inf, log

from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.linking.records import Record
from kualik.engine.names import compare, parts

__all__ = ["PRIOR", "Evidence", "evidence", "most", "name_score"]

PRIOR = -3.5
"""Of pairs that share a key, about one in thirty-four is a match."""

NAMES_BASE = log(0.34 / 0.66)  # the share of matches in the data that the names engine was calibrated on
CERTAIN = 0.995  # a name says no more than this: people have namesakes
ONE_PART = 1.0  # the most that a name of one part can say
NAMED_ALIKE = 0.9  # the probability from which two names are taken as one

SAME_DAY = log(0.8 / 0.001)  # born the same day: 8 in 10, and 1 in 1,000 with lists' heaping on 1 January
SAME_YEAR = log(0.9 / 0.03)
SAME_SPAN = log(0.95 / 0.4)
NEARLY = log(0.05 / 0.3)  # a year off: ages are remembered, not read
YEARS_OFF = log(0.01 / 0.5)
SAME_GENDER, OTHER_GENDER = log(0.98 / 0.5), log(0.02 / 0.5)
SAME_NUMBER = log(0.9 / 0.0001)
SHARED_KIN = log(0.5 / 0.01)
SHARED_PLACE = log(0.6 / 0.25)
DAY, YEAR, THREE_YEARS = 1, 366, 3 * 366  # days
LEAST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was seen, and what it adds to the log-odds."""

    what: str
    weight: float


def evidence(left: Record, right: Record) -> tuple[Evidence, ...]:
    """Collect what speaks for and against; what is not known on either side says nothing.

    Args:
        left: a record.
        right: another. Their order makes no difference to the weights.

    Returns:
        The evidence: name, birth, gender, numbers, kin, places; each at most once.
    """
    found = (_names(left, right), _birth(left, right), _gender(left, right), _numbers(left, right))
    return tuple(one for one in (*found, _kin(left, right), _places(left, right)) if one)


def name_score(left: Record, right: Record) -> tuple[float, str, str]:
    """Find the two names that are nearest, and the probability that they can name one person; 0 without names."""
    pairs = ((_score(*sorted((a, b))), a, b) for a, b in product(left.names, right.names) if parts(a) and parts(b))
    return max(pairs, key=lambda found: (found[0], sorted(found[1:])), default=(0.0, "", ""))


@lru_cache(maxsize=262144)  # the same names meet again and again, in a batch and in the next one
def _score(one: str, other: str) -> float:
    return compare(one, other).score


def most(left: Record, right: Record) -> float:
    """Say how high the log-odds of two records can be at most; kin and places, which take long, are taken for shared.

    Args:
        left: a record.
        right: another.

    Returns:
        A bound that PRIOR and the weights of `evidence` together never pass.
    """
    quick = (_names(left, right), _birth(left, right), _gender(left, right), _numbers(left, right))
    kin = SHARED_KIN if left.kin and right.kin else 0.0
    place = SHARED_PLACE if left.places and right.places else 0.0
    return PRIOR + sum(one.weight for one in quick if one) + kin + place


def _names(left: Record, right: Record) -> Evidence | None:
    score, one, other = name_score(left, right)
    if not one:
        return None
    bounded = min(max(score, 1 - CERTAIN), CERTAIN)
    weight = log(bounded / (1 - bounded)) - NAMES_BASE
    if min(len(parts(one)), len(parts(other))) == 1:
        weight = min(weight, ONE_PART)
    return Evidence(f"names {one} ~ {other} ({score:.2f})", weight)


def _birth(left: Record, right: Record) -> Evidence | None:
    if not (left.birth and right.birth and is_edtf(left.birth) and is_edtf(right.birth)):
        return None
    one, other = bounds(left.birth), bounds(right.birth)
    gap, width = _gap(one, other), max(_width(one), _width(other))
    said = f"born {left.birth} and {right.birth}"
    if gap > 0:
        return Evidence(
            f"{said}: cannot both be", NEARLY if gap <= YEAR else YEARS_OFF * (1 if gap <= THREE_YEARS else 2)
        )
    if width == inf:
        return None
    return Evidence(f"{said}: may be the same", SAME_DAY if width <= DAY else SAME_YEAR if width <= YEAR else SAME_SPAN)


Bounds = tuple[date | None, date | None]


def _gap(one: Bounds, other: Bounds) -> float:
    """Count the days between two spans; 0 where they may share one."""
    (first, last), (begin, end) = one, other
    before = (begin - last).days if begin and last else 0
    after = (first - end).days if first and end else 0
    return max(before, after, 0)


def _width(span: Bounds) -> float:
    return (span[1] - span[0]).days if span[0] and span[1] else inf


def _gender(left: Record, right: Record) -> Evidence | None:
    if not (left.gender and right.gender):
        return None
    if left.gender == right.gender:
        return Evidence(f"both {left.gender}", SAME_GENDER)
    return Evidence(f"{left.gender} and {right.gender}", OTHER_GENDER)


def _numbers(left: Record, right: Record) -> Evidence | None:
    shared = sorted(plain_numbers(left) & plain_numbers(right))
    return Evidence("the same number", SAME_NUMBER) if shared else None


def plain_numbers(record: Record) -> frozenset[str]:
    """Take a record's numbers without what groups them; short ones are no identity."""
    plain = ("".join(letter for letter in number if letter.isalnum()).upper() for number in record.numbers)
    return frozenset(number for number in plain if len(number) >= LEAST_DIGITS)


def _kin(left: Record, right: Record) -> Evidence | None:
    shared = _first_alike(left.kin, right.kin)
    return Evidence(f"kin {shared[0]} ~ {shared[1]}", SHARED_KIN) if shared else None


def _places(left: Record, right: Record) -> Evidence | None:
    shared = _first_alike(left.places, right.places)
    return Evidence(f"place {shared[0]} ~ {shared[1]}", SHARED_PLACE) if shared else None


def _first_alike(ones: Iterable[str], others: Iterable[str]) -> tuple[str, str] | None:
    return next(_alike(ones, others), None)


def _alike(ones: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one, other in product(ones, others):
        if one.casefold() == other.casefold() or _score(*sorted((one, other))) >= NAMED_ALIKE:
            yield one, other
