"""Texts in Arrow memory, as nanoarrow makes it."""

import gc
from typing import Any

import nanoarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.arrow import NotAColumn, read_arrow

TEXTS = st.lists(st.none() | st.text(st.characters(codec="utf-8"), max_size=12), max_size=20)


class Streamed:
    """A column that offers itself chunk by chunk only, as PyArrow's and Polars' do."""

    def __init__(self, column: Any) -> None:
        """Take a nanoarrow column."""
        self.column = column

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand out its chunks."""
        return self.column.__arrow_c_stream__(requested_schema)


@given(TEXTS, st.booleans())
def test_texts_are_read_as_they_were_written(texts: list[str | None], large: bool) -> None:  # noqa: FBT001 (hypothesis)
    """With 32-bit and 64-bit offsets; one that is missing is empty."""
    column = nanoarrow.Array(texts, nanoarrow.large_string() if large else nanoarrow.string())
    read = read_arrow(column)

    assert len(read) == len(texts)
    assert list(read.texts()) == [text or "" for text in texts]


def test_a_slice_begins_where_it_begins() -> None:
    """Arrow's offset counts for the texts and for what is missing."""
    column = nanoarrow.c_array(["a", None, "b", "ц", None, "d"], nanoarrow.string())

    assert list(read_arrow(column[1:5]).texts()) == ["", "b", "ц", ""]


def test_chunks_follow_each_other() -> None:
    """`breaks` says where the next begins; the memory lives as long as what reads it."""
    chunks = [nanoarrow.Array(["a", None], nanoarrow.string()), nanoarrow.Array(["b", "c"], nanoarrow.string())]
    read = read_arrow(Streamed(nanoarrow.Array.from_chunks(chunks)))
    del chunks
    gc.collect()

    assert (len(read), read.breaks) == (4, (2,))
    assert list(read.texts()) == ["a", "", "b", "c"]


def test_what_is_not_utf_8_is_replaced() -> None:
    """Arrow promises UTF-8; who breaks the promise gets U+FFFD, no traceback."""
    column = nanoarrow.c_array_from_buffers(nanoarrow.string(), 1, [None, b"\0\0\0\0\2\0\0\0", b"a\xff"])

    assert list(read_arrow(column).texts()) == ["a\ufffd"]


@pytest.mark.parametrize("column", [3, object(), {"a": 1}])
def test_what_offers_no_arrow_memory_is_refused(column: object) -> None:
    """The message says what to give."""
    with pytest.raises(NotAColumn, match=f"{type(column).__name__} is neither .* give a list of texts"):
        read_arrow(column)


@pytest.mark.parametrize("streamed", [True, False])
def test_a_column_of_numbers_is_refused(*, streamed: bool) -> None:
    """By its format."""
    numbers = nanoarrow.Array([1, 2], nanoarrow.int64())

    with pytest.raises(NotAColumn, match="its format is l"):
        read_arrow(Streamed(numbers) if streamed else numbers)
