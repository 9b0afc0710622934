"""Protests."""

import pytest

from tests.engine.extracting.samples import REPORT, found


def test_a_protest_is_one_though_told_in_several_sentences() -> None:
    """With what the police did, and whether force was used."""
    (event,) = found(REPORT, "event", published="2021-03-05")[:1]

    assert (event["type"], event["date"], event["crowd"]) == ("protest", "2021-03-04", "About a dozen women")
    assert event["place"] == "near the Chinese Consulate, Almaty"
    assert event["response"] == ["kept at a distance", "did not come out"]
    assert "release of relatives" in str(event["demand"])


def test_a_series_is_apart_from_a_protest_of_a_day() -> None:
    """The words "regularly … since" is an open interval."""
    text = "Women gathered near the Chinese Consulate on 4 May 2021. They have regularly rallied since February 2021."

    assert [event["date"] for event in found(text, "event")] == ["2021-05-04", "2021-02/.."]


@pytest.mark.parametrize(
    ("text", "violence"),
    [
        ("There was no violence reported at the 4 May 2021 protest near the embassy.", False),
        ("Police beat women at the 4 May 2021 protest near the embassy.", True),
    ],
)
def test_violence_is_only_said_where_the_text_says_it(text: str, violence: bool) -> None:  # noqa: FBT001 (a parameter of a test)
    """Or that there was none."""
    assert found(text, "event")[0]["violence"] is violence
    assert "violence" not in found("Women gathered near the embassy on 4 May 2021.", "event")[0]


def test_protests_in_general_are_no_event() -> None:
    """Without day, place or crowd."""
    assert found("There were many similar protests in recent years.", "event") == []
