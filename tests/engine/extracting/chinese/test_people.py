"""Registers of people."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    "text",
    [
        "马晓川（22岁）失踪。",
        "现年22岁的马晓川失踪。",
        "学生马晓川今年22岁。",
        "22岁的回族学生马晓川失踪。",
        "学生马晓川，二十二岁，失踪。",
    ],
)
def test_an_age_is_read_in_any_wording(text: str) -> None:
    """Before and after the name."""
    assert [(fact["name"], fact["age"]) for fact in found(text, "person")] == [("马晓川", 22)]


def test_short_forms_and_latin_spellings_are_aliases() -> None:
    """One person, one fact."""
    (person,) = found("教师吐尔地·亚库普（Turdi Yaqup）被判刑。吐尔地的家在喀什。", "person")

    assert person["name"] == "吐尔地·亚库普"
    assert person["aliases"] == ["Turdi Yaqup", "吐尔地"]


def test_an_office_is_a_role() -> None:
    """The title before a name says what they are."""
    (person,) = found("律师梁慧珍说，案件不公开。", "person")

    assert person["roles"] == ["lawyer"]


def test_the_name_is_kept_as_it_stands() -> None:
    """Folding is for matching only."""
    assert found("記者許慕言說，他不知道。", "person")[0]["name"] == "許慕言"
