"""A commitment shows a change and tells nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from kualik.casebook import folder
from kualik.cases.ledger.commitments import commit

CONTENT = st.dictionaries(st.text(st.characters(max_codepoint=127)), st.text(st.characters(exclude_categories=["Cs"])))


@given(CONTENT, CONTENT)
def test_other_content_has_another_commitment(one: dict[str, str], other: dict[str, str]) -> None:
    """The same content has the same, every time."""
    assert (commit(one) == commit(other)) == (one == other)


def test_nobody_can_try_contents_without_the_key(settings: Settings, tmp_path: Path) -> None:
    """Another casebook commits to the same content otherwise."""
    ours = commit({"text": "she was taken on 8 February"})
    folder.lay_out(tmp_path, title="Another")
    settings.CASEBOOK = tmp_path

    assert commit({"text": "she was taken on 8 February"}) != ours


@pytest.mark.parametrize("content", [{"share": 0.25}])
def test_fractions_have_no_place(content: dict[str, object]) -> None:
    """They are written out by whoever commits to them."""
    with pytest.raises(TypeError):
        commit(content)  # type: ignore[arg-type]  # that is the point
