"""One stretch of custody in a line of words."""

import pytest
from django.utils import translation

from kualik.cases.people.custody import CustodyLine
from kualik.web.custody import in_a_line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            CustodyLine(state="prison", sentence="P1Y6M", start="2018", end="2040~"),
            "prison, 1 year 6 months, from 2018, until about 2040",
        ),
        (CustodyLine(state="camp"), "camp"),
        (CustodyLine(state="prison", sentence="life"), "prison, life"),
        (CustodyLine(state="released", start="XXXX-05-03"), "released, from 3 May, year not known"),
    ],
)
def test_it_says_what_is_known(line: CustodyLine, said: str) -> None:
    """And leaves out what is not."""
    with translation.override("en"):
        assert in_a_line(line) == said


def test_it_is_said_in_the_readers_language() -> None:
    """With the comma of that language."""
    with translation.override("ug"):
        said = in_a_line(CustodyLine(state="prison", sentence="P22Y", start="2018"))

    assert said.startswith("تۈرمە، 22")
