"""Sentences with their figures apart."""

import pytest

from kualik.engine.counting.phrases import Said, phrase, said


@pytest.mark.parametrize(
    ("value", "written"), [(4400, "4,400"), (1.0849, "1.08"), (12345.6, "12,346"), ("EXH", "EXH"), (0.5, "0.5")]
)
def test_a_figure_is_written_as_english_writes_it(value: Said, written: str) -> None:
    """Whole numbers whole, fractions with three digits, words as they are."""
    assert said(value) == written


def test_a_phrase_may_stand_in_a_phrase() -> None:
    """Each stays a sentence that can be translated by itself."""
    inner = phrase("%(twice)s of %(listed)s people", twice=4, listed=654)

    assert str(phrase("fails (%(value)s)", value=inner)) == "fails (4 of 654 people)"
