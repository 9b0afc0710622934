"""Dates."""

import pytest

from kualik.engine.extracting.kazakh.dates import find_dates
from kualik.engine.extracting.moments import anchor
from tests.engine.extracting.kazakh.samples import tokens

NEAR = anchor("2021-03-05")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2018 жылғы 9 мамырда", "2018-05-09"), ("2017 жылдың қарашасында", "2017-11"), ("8 ақпан күні", "2021-02-08"),
        ("2018 жылдың көктемінде", "2018-21"),
        ("былтыр", "2020"), ("кеше", "2021-03-04"), ("сейсенбі күні", "2021-03-02"),
        ("2019-07-25", "2019-07-25"), ("биылғы ақпанда", "2021-02"), ("өткен жылы", "2020"), ("2017 жылы", "2017"),
        ("2021 жылдың 8 шілдесінде", "2021-07-08"), ("екі жыл бұрын", "2019"),
    ],
)  # fmt: skip
def test_a_date_is_read(text: str, edtf: str) -> None:
    """Full, partial and relative dates, counted from the day of publication."""
    assert [date.edtf for date in find_dates(tokens(text), NEAR)] == [edtf]


def test_no_year_is_made_up() -> None:
    """Without a day of publication the year stays open."""
    assert [date.edtf for date in find_dates(tokens("8 ақпан күні"), anchor(None))] == ["XXXX-02-08"]
    assert find_dates(tokens("кеше келді"), anchor(None)) == []


def test_a_cauldron_is_no_october() -> None:
    """A bare name of a month is taken for one only with its ending or the word for month."""
    assert find_dates(tokens("үлкен қазан тұр"), NEAR) == []
