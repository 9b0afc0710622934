"""Take a web archive apart: its records, one after the other, unpacked within limits.

Source: ISO 28500:2017, the WARC format 1.1: a version line, named fields, a blank line, a block of as many bytes as
`Content-Length` says, two line breaks; each record may be packed by itself with gzip.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kualik.engine.reading.limits import MIB, Limits
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Captured", "captured", "unpacked"]

GZIP = b"\x1f\x8b"
LONGEST_HEAD = 1 << 16  # bytes of the fields of a record, or of the headers of an answer
VERSION = re.compile(rb"WARC/\d\.\d\r?\n")
BLANK = re.compile(rb"\r?\n\r?\n")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
GOOD = b"200"
WIDTH = 31  # zlib: a window of 32 KiB, and a gzip header
ANY = 47  # zlib: gzip or zlib, found by the header


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """One page as a server sent it: its address, the moment of the capture (ISO 8601), its type, its bytes.

    `coding` names a packing that is not undone here, such as "br"; the bytes are packed then.
    """

    address: str
    moment: str
    media_type: str
    content: bytes
    coding: str = ""


def unpacked(content: bytes, *, limits: Limits) -> bytes:
    """Unpack the members of a gzip file; a file that is none comes back as it is.

    Args:
        content: the whole file.
        limits: how many bytes may come out, in all and for each byte of the file.

    Returns:
        The bytes. A member that breaks off gives what it held.

    Raises:
        Refused: more comes out than the limits allow, or nothing can be unpacked.
    """
    if not content.startswith(GZIP):
        return content
    most = min(limits.archive_bytes, max(MIB, limits.archive_ratio * len(content)))
    pieces: list[bytes] = []
    size, rest = 0, memoryview(content)
    while rest[:2] == GZIP:
        member = zlib.decompressobj(wbits=WIDTH)
        try:
            piece = member.decompress(rest, most - size + 1)
        except zlib.error as error:
            if pieces:
                break
            raise Refused(Refusal.DAMAGED, detail=f"gzip: {error}") from error
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise Refused(Refusal.UNSAFE_ARCHIVE, detail=f"it unpacks to more than {most // MIB:,} MiB")
        if not member.eof:
            break
        rest = rest[len(rest) - len(member.unused_data) :]
    return b"".join(pieces)


def captured(archive: bytes, *, limits: Limits) -> Iterator[Captured]:
    """Find what servers answered with success.

    Args:
        archive: the records, unpacked.
        limits: how many records are looked at, and how many bytes an answer may unpack to.

    Yields:
        The answers in their order. A record that is cut off or malformed ends the archive.
    """
    place = 0
    for _ in range(limits.archive_records):
        head = VERSION.match(archive, place)
        end = BLANK.search(archive, place, place + LONGEST_HEAD)
        if head is None or end is None:
            return
        fields = _fields(archive[head.end() : end.start()])
        length = fields.get("content-length", "")
        if not length.isdecimal():
            return
        start, place = end.end(), end.end() + int(length)
        found = _answer(fields, archive[start:place], limits)
        if found:
            yield found
        while archive[place : place + 1] in {b"\r", b"\n"}:
            place += 1


def _fields(head: bytes) -> Mapping[str, str]:
    lines = (line.partition(b":") for line in head.splitlines())
    return {
        name.decode("ascii", "replace").strip().lower(): value.decode("utf-8", "replace").strip()
        for name, _, value in lines
    }


def _answer(fields: Mapping[str, str], block: bytes, limits: Limits) -> Captured | None:
    """Take the answer of a server out of a record; a record of another kind has none."""
    kind, address = fields.get("warc-type"), fields.get("warc-target-uri", "").strip("<>")
    moment = fields.get("warc-date", "")
    if kind == "resource":
        media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
        return Captured(address=address, moment=moment, media_type=media_type, content=block)
    status, end = STATUS.match(block), BLANK.search(block[:LONGEST_HEAD])
    if kind != "response" or status is None or status[1] != GOOD or end is None:
        return None
    headers = _fields(block[: end.start()])
    body = block[end.end() :]
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    coding = headers.get("content-encoding", "").lower()
    return Captured(
        address=address,
        moment=moment,
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
        content=_plain(body, coding, limits),
        coding=coding if coding not in {"", "identity", "gzip", "x-gzip", "deflate"} else "",
    )


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body; archivers often did so already, and left the header."""
    pieces: list[bytes] = []
    place = 0
    while chunk := CHUNK.match(body, place):
        size = int(chunk[1], 16)
        pieces.append(body[chunk.end() : chunk.end() + size])
        place = chunk.end() + size
        while body[place : place + 1] in {b"\r", b"\n"}:
            place += 1
        if not size:
            break
    return b"".join(pieces) if pieces else body


def _plain(body: bytes, coding: str, limits: Limits) -> bytes:
    """Unpack a body; where it is not packed after all, or broken off, give what there is."""
    if coding not in {"gzip", "x-gzip", "deflate"}:
        return body
    most = max(MIB, limits.archive_ratio * len(body))
    for wbits in (ANY, -zlib.MAX_WBITS) if coding == "deflate" else (ANY,):
        try:
            return zlib.decompressobj(wbits=wbits).decompress(body, min(most, limits.archive_bytes))
        except zlib.error:
            continue
    return body
