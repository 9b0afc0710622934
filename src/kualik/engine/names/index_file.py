"""A saved index of names: a head, where each segment lies, and the segments. It is mapped; nothing in it runs.

Form: "KUALIKNX", uint32 form, uint32 segments, uint32 fingerprint of the model, uint32 CRC-32 of what precedes it and
of the table; per segment uint64 offset and size; then the segments, each at a multiple of 64 bytes. Little-endian.
"""

import mmap
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from struct import Struct
from zlib import crc32

from kualik.engine.facts import EngineError
from kualik.engine.names.index_bytes import BadSegment, head_of

__all__ = ["NotAnIndex", "OldIndex", "is_index", "read_segments", "write_segments"]

MAGIC = b"KUALIKNX"
BEFORE = b'{"form": "kualik names index'  # how indexes of the first form begin
FORM = 2
HEAD = Struct("<8sIII")
CHECK = Struct("<I")
ENTRY = Struct("<QQ")
ALIGNMENT = 64


class NotAnIndex(EngineError):
    """The file is no index of names, or damaged, or of a form that this version does not know."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: not an index of names, or damaged; make one with: kualik names index FILE -o INDEX")
        self.path = path


class OldIndex(NotAnIndex):
    """The index is whole, but was made with another version of the model of names."""

    def __init__(self, *, path: Path) -> None:
        EngineError.__init__(
            self,
            f"{path}: an index made by another version of Kuälik; it holds its names, so make it anew with: "
            f"kualik names index {path} -o INDEX",
        )
        self.path = path


def is_index(path: Path) -> bool:
    """Say whether a file begins as a saved index does, of this form or of the first, which is then refused."""
    with path.open("rb") as file:
        return file.read(len(BEFORE)).startswith((MAGIC, BEFORE))


def write_segments(path: Path, segments: Sequence[bytes | bytearray | memoryview], *, model: int) -> None:
    """Write an index, whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(_head(segments, model))
            for segment in segments:
                file.write(bytes(-file.tell() % ALIGNMENT))
                file.write(segment)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    new.chmod(0o600)
    new.replace(path)


def _head(segments: Sequence[bytes | bytearray | memoryview], model: int) -> bytes:
    head = HEAD.pack(MAGIC, FORM, len(segments), model)
    at = HEAD.size + CHECK.size + ENTRY.size * len(segments)
    table = b""
    for segment in segments:
        at += -at % ALIGNMENT
        table += ENTRY.pack(at, len(segment))
        at += len(segment)
    return head + CHECK.pack(crc32(table, crc32(head))) + table


def read_segments(path: Path) -> tuple[int, list[memoryview]]:
    """Map an index into memory.

    Returns:
        The fingerprint of its model, and its segments where they lie; ctypes sees them as writable.

    Raises:
        NotAnIndex: the file is something else, broken off, or damaged.
    """
    try:
        with path.open("rb") as file:
            content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY))
        return _segments(content)
    except ValueError as error:  # an empty file cannot be mapped; BadSegment
        raise NotAnIndex(path=path) from error


def _segments(content: memoryview) -> tuple[int, list[memoryview]]:
    table = HEAD.size + CHECK.size
    if len(content) < table:
        raise BadSegment("broken off")
    magic, form, count, model = HEAD.unpack_from(content)
    end = table + ENTRY.size * count
    if magic != MAGIC or form != FORM or end > len(content):
        raise BadSegment("of another form, or broken off")
    if CHECK.unpack_from(content, HEAD.size)[0] != crc32(content[table:end], crc32(content[: HEAD.size])):
        raise BadSegment("damaged")
    segments = [content[at : at + size] for at, size in ENTRY.iter_unpack(content[table:end])]
    for segment in segments:
        head_of(segment)
    return model, segments
