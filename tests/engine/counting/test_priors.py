"""Priors of the number of people, and options that are refused."""

import numpy as np
import pytest
from scipy.stats import nbinom

from kualik.engine.counting.priors import BadOptions, Options, check_options, log_prior, most_people


def test_the_inverse_prior_halves_when_people_double() -> None:
    """1/N: ln 2 less."""
    low, high = log_prior(Options(), np.array([100.0, 200.0]))

    assert low - high == pytest.approx(np.log(2))


def test_the_negative_binomial_is_that_of_scipy() -> None:
    """Mean 500, size 3: success 3 / 503."""
    people = np.array([10.0, 400.0, 2000.0])
    ours = log_prior(Options(prior="negative binomial", expected=500, size=3), people)
    theirs = nbinom.logpmf(people, 3, 3 / 503)

    assert np.diff(ours) == pytest.approx(np.diff(theirs))


def test_the_cap_is_a_thousand_times_the_listed_where_none_is_given() -> None:
    """And what is given where it is."""
    assert most_people(Options(), listed=44) == 44_000
    assert most_people(Options(cap=100), listed=44) == 100
    assert log_prior(Options(prior="uniform", cap=100), np.array([50.0, 60.0])).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(prior="uniform"), "needs a cap"),
        (Options(prior="negative binomial", expected=100), "size"),
        (Options(cap=44), "above the 44 listed"),
        (Options(delta=0.0), "delta"),
        (Options(delta=-1.0), "delta"),
        (Options(delta=float("nan")), "delta"),
    ],
)
def test_options_that_lack_something_are_refused(options: Options, words: str) -> None:
    """And the message says what."""
    with pytest.raises(BadOptions, match=words):
        check_options(options, listed=44)
