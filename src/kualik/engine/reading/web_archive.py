"""Read web archives, WARC and WACZ: each page that was captured is a document of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from kualik.engine.reading.archive import open_safely, read_entry
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.parts import Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import WACZ
from kualik.engine.reading.warc import Captured, captured, unpacked
from kualik.engine.reading.web_page import read_page

__all__ = ["parts"]

PAGES = frozenset({"text/html", "application/xhtml+xml"})


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the pages, each form of each once, as many as there is time for."""
    archives = _packed(content, job.limits) if job.media_type == WACZ else iter((content,))
    pages = (page for archive in archives for page in captured(unpacked(archive, limits=job.limits), limits=job.limits))
    found, size, left = 0, 0, list[str]()
    held: Part | None = None
    for page in _once(pages):
        if found >= job.limits.parts:
            left.append(f"{page.address} not read: {job.limits.parts} pages are read at a time; split the archive")
            break
        try:
            part = _part(page, job)
        except Refused as refused:
            left.append(f"{page.address} not read: {refused.reason}")
            continue
        found, size = found + 1, size + len(part.text)
        check_characters(size, limits=job.limits, where=page.address)
        if held:
            yield held
        held = part
    if held is None:
        raise Refused(Refusal.NO_TEXT, detail="a web archive without a page that can be read")
    yield replace(held, warnings=(*held.warnings, *left))


def _packed(content: bytes, limits: Limits) -> Iterator[bytes]:
    """Take the archives out of a WACZ; what it holds beside them is made from them."""
    with open_safely(content, limits=limits) as container:
        for entry in container.infolist():
            if entry.filename.startswith("archive/") and entry.filename.endswith((".warc", ".warc.gz")):
                yield read_entry(container, entry.filename)


def _once(pages: Iterable[Captured]) -> Iterator[Captured]:
    """Leave out what is no page, and a page that was captured again without a change."""
    seen: set[tuple[str, bytes]] = set()
    for page in pages:
        key = (page.address, sha256(page.content).digest())
        if page.media_type in PAGES and key not in seen:
            seen.add(key)
            yield page


def _part(page: Captured, job: Job) -> Part:
    if page.coding:
        raise Refused(Refusal.UNKNOWN_TYPE, detail=f"packed with {page.coding}")
    part = read_page(page.content, encoding=job.options.encoding, limits=job.limits)
    moment = f", captured {page.moment}" if page.moment else ""
    return replace(part, title=part.title or page.address, warnings=(f"from {page.address}{moment}", *part.warnings))
