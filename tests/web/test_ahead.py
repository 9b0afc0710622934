"""Dates to come are said no nearer than they are known."""

from datetime import date

import pytest

from kualik.cases.findings.dates_ahead import Ahead, Kind
from kualik.cases.summaries.models import PersonSummary
from kualik.web.ahead import span_in_words


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 3, 10), date(2027, 3, 10), "10 March 2027"),
        (date(2027, 3, 1), date(2027, 3, 31), "some time in March 2027"),
        (date(2027, 1, 1), date(2027, 12, 31), "some time in 2027"),
        (date(2027, 3, 10), date(2029, 3, 10), "between 10 March 2027 and 10 March 2029"),
    ],
)
def test_a_span_is_said_as_it_is_known(first: date, last: date, said: str) -> None:
    """A day only where the day is known."""
    one = Ahead(kind=Kind.SENTENCE_ENDS, person=PersonSummary(), first=first, last=last)

    assert span_in_words(one) == said
