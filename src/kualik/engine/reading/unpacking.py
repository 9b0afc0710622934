"""Take files out of what holds them: a zip folder, a mailbox, an e-mail. Nothing that is taken out is read here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.reading.archive import open_safely, read_entry
from kualik.engine.reading.limits import STANDARD, Limits
from kualik.engine.reading.mail import attachments
from kualik.engine.reading.parts import Enclosure
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import EML, sniff

__all__ = ["MAILBOX", "ZIP", "Unpacked", "may_hold", "unpack"]

ZIP, MAILBOX = "application/zip", "application/mbox"
PACKED = b"PK\x03\x04"
ENVELOPE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n(?=[A-Za-z-]+:)")
QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
LITTER = re.compile(r"(?:^|/)(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$", re.IGNORECASE)
HEADED = re.compile(rb"\s*[A-Za-z-]+:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """What was taken out of a file; `readable` where the file itself is a text too, as an e-mail is."""

    media_type: str
    readable: bool
    enclosures: tuple[Enclosure, ...]


def may_hold(head: bytes) -> bool:
    """Say by its first bytes whether a file may hold others, so that the rest of it need be looked at."""
    return head.startswith((PACKED, b"From ")) or bool(HEADED.match(head.removeprefix(b"\xef\xbb\xbf")))


def unpack(content: bytes, *, name: str, limits: Limits = STANDARD) -> Unpacked | None:
    """Take out the files that a file holds.

    Args:
        content: its bytes.
        name: its name, a hint at its type.
        limits: how much may come out of it.

    Returns:
        What it holds; None where it is read as one thing, as a picture, a spreadsheet or a plain letter is.

    Raises:
        Refused: it holds more than the limits allow, is encrypted, damaged, or names a place outside.
    """
    if ENVELOPE.match(content):
        return Unpacked(media_type=MAILBOX, readable=False, enclosures=_counted(_letters(content), limits))
    try:
        kind = sniff(content, name=name)
    except Refused as refused:
        if refused.reason is Refusal.ARCHIVE and content.startswith(PACKED):
            return Unpacked(media_type=ZIP, readable=False, enclosures=_counted(_entries(content, limits), limits))
        return None
    attached = _counted(iter(attachments(content)), limits) if kind == EML else ()
    return Unpacked(media_type=EML, readable=True, enclosures=attached) if attached else None


def _counted(found: Iterator[Enclosure], limits: Limits) -> tuple[Enclosure, ...]:
    kept: list[Enclosure] = []
    for one in found:
        kept.append(one)
        if len(kept) > limits.archive_entries:
            raise Refused(Refusal.UNSAFE_ARCHIVE, detail=f"more than {limits.archive_entries:,} files in it")
    return tuple(kept)


def _entries(content: bytes, limits: Limits) -> Iterator[Enclosure]:
    with open_safely(content, limits=limits) as container:
        for entry in container.infolist():
            if not entry.is_dir() and not LITTER.search(entry.filename):
                yield Enclosure(name=entry.filename, content=read_entry(container, entry.filename))


def _letters(content: bytes) -> Iterator[Enclosure]:
    starts = [(found.start(), found.end()) for found in ENVELOPE.finditer(content)]
    ends = [start for start, _ in starts[1:]] + [len(content)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        yield Enclosure(name=f"message {number}.eml", content=QUOTED_FROM.sub(rb"\1", content[start:end]))
