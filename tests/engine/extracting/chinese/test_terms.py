"""Punishments."""

import pytest

from kualik.engine.extracting.chinese.terms import find_terms, length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("判处有期徒刑二十二年", ["P22Y"]),
        ("判刑15年", ["P15Y"]),
        ("被判三年六个月", ["P3Y6M"]),
        ("分别被判处10年和22年有期徒刑", ["P10Y", "P22Y"]),
        ("获刑一年半", ["P18M"]),
        ("行政拘留十五日", ["P15D"]),
        ("判处有期徒刑二十年，剥夺政治权利五年", ["P20Y"]),
    ],
)
def test_a_punishment_is_a_duration(text: str, expected: list[str]) -> None:
    """ISO 8601; the loss of political rights is not counted."""
    assert [term.iso for term in find_terms(text, 0, len(text))] == expected


@pytest.mark.parametrize("text", ["被判处无期徒刑", "被判死缓"])
def test_what_is_no_length_is_kept_in_words(text: str) -> None:
    """Life and death."""
    (term,) = find_terms(text, 0, len(text))

    assert term.iso is None
    assert term.words is not None
    assert term.words in text


def test_a_suspended_sentence_is_marked() -> None:
    """It is no custody."""
    (term,) = find_terms("判处有期徒刑三年，缓刑四年", 0, 13)

    assert term.suspended


@pytest.mark.parametrize("text", ["结婚二十年", "已服刑三年", "2018年被判"])
def test_other_lengths_are_no_punishment(text: str) -> None:
    """A length needs a verb or kind of punishment beside it."""
    assert find_terms(text, 0, len(text)) == []


def test_a_length_of_time_is_read() -> None:
    """Where nothing else is asked."""
    found = length("关押五十一天", 0, 6)

    assert found is not None
    assert found[0] == "P51D"
