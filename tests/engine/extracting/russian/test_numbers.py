"""Numbers and lengths of time."""

import pytest

from kualik.engine.extracting.russian.numbers import number_at, terms_in
from kualik.engine.extracting.russian.tokens import read_page


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("170 тысяч", 170_000), ("1 870 обращений", 1870), ("1,5 миллиона", 1_500_000), ("двадцать два", 22),
        ("двоих", 2), ("полутора тысяч", 1500), ("сто три дня", 103), ("трёх тысяч", 3000),
    ],
)  # fmt: skip
def test_a_number_is_read_in_digits_and_words(text: str, value: float) -> None:
    """Of any case."""
    number = number_at(read_page(text), 0)

    assert number is not None
    assert number.value == value


def test_a_million_alone_is_a_number_behind_a_bound() -> None:
    """«До миллиона» is one, unsaid."""
    page = read_page("до миллиона человек")

    assert number_at(page, 1) is not None
    assert number_at(read_page("миллионы людей"), 0) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("к 22 и 10 годам", ("P22Y", "P10Y")), ("12 лет и девять месяцев", ("P12Y9M",)), ("полтора года", ("P1Y6M",)),
        ("пять с половиной лет", ("P5Y6M",)), ("четырём годам колонии", ("P4Y",)), ("на 15 суток", ("P15D",)),
        ("после 48 часов", ("P2D",)), ("на год", ("P1Y",)), ("полгода", ("P6M",)),
    ],
)  # fmt: skip
def test_a_term_is_a_duration(text: str, values: tuple[str, ...]) -> None:
    """Several said at once are several."""
    page = read_page(text)

    assert [term.values for term in terms_in(page, 0, len(page.tokens))] == [values]


@pytest.mark.parametrize("text", ["2018 года", "три года назад", "пять человек"])
def test_what_is_no_term_is_left_out(text: str) -> None:
    """Years, the time since, people."""
    page = read_page(text)

    assert terms_in(page, 0, len(page.tokens)) == []
