"""A cell is never taken for a formula, and can be had back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts.cells import FORMULA, harmless


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "|calc",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1+1",
        "\u00a0=1",
        "'=1",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    """Known payloads, with spaces before and full-width forms."""
    assert harmless(cell) == f"'{cell}"


@given(st.text())
def test_taking_the_apostrophe_away_gives_the_cell_back(cell: str) -> None:
    """No two cells are written alike, and none begins like a formula."""
    written = harmless(cell)

    assert (written.removeprefix("'")) == cell
    assert not written.startswith(FORMULA)
