"""Segments of an index by the compiled core: build one, search one (core/index_build.c, core/index.c)."""

import ctypes
from ctypes import POINTER, byref, c_double, c_int, c_int64, c_uint8, c_uint32, c_uint64, c_void_p
from threading import Lock
from typing import Self

from kualik.engine.names.core import Column, Core, CoreFailure, Name
from kualik.engine.names.index_bytes import BadSegment, Progress, packed_texts

__all__ = ["ARGUMENTS", "CoreSegment", "build"]

PORTION = 50_000  # names between two words about how far it is
BAD_INDEX = 5  # KN_BAD_INDEX in core/core.h
ARGUMENTS = {
    "kn_index_begin": (c_void_p, POINTER(c_void_p)),
    "kn_index_feed": (c_void_p, c_void_p, POINTER(Column), c_int64, c_int64),
    "kn_index_measure": (c_void_p, c_void_p, c_uint64, POINTER(c_uint64)),
    "kn_index_write": (c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, c_uint64),
    "kn_index_drop": (c_void_p,),
    "kn_index_open": (c_void_p, c_void_p, c_uint64, POINTER(c_void_p)),
    "kn_index_search": (c_void_p, c_void_p, c_void_p, c_int, c_void_p, c_void_p, c_void_p, POINTER(c_uint32)),
    "kn_index_close": (c_void_p,),
}
"""What the functions take that core/index.c and core/index_build.c export."""


def declare(core: Core) -> None:
    """Tell ctypes what the functions take."""
    for name, arguments in ARGUMENTS.items():
        function = getattr(core.library, name)
        function.argtypes, function.restype = arguments, c_int


def build(core: Core, names: list[str], progress: Progress) -> bytearray:
    """Build a segment.

    Args:
        core: the compiled core.
        names: any texts; rows count from 0.
        progress: called between portions; what it raises ends the building.

    Returns:
        The segment.
    """
    declare(core)
    offsets, text = packed_texts(names)
    builder = c_void_p()
    core.call("kn_index_begin", byref(builder))
    try:
        _feed(core, builder, column_of(offsets, text), len(names), progress)
        size = c_uint64()
        core.call("kn_index_measure", builder, len(text), byref(size))
        content = bytearray(size.value)
        core.call("kn_index_write", builder, text, offsets, _address(content), size.value)
    finally:
        core.library.kn_index_drop(builder)
    return content


def _feed(core: Core, builder: c_void_p, column: Column, count: int, progress: Progress) -> None:
    for begin in range(0, count, PORTION):
        end = min(begin + PORTION, count)
        core.call("kn_index_feed", builder, byref(column), begin, end)
        progress(end, count)


def column_of(offsets: bytes, text: bytes) -> Column:
    """Describe texts in UTF-8 to the core; both must outlive the answer."""
    return Column(
        text=ctypes.cast(ctypes.c_char_p(text), c_void_p),
        offsets=ctypes.cast(ctypes.c_char_p(offsets), c_void_p),
        valid=None,
        first=0,
        offset_bytes=8,
        unit_bytes=1,
    )


def _address(content: bytearray | memoryview) -> int:
    return ctypes.addressof(c_uint8.from_buffer(content))


class CoreSegment:
    """A segment that is open in the core. One search at a time: the core keeps its tallies between them."""

    def __init__(self, core: Core, content: memoryview) -> None:
        """Open a segment; its memory must be writable as ctypes sees it, and is never written.

        Raises:
            BadSegment: it is damaged, or of another model.
        """
        declare(core)
        self.core, self.content, self.handle, self.lock = core, content, c_void_p(), Lock()
        self._call("kn_index_open", _address(content), len(content), byref(self.handle))

    def search(self, q: str, k: int, *, in_full: bool = True) -> list[tuple[int, int, float]]:
        """Find rows: row, worth as a candidate, score; candidates alone by worth, with score 0, unless *in_full*.

        Raises:
            BadSegment: the segment is damaged.
        """
        name, count = self._prepared(q), c_uint32(k)
        rows, worths, scores = (c_uint32 * k)(), (c_uint32 * k)(), (c_double * k)()
        with self.lock:
            self._call("kn_index_search", self.handle, byref(name), int(in_full), rows, worths, scores, byref(count))
        return list(zip(rows[: count.value], worths[: count.value], scores[: count.value], strict=True))

    def _prepared(self, q: str) -> Name:
        offsets, text = packed_texts([q])
        name = Name()
        self.core.call("kn_prepare", byref(column_of(offsets, text)), 0, 1, byref(name))
        return name

    def _call(self, name: str, *arguments: object) -> None:
        try:
            self.core.call(name, *arguments)
        except CoreFailure as failure:
            if failure.answer == BAD_INDEX:
                raise BadSegment("damaged") from failure
            raise

    def close(self) -> None:
        """Give the core's tallies back."""
        if self.handle.value is not None:
            self.core.library.kn_index_close(self.handle)
            self.handle = c_void_p()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def __del__(self) -> None:
        """Close it when nobody needs it any more."""
        self.close()
