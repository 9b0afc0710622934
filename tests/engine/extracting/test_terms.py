"""Terms and durations."""

import pytest

from kualik.engine.extracting.terms import find_terms


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sentenced to 22 and 10 years", ("P22Y", "P10Y")),
        ("nine, six and thirteen years", ("P9Y", "P6Y", "P13Y")),
        ("two years and six months", ("P2Y6M",)),
        ("seven and a half years", ("P7Y6M",)),
        ("a nine-year term", ("P9Y",)),
        ("in 2019 to 17 and 12 years", ("P17Y", "P12Y")),
        ("held for 1,500 days", ("P1500D",)),
    ],
)
def test_a_term_is_a_duration(text: str, values: tuple[str, ...]) -> None:
    """Several said at once are several."""
    assert [term.values for term in find_terms(text)] == [values]


@pytest.mark.parametrize("text", ["a 68-year-old man", "two years later", "twice a week", "nobody came"])
def test_what_is_no_term_is_left_out(text: str) -> None:
    """Ages, intervals between events and rates."""
    assert find_terms(text) == []


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("life imprisonment", "life imprisonment"),
        ("to death", "death"),
        ("between 15 and 17 years", "between 15 and 17 years"),
    ],
)
def test_what_a_duration_cannot_say_is_kept_in_words(text: str, worded: str) -> None:
    """Life, death, a range."""
    (term,) = find_terms(text)

    assert (term.values, term.worded) == ((), worded)
