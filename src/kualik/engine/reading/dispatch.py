"""Read a file: find what it is, let its reader read it, and say what was read as documents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from typing import cast

from kualik.engine.facts import Document
from kualik.engine.reading.language import UNKNOWN, identify
from kualik.engine.reading.limits import FIND_OUT, MIB, STANDARD, Limits, Options
from kualik.engine.reading.parts import Enclosure, Job, Part, Reader, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import (
    CSV,
    DOCX,
    EML,
    HTML,
    IMAGES,
    MHTML,
    ODS,
    PDF,
    TELEGRAM,
    TEXT,
    TSV,
    WACZ,
    WARC,
    WHATSAPP,
    XLS,
    XLSX,
    sniff,
)
from kualik.engine.reading.stretches import languages, unread

__all__ = ["check_size", "load_readers", "read"]

MODULES: Mapping[str, str] = {
    TEXT: "plain_text",
    HTML: "web_page",
    MHTML: "mail",
    EML: "mail",
    TELEGRAM: "telegram",
    WHATSAPP: "packed_chat",
    WARC: "web_archive",
    WACZ: "web_archive",
    PDF: "pdf",
    DOCX: "word",
    CSV: "delimited",
    TSV: "delimited",
    XLSX: "workbook",
    XLS: "workbook",
    ODS: "workbook",
    "image/webp": "picture",
    **dict.fromkeys(IMAGES.values(), "picture"),
}
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")  # what databases and UTF-8 cannot hold
LONGEST_FIELD = 500  # characters of a title or publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A part with the media type of the file that it came from."""

    part: Part
    media_type: str


def read(content: bytes, *, name: str, limits: Limits = STANDARD, options: Options = FIND_OUT) -> tuple[Document, ...]:
    """Read a file in this process.

    Args:
        content: its bytes.
        name: its name; a hint at its type, and what a refusal calls it.
        limits: what is refused; those on time and memory count in a child process only (`Apart`).
        options: what is known of the file and need not be found out.

    Returns:
        One document, or one for each sheet or readable attachment, in their order.

    Raises:
        Refused: it cannot be read; the reason is from a closed list.

    Assumes:
        The file comes from a friend. Files of strangers are read by `Apart`.
    """
    try:
        found = _read(content, name=name, limits=limits, options=options, depth=0)
        check_characters(sum(len(one.part.text) for one in found), limits=limits)
    except Refused as refused:
        raise refused.about(name) from refused
    except RecursionError as error:
        raise Refused(Refusal.DAMAGED, detail="nested too deeply", file=name) from error
    id_ = "sha256:" + sha256(content).hexdigest()
    ids = (id_, *(f"{id_}#{number}" for number in range(2, len(found) + 1)))
    return tuple(_document(one, id_=id_, options=options) for one, id_ in zip(found, ids, strict=True))


def load_readers() -> None:
    """Import every reader now, so that processes forked from this one need not."""
    for module in MODULES.values():
        _reader(module)


def check_size(size: int, *, limits: Limits) -> None:
    """Refuse a file that is too large, before it is read.

    Raises:
        Refused: it has more bytes than the limits allow.
    """
    if size > limits.file_bytes:
        detail = f"{size / MIB:,.0f} MiB, not over {limits.file_bytes / MIB:,.0f}"
        raise Refused(Refusal.TOO_LARGE, detail=detail)


def _reader(module: str) -> Reader:
    return cast("Reader", import_module(f"kualik.engine.reading.{module}"))


def _read(content: bytes, *, name: str, limits: Limits, options: Options, depth: int) -> list[Found]:
    check_size(len(content), limits=limits)
    media_type = sniff(content, name=name)
    job = Job(name=name, media_type=media_type, limits=limits, options=options)
    found: list[Found] = []
    enclosed: list[Enclosure] = []
    for one in _reader(MODULES[media_type]).parts(content, job=job):
        if isinstance(one, Part):
            found.append(Found(part=one, media_type=media_type))
        elif options.enclosures:
            enclosed.append(one)
    inside, warnings = _enclosed(enclosed, job, depth)
    if warnings:
        found[0] = replace(found[0], part=replace(found[0].part, warnings=(*found[0].part.warnings, *warnings)))
    return [*found, *inside]


def _enclosed(enclosed: Sequence[Enclosure], job: Job, depth: int) -> tuple[list[Found], tuple[str, ...]]:
    """Read what is inside a file; what is refused there does not keep the rest from being read."""
    found: list[Found] = []
    warnings: list[str] = []
    for number, one in enumerate(enclosed):
        if depth >= job.limits.depth or number >= job.limits.parts:
            warnings.append(f"attachment {one.name} not opened: too deep inside, or too many")
            continue
        try:
            options = Options(publisher=job.options.publisher, published=job.options.published)
            found += _read(one.content, name=one.name, limits=job.limits, options=options, depth=depth + 1)
        except Refused as refused:
            warnings.append(f"attachment {one.name} not read: {refused}")
    return found, tuple(warnings)


def _document(found: Found, *, id_: str, options: Options) -> Document:
    part = found.part
    text, lost = UNKEEPABLE.subn("\ufffd", part.text)
    warning = (f"{lost} characters that cannot be kept are shown as \ufffd",) if lost else ()
    identified = identify(text)
    language = options.language or (identified if identified != UNKNOWN else part.language or UNKNOWN)
    stretches = () if options.language else languages(text, main=language)
    return Document(
        id=id_,
        media_type=found.media_type,
        text=text,
        language=language,
        title=_field(part.title),
        published=options.published or part.published,
        publisher=options.publisher or _field(part.publisher),
        pages=part.pages,
        spoken=part.spoken,
        languages=stretches,
        reader=part.reader,
        warnings=(*part.warnings, *warning, *unread(language, stretches, length=len(text))),
    )


def _field(value: str | None) -> str | None:
    """Write a title or name on one line, not over-long."""
    return (UNKEEPABLE.sub("\ufffd", " ".join(value.split()))[:LONGEST_FIELD] or None) if value else None
