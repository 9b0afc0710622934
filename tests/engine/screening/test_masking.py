"""Numbers hidden, dates rounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.screening.masking import mask_numbers, quarter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call 87012345678 now", "call ••• now"),
        ("+7 (701) 234-56-78", "•••"),
        ("ID 65010119800101123X", "ID •••"),
        ("passport N01234567", "passport •••"),
        ("电话：٧٧٠١٢٣٤٥٦٧٨", "电话：•••"),
        ("电话13912345678联系", "电话•••联系"),
        ("身份证号654021196501012345，住", "身份证号•••，住"),
        ("护照EA1234567签发", "护照•••签发"),
        ("тел87012345678 не отвечает", "тел••• не отвечает"),
        ("8\u00a0701\u2011234\u201156\u201178", "•••"),
        ("8·701·234·56·78", "•••"),
    ],
)
def test_numbers_that_lead_to_a_person_are_masked(text: str, expected: str) -> None:
    """Telephone, identity card, passport; in any digits."""
    assert mask_numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2018-03-05",
        "on 2018-03-05 and in 2017-2019",
        "05.03.2018",
        "1 000 000 people, 1,000,000",
        "no. 12, 300 people",
        "他于2018-03-05被捕",
        "2017\u20142019年",
        "2018-03-05T10:00",
    ],
)
def test_dates_and_figures_stay(text: str) -> None:
    """They say how many and when."""
    assert mask_numbers(text) == text


@given(st.text(alphabet="0123456789 -().+Xab"))
def test_twice_masked_is_once(text: str) -> None:
    """Masking again changes nothing."""
    assert mask_numbers(mask_numbers(text)) == mask_numbers(text)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-02-08", "2024-01/2024-03"),
        ("2024-10~", "2024-10/2024-12"),
        ("2024-02/2024-05", "2024"),
        ("2023-12-31/2024-01-01", "2023/2024"),
        ("XXXX-02-08", None),
        ("2024/..", None),
    ],
)
def test_a_day_becomes_its_quarter(day: str, expected: str | None) -> None:
    """Or years where it spans quarters, or nothing where it is not known."""
    assert quarter(day) == expected


@given(st.dates())
def test_a_quarter_holds_its_day_and_some_ninety_others(day: object) -> None:
    """It is EDTF and never shorter."""
    rounded = quarter(f"{day}")

    assert rounded is not None
    assert is_edtf(rounded)
    first, last = bounds(rounded)
    assert first is not None
    assert last is not None
    assert f"{first}" <= f"{day}" <= f"{last}"
    assert 89 <= (last - first).days <= 91
