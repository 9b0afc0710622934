"""Read a column of texts through the Arrow C data interface: pandas, Polars, PyArrow, DuckDB, nanoarrow all offer it.

Nothing is copied: the producer's own memory is read, and let go when the `ArrowTexts` is.
"""

import ctypes
import weakref
from bisect import bisect_right
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from kualik.engine.facts import EngineError
from kualik.engine.names.core import Column

__all__ = ["ArrowTexts", "NotAColumn", "read_arrow"]

OFFSETS = {b"u": 4, b"U": 8}
"""Bytes of an offset, by Arrow's format: utf8, large_utf8."""


class NotAColumn(EngineError):
    """What was given is no column of texts."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"{why}; give a list of texts, or an Arrow column of utf8 or large_utf8")


class Schema(ctypes.Structure):
    """ArrowSchema of the Arrow C data interface."""


class Array(ctypes.Structure):
    """ArrowArray of the Arrow C data interface."""


class Stream(ctypes.Structure):
    """ArrowArrayStream of the Arrow C stream interface."""


Schema._fields_ = (
    ("format", c_char_p),
    ("name", c_char_p),
    ("metadata", c_void_p),
    ("flags", c_int64),
    ("n_children", c_int64),
    ("children", c_void_p),
    ("dictionary", c_void_p),
    ("release", ctypes.CFUNCTYPE(None, POINTER(Schema))),
    ("private_data", c_void_p),
)
Array._fields_ = (
    ("length", c_int64),
    ("null_count", c_int64),
    ("offset", c_int64),
    ("n_buffers", c_int64),
    ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)),
    ("children", c_void_p),
    ("dictionary", c_void_p),
    ("release", ctypes.CFUNCTYPE(None, POINTER(Array))),
    ("private_data", c_void_p),
)
Stream._fields_ = (
    ("get_schema", ctypes.CFUNCTYPE(c_int, POINTER(Stream), POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(c_int, POINTER(Stream), POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(c_char_p, POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, POINTER(Stream))),
    ("private_data", c_void_p),
)


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class ArrowTexts:
    """Texts in chunks of Arrow memory. *owner* keeps that memory."""

    chunks: tuple[Array, ...]
    offset_bytes: int
    owner: Any = None
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Count where each chunk begins."""
        object.__setattr__(self, "starts", (0, *accumulate(chunk.length for chunk in self.chunks)))

    def __len__(self) -> int:
        """Count the rows."""
        return self.starts[-1]

    @property
    def breaks(self) -> tuple[int, ...]:
        """The rows at which another chunk begins: no `column` reaches over one."""
        return self.starts[1:-1]

    def column(self, begin: int, end: int) -> tuple[Column, object]:
        """Say where some rows lie, and what must be kept as long as they are read."""
        place = bisect_right(self.starts, begin) - 1 if begin < end else 0
        chunk = self.chunks[place]
        valid, offsets, text = chunk.buffers[0], chunk.buffers[1], chunk.buffers[2]
        column = Column(
            text=text,
            offsets=offsets,
            valid=valid if chunk.null_count else None,
            first=chunk.offset + begin - self.starts[place],
            offset_bytes=self.offset_bytes,
            unit_bytes=1,
        )
        return column, self

    def texts(self) -> Iterator[str]:
        """Give every text; one that is missing is empty, what is not UTF-8 becomes U+FFFD."""
        for chunk in self.chunks:
            yield from _texts(chunk, self.offset_bytes)


def read_arrow(column: object) -> ArrowTexts:
    """Read what offers `__arrow_c_array__` or `__arrow_c_stream__`.

    Args:
        column: any object that offers its memory so; utf8 or large_utf8.

    Returns:
        Its texts, where they lie.

    Raises:
        NotAColumn: it offers nothing of Arrow, or something other than text.
    """
    if hasattr(column, "__arrow_c_stream__"):  # first: a column in several chunks offers no single array
        return _read_stream(column.__arrow_c_stream__())
    if hasattr(column, "__arrow_c_array__"):
        schema, array = column.__arrow_c_array__()
        held = Array.from_address(_address(array, b"arrow_array"))
        size = _offset_bytes(Schema.from_address(_address(schema, b"arrow_schema")))
        return ArrowTexts(chunks=(held,), offset_bytes=size, owner=(schema, array))
    raise NotAColumn(why=f"{type(column).__name__} is neither a list nor an Arrow column")


def _read_stream(capsule: object) -> ArrowTexts:
    stream = Stream.from_address(_address(capsule, b"arrow_array_stream"))
    schema = Schema()
    _check(stream, stream.get_schema(stream, schema))
    try:
        size = _offset_bytes(schema)
    finally:
        schema.release(schema)
    chunks = []
    while (array := _next(stream)) is not None:
        chunks.append(array)
    read = ArrowTexts(chunks=tuple(chunks), offset_bytes=size, owner=capsule)
    weakref.finalize(read, _release, tuple(chunks))
    return read


def _next(stream: Stream) -> Array | None:
    array = Array()
    _check(stream, stream.get_next(stream, array))
    return array if array.release else None


def _release(chunks: tuple[Array, ...]) -> None:
    for chunk in chunks:
        chunk.release(chunk)


def _check(stream: Stream, answer: int) -> None:
    if answer:
        why = stream.get_last_error(stream) or b"no reason given"
        raise NotAColumn(why=f"the Arrow stream failed with {answer}: {why.decode(errors='replace')}")


def _offset_bytes(schema: Schema) -> int:
    if schema.format not in OFFSETS or schema.dictionary:
        found = "a dictionary" if schema.dictionary else schema.format.decode(errors="replace")
        raise NotAColumn(why=f"the Arrow column is not of text (its format is {found})")
    return OFFSETS[schema.format]


def _address(capsule: object, name: bytes) -> int:
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = c_void_p, (ctypes.py_object, c_char_p)
    return int(get(capsule, name))


def _texts(chunk: Array, offset_bytes: int) -> Iterator[str]:
    kind = c_int64 if offset_bytes == 8 else ctypes.c_int32
    valid, offsets, text = chunk.buffers[0], chunk.buffers[1], chunk.buffers[2]
    places = ctypes.cast(offsets, POINTER(kind))
    bits = ctypes.cast(valid, POINTER(ctypes.c_uint8)) if valid and chunk.null_count else None
    for row in range(chunk.offset, chunk.offset + chunk.length):
        there = bits is None or bits[row >> 3] >> (row & 7) & 1
        begin, end = (places[row], places[row + 1]) if there else (0, 0)
        yield ctypes.string_at(text + begin, end - begin).decode("utf-8", "replace") if begin < end else ""
