"""Look at a zip container before anything unpacks it.

Why our own guard: Python 3.11.7 and older read overlapping entries without complaint (CVE-2024-0450),
so that a file of 33 KB can declare 5 GB.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise

from kualik.engine.reading.limits import MIB, Limits
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["holds", "open_safely", "read_entry"]

LOCAL_HEADER = struct.Struct("<4s22xHH")
ENCRYPTED_FLAG = 0x1
SEAM = 32  # bytes kept between pieces, so that no mark is cut in two
BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, struct.error, OSError, zlib.error)


def open_safely(content: bytes, *, limits: Limits) -> zipfile.ZipFile:
    """Open a zip container after checking what it declares.

    Args:
        content: the whole container.
        limits: how many entries, bytes unpacked, and how strongly packed.

    Returns:
        The container, open for reading.

    Raises:
        Refused: it is damaged, encrypted, or declares more than the limits allow.
    """
    try:
        container = zipfile.ZipFile(io.BytesIO(content))
        entries = container.infolist()
        spans = [_span(content, entry) for entry in entries]
    except BROKEN as error:
        raise Refused(Refusal.DAMAGED, detail=f"zip container: {error}") from error
    _check_amounts(entries, limits, packed=len(content))
    for entry in entries:
        _check_entry(entry, limits)
    if any(end > start for (_, end), (start, _) in pairwise(sorted(spans))):
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail="entries overlap")
    return container


def read_entry(container: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one entry of a container that was opened safely.

    Raises:
        Refused: the entry is missing or damaged.
    """
    try:
        return container.read(name)
    except KeyError:
        raise Refused(Refusal.DAMAGED, detail="a part is missing", where=name) from None
    except BROKEN as error:
        raise Refused(Refusal.DAMAGED, detail=str(error), where=name) from error


def holds(container: zipfile.ZipFile, name: str, pattern: re.Pattern[bytes]) -> bool:
    """Say whether a pattern occurs in an entry, unpacking no more than a piece at a time.

    Raises:
        Refused: the entry is damaged.
    """
    kept = b""
    try:
        with container.open(name) as entry:
            while piece := entry.read(MIB):
                if pattern.search(kept + piece):
                    return True
                kept = piece[-SEAM:]
    except BROKEN as error:
        raise Refused(Refusal.DAMAGED, detail=str(error), where=name) from error
    return False


def _span(content: bytes, entry: zipfile.ZipInfo) -> tuple[int, int]:
    """Find where an entry stands, by its own header: the directory may lie."""
    signature, name, extra = LOCAL_HEADER.unpack_from(content, entry.header_offset)
    if signature != b"PK\x03\x04":
        raise zipfile.BadZipFile(f"no entry at byte {entry.header_offset}")
    start = entry.header_offset
    return start, start + 30 + name + extra + entry.compress_size


def _check_amounts(entries: Sequence[zipfile.ZipInfo], limits: Limits, *, packed: int) -> None:
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > limits.archive_entries:
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail=f"{len(entries):,} entries, not over {limits.archive_entries:,}")
    if declared > limits.archive_bytes:
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail=f"it declares {declared // MIB:,} MiB unpacked")
    if declared > limits.archive_ratio * packed:
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail=f"it unpacks to {declared // max(packed, 1)} times its size")


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise Refused(Refusal.ENCRYPTED, where=entry.filename)
    if entry.file_size > MIB and entry.file_size > limits.archive_ratio * entry.compress_size:
        detail = f"packed to less than 1/{limits.archive_ratio}"
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail=detail, where=entry.filename)
    way = entry.filename.replace("\\", "/").split("/")
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    if linked or ".." in way or way[0] == "" or way[0].endswith(":"):
        raise Refused(Refusal.UNSAFE_ARCHIVE, detail="a name that leads outside", where=entry.filename)
