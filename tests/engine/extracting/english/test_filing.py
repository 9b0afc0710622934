"""The day on which a report was filed."""

import pytest

from kualik.engine.extracting.english.filing import filed_on
from kualik.engine.extracting.english.parsing import parse


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ALMATY, February 8, 2021 -- Aliya left.", "2021-02-08"),
        ("Men Held\n\n8 February 2021\n\nAliya left.", "2021-02-08"),
        ("Men Held\n\nPublished: February 8, 2021, 10:15\n\nAliya left.", "2021-02-08"),
        ("ALMATY, Feb 8 -- Aliya left.", None),
        ("Men Held\n\nAliya left on 8 February 2021 for good and all.\n\nShe wept.", None),
        ("Men Held\n\n2021\n\nAliya left.", None),
        ("Aliya left.", None),
    ],
)
def test_the_day_is_taken_from_a_line_that_is_only_a_date(text: str, day: str | None) -> None:
    """With its year, or not at all."""
    assert filed_on(parse(text)) == day
