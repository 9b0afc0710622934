"""Handing in, piece by piece: a file, and after it the files that it holds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kualik.cases.arrivals import actions
from kualik.cases.arrivals.models import Arrival
from kualik.cases.arrivals.pieces import Handed, Piece
from kualik.cases.sources.keeping import Content
from kualik.engine.reading import Limits, Refused
from kualik.engine.reading.parts import Enclosure
from kualik.engine.reading.unpacking import Unpacked, may_hold, unpack

__all__ = ["take_in"]

HEAD = 4096  # bytes


def take_in(handed: Handed, *, name: str, content: Content) -> Iterator[Arrival]:
    """Keep one file, and after it whatever is in it: attachments, letters of a mailbox, files of a zip folder.

    Each is a source of its own. One that is refused is noted with the reason and does not stop the others.

    Raises:
        NotAllowed: whoever hands it in is no contributor.
        DiskFull: there is no room; what was taken before is kept.
    """
    yield from _taken(handed, name, content, inside=None, depth=0)


def _taken(handed: Handed, name: str, content: Content, inside: Arrival | None, depth: int) -> Iterator[Arrival]:
    opened = _opened(handed, name, content) if depth < handed.limits.depth + 1 else None
    told = handed.told
    if isinstance(opened, Refused):
        told = replace(told, refusal=opened)
    elif opened:
        told = replace(told, opened=opened)
    arrival = actions.arrive(
        by=handed.by,
        at=handed.at,
        batch=handed.batch,
        piece=Piece(name=name, content=content, inside=inside),
        told=told,
        handover=handed.handover,
    )
    yield arrival
    if isinstance(opened, Unpacked) and arrival.source is not None:
        for one in opened.enclosures:
            yield from _enclosed(handed, one, arrival, depth + 1)


def _enclosed(handed: Handed, one: Enclosure, inside: Arrival, depth: int) -> Iterator[Arrival]:
    """What is inside an official paper's envelope is not itself official, nor in its language: the reader finds out."""
    told = replace(handed.told, language="", official=False, mapping=None, encoding="")
    yield from _taken(replace(handed, told=told), one.name, one.content, inside, depth)


def _opened(handed: Handed, name: str, content: Content) -> Unpacked | Refused | None:
    whole = _bytes(content, handed.limits)
    try:
        return unpack(whole, name=name, limits=handed.limits) if whole else None
    except Refused as refused:
        return refused


def _bytes(content: Content, limits: Limits) -> bytes:
    """Take a file into memory only where it may hold others, and is not too large to be kept at all."""
    if isinstance(content, bytes):
        return content if may_hold(content[:HEAD]) else b""
    if isinstance(content, Path):
        with content.open("rb") as file:
            return _bytes_of(file, limits)
    return _bytes_of(content, limits) if content.seekable() else b""


def _bytes_of(file: BinaryIO, limits: Limits) -> bytes:
    head = file.read(HEAD)
    rest = file.read(limits.file_bytes) if may_hold(head) else b""
    file.seek(0)
    return head + rest if rest or may_hold(head) else b""
