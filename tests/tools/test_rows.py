"""How a measured figure is written down."""

import pytest

from tools.rows import Row, figure, table


def row(**changes: object) -> Row:
    """A figure of ours, twice a peer's."""
    usual = {"figure": "documents read", "unit": "1/s", "ours": 200.0, "peer": 100.0, "peer_name": "bare"}
    return Row(**{**usual, **changes})  # type: ignore[arg-type]  # the changes are a row's own fields


def test_the_ratio_says_which_is_better() -> None:
    """Twice as many a second is better; twice as many seconds is worse."""
    assert row().verdict == "2.00 (better)"
    assert row(more_is_better=False).verdict == "2.00 (worse)"
    assert row(ours=100.0).verdict == "1.00"
    assert row(peer=None).verdict == ""


@pytest.mark.parametrize(
    ("number", "text"), [(12345.6, "12,346"), (1.2345, "1.23"), (0.00123, "0.00123"), (99.94, "99.9")]
)
def test_a_figure_has_three_digits_that_count(number: float, text: str) -> None:
    """More would pretend to a precision that a measurement on a busy machine has not."""
    assert figure(number) == text


def test_a_bar_in_a_note_does_not_break_the_table() -> None:
    """Every line has as many cells as the head."""
    head, _, line = table([row(note="a|b")]).splitlines()

    assert line.replace("\\|", "").count("|") == head.count("|")
