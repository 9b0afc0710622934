"""Ages in all their wordings."""

import pytest

from tests.engine.extracting.english.people_samples import register

TEXTS = [
    "Marat Asanov, 41, was held.",
    "Marat Asanov (41) was held.",
    "Marat Asanov (Марат Асанов), 41, was held.",
    "Marat Asanov, aged 41, was held.",
    "Marat Asanov, who is 41 years old, was held.",
    "The 41-year-old farmer Marat Asanov was held.",
    "Marat Asanov, a 41-year-old farmer, was held.",
    "Marat Asanov is 41 years old.",
    "Marat Asanov was held. He is 41.",
    "Marat Asanov was held. He turned 41 in a cell.",
    "Marat Asanov was held on Monday. The 41-year-old taught history.",
    "Forty-one-year-old Marat Asanov was held.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_age_is_found_however_it_is_put(text: str) -> None:
    """After the name, before it, in a sentence of its own, in words."""
    party = next(one for one in register(text).notes.parties if one.name == "Marat Asanov")
    assert party.age is not None
    assert party.age[0] == 41
    assert "41" in text[party.age[1].start : party.age[1].end] or "orty-one" in text


@pytest.mark.parametrize(
    "text",
    [
        "Marat Asanov, 12 others and a dog were held.",
        "Marat Asanov was held on 3 May 2019, 41 days ago.",
        "Marat Asanov got 15 years.",
        "Marat Asanov, born in 1978, was held.",
        "Marat Asanov faces 5 to 10 years.",
        "Marat Asanov (04.03.2021 10:02):\n\nMarat Asanov was held.",
        "Marat Asanov, 04.03.2021: They were held.",
        "Marat Asanov (10:02): They were held.",
        "Marat Asanov, 12,000 others and a dog were held.",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    """Terms, counts, dates and years of birth."""
    party = next(one for one in register(text).notes.parties if one.name == "Marat Asanov")
    assert party.age is None
