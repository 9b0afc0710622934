"""Numbers."""

import pytest

from kualik.engine.extracting.kazakh.numerals import number_at
from tests.engine.extracting.kazakh.samples import tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("жиырма екі", 22), ("2 318", 2318), ("екі жүз елу мың", 250_000), ("1,5 миллион", 1_500_000), ("он сегіз", 18),
        ("300-ге", 300), ("миллионға", 1_000_000),
    ],
)  # fmt: skip
def test_a_number_is_read_in_digits_and_in_words(text: str, value: int) -> None:
    """Scales and tens are put together."""
    read = number_at(tokens(text), 0)
    assert read is not None
    assert read.value == value


def test_a_pronoun_is_no_number() -> None:
    """Of "оның" is his, and not of ten."""
    assert number_at(tokens("оның үйі"), 0) is None
