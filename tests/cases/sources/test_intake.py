"""What is told of a source at its door."""

import pytest

from kualik.cases.sources.errors import SourceRefused
from kualik.cases.sources.intake import Told, check_told


@pytest.mark.parametrize("published", ["", "2024-02-08", "XXXX-02-08", "2017/2019", "2021~"])
def test_a_date_that_is_one_passes(published: str) -> None:
    """Whole, partial, uncertain, or none."""
    check_told("report.txt", Told(published=published))


@pytest.mark.parametrize(
    ("told", "word"),
    [
        (Told(published="8 February"), "2024-02-08"),
        (Told(published="2024-13-01"), "2024-02-08"),
        (Told(publisher="x" * 301), "publisher"),
        (Told(language="x" * 21), "language"),
    ],
)
def test_what_cannot_be_so_is_refused_by_name(told: Told, word: str) -> None:
    """The message names the file, and what to write instead."""
    with pytest.raises(SourceRefused, match=f"report.txt: .*{word}"):
        check_told("report.txt", told)


def test_nothing_told_is_internal() -> None:
    """Until somebody says otherwise."""
    assert Told().level == "internal"
