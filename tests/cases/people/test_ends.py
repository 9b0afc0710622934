"""When a sentence ends: no nearer than what is told allows."""

from datetime import date

import pytest

from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.ends import after_months, ending


@pytest.mark.parametrize(
    ("start", "sentences", "first", "last"),
    [
        ("2017-03-10", ("P10Y",), date(2027, 3, 10), date(2027, 3, 10)),
        ("2017-03", ("P10Y",), date(2027, 3, 1), date(2027, 3, 31)),
        ("2017", ("P9Y6M",), date(2026, 7, 1), date(2027, 6, 30)),
        ("2016-02-29", ("P11Y",), date(2027, 2, 28), date(2027, 2, 28)),
        ("2017-03-10", ("P10Y", "P12Y"), date(2027, 3, 10), date(2029, 3, 10)),
        ("2026-11-01", ("P2W3D",), date(2026, 11, 18), date(2026, 11, 18)),
    ],
)
def test_a_sentence_is_added_to_its_beginning(start: str, sentences: tuple[str, ...], first: date, last: date) -> None:
    """The shortest to the earliest day, the longest to the latest."""
    line = CustodyLine(state="prison", sentence=sentences[0], others=sentences[1:], start=start)

    assert ending(line) == (first, last)


def test_an_end_that_is_told_is_the_end() -> None:
    """Whatever the sentence."""
    assert ending(CustodyLine(state="prison", sentence="P10Y", start="2017", end="2026-05")) == (
        date(2026, 5, 1),
        date(2026, 5, 31),
    )


@pytest.mark.parametrize(
    "line",
    [
        CustodyLine(state="prison", sentence="P10Y"),
        CustodyLine(state="prison", start="2017"),
        CustodyLine(state="prison", sentence="for life", start="2017"),
        CustodyLine(state="prison", sentence="P", start="2017"),
        CustodyLine(state="prison", sentence="P10Y", start="XXXX-02-08"),
        CustodyLine(state="prison", sentence="P9000Y", start="2017"),
        CustodyLine(state="prison", end="never"),
        CustodyLine(state="released", sentence="P10Y", start="2017"),
    ],
)
def test_where_nothing_says_when_nothing_is_said(line: CustodyLine) -> None:
    """No end is made up."""
    assert ending(line) is None


def test_months_are_counted_both_ways() -> None:
    """A day that its month does not have is the last of the month."""
    assert after_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert after_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
