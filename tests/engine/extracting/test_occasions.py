"""Other dated happenings."""

import pytest

from tests.engine.extracting.samples import found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aida Bekova told reporters at a press conference in Bishkek on 4 May 2021 that he left.", "press conference"),
        ("The hearing lasted 35 minutes.", "hearing"),
        ("Aida Bekova crossed the border in June 2019.", "other"),
    ],
)
def test_a_happening_has_its_kind(text: str, kind: str) -> None:
    """From the words that tell it."""
    assert [event["type"] for event in found(text, "event")] == [kind]


@pytest.mark.parametrize(
    "text", ["Aida Bekova crossed the border.", "Aida Bekova may have crossed the border in June 2019."]
)
def test_without_a_date_or_for_sure_it_is_none(text: str) -> None:
    """Journeys count only where a date is said."""
    assert found(text, "event") == []
