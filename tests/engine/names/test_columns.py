"""Columns of texts, whatever their form."""

import ctypes

import nanoarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.arrow import ArrowTexts, NotAColumn
from kualik.engine.names.columns import ListedTexts, read_column

ANY = st.lists(st.none() | st.text(st.characters(), max_size=8), max_size=12)


@given(ANY, st.data())
def test_a_list_is_written_as_utf_32(texts: list[str | None], data: st.DataObject) -> None:
    """Each text between its offsets, lone surrogates too."""
    begin = data.draw(st.integers(0, len(texts)))
    end = data.draw(st.integers(begin, len(texts)))
    column, held = ListedTexts(listed=texts).column(begin, end)
    offsets = ctypes.cast(column.offsets, ctypes.POINTER(ctypes.c_int64))
    whole = ctypes.string_at(column.text, offsets[end - begin] * 4).decode("utf-32-le", "surrogatepass")

    assert [whole[offsets[row] : offsets[row + 1]] for row in range(end - begin)] == [
        text or "" for text in texts[begin:end]
    ]
    assert (column.unit_bytes, column.offset_bytes) == (4, 8)
    del held


def test_lists_and_arrow_columns_are_told_apart() -> None:
    """Both give the same texts."""
    listed = read_column(["a", None])
    arrow = read_column(nanoarrow.Array(["a", None], nanoarrow.string()))

    assert (type(listed), type(arrow)) == (ListedTexts, ArrowTexts)
    assert list(listed.texts()) == list(arrow.texts()) == ["a", ""]
    assert (len(listed), listed.breaks) == (2, ())


@pytest.mark.parametrize("text", ["Khalida", b"Khalida"])
def test_a_single_text_is_no_column(text: object) -> None:
    """Else its letters would be taken for names."""
    with pytest.raises(NotAColumn, match="a single text"):
        read_column(text)


def test_the_row_that_is_no_text_is_named() -> None:
    """Counted from 0."""
    with pytest.raises(NotAColumn, match=r"row 1 \(from 0\) is no text but int"):
        read_column(["a", 3])
