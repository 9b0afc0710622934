"""A column of texts, as a list or as Arrow memory, in the form in which the compiled core reads it."""

import ctypes
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from kualik.engine.names.arrow import NotAColumn, read_arrow
from kualik.engine.names.core import Column

__all__ = ["ListedTexts", "Texts", "read_column"]


class Texts(Protocol):
    """A column that can say where its rows lie."""

    @property
    def breaks(self) -> tuple[int, ...]:
        """The rows over which no `column` reaches."""

    def __len__(self) -> int:
        """Count the rows."""

    def column(self, begin: int, end: int) -> tuple[Column, object]:
        """Say where some rows lie, and what must be kept as long as they are read."""

    def texts(self) -> Iterator[str]:
        """Give every text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTexts:
    """Texts that Python holds."""

    listed: Sequence[str | None]

    @property
    def breaks(self) -> tuple[int, ...]:
        """None: a `column` may reach over any rows."""
        return ()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.listed)

    def column(self, begin: int, end: int) -> tuple[Column, object]:
        """Write some rows as UTF-32, one after another."""
        own = [text or "" for text in self.listed[begin:end]]
        text = "".join(own).encode("utf-32-le", "surrogatepass")
        offsets = array("q", (0, *accumulate(map(len, own))))
        where = ctypes.cast(ctypes.c_char_p(text), ctypes.c_void_p)
        column = Column(text=where, offsets=offsets.buffer_info()[0], offset_bytes=8, unit_bytes=4)
        return column, (text, offsets)

    def texts(self) -> Iterator[str]:
        """Give every text."""
        return (text or "" for text in self.listed)


def read_column(column: object) -> Texts:
    """Take a column, whatever its form.

    Args:
        column: a sequence of texts (None: an empty one), or an object that offers Arrow memory.

    Returns:
        Its texts, not copied yet.

    Raises:
        NotAColumn: it is something else, a single text for one.
    """
    if isinstance(column, str | bytes):
        raise NotAColumn(why="a single text is no column")
    if isinstance(column, Sequence):
        wrong = next((row for row, text in enumerate(column) if not isinstance(text, str | None)), None)
        if wrong is not None:
            raise NotAColumn(why=f"row {wrong} (from 0) is no text but {type(column[wrong]).__name__}")
        return ListedTexts(listed=column)
    return read_arrow(column)
