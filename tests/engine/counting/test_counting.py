"""What the counting engine offers, loaded when it is asked for."""

import subprocess
import sys

import pytest

from kualik.engine import counting


def test_everything_that_is_offered_is_there() -> None:
    """By the name that it is offered under."""
    assert set(counting.WHERE) == set(counting.__all__)
    assert all(getattr(counting, name).__name__ in {name, "Phrase"} for name in counting.__all__)


def test_what_is_not_offered_is_not_there() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="headlines"):
        counting.headlines  # noqa: B018 (asking is what fails)


def test_a_page_that_counts_nothing_loads_no_numerical_library() -> None:
    """They take a second, and most pages need none."""
    code = "import sys; from kualik.engine.counting import Question, pack; sys.exit('numpy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
