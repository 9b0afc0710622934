"""Read a chat that WhatsApp exported with its pictures: a zip container with one text in it."""

from collections.abc import Iterator
from dataclasses import replace

from kualik.engine.reading.archive import open_safely, read_entry
from kualik.engine.reading.encodings import decode
from kualik.engine.reading.parts import Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.whatsapp import chat

__all__ = ["parts"]


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the chat; the files beside it are counted."""
    with open_safely(content, limits=job.limits) as container:
        names = [entry.filename for entry in container.infolist() if not entry.is_dir()]
        name = next(name for name in names if name.endswith(".txt"))
        decoded = decode(read_entry(container, name), forced=job.options.encoding)
    check_characters(len(decoded.text), limits=job.limits, where=name)
    part = chat(decoded.text)
    if part is None:
        raise Refused(Refusal.ARCHIVE, detail="zip")
    beside = (f"{len(names) - 1} files beside the chat were not opened",) if len(names) > 1 else ()
    yield replace(part, warnings=(*decoded.warnings, *part.warnings, *beside))
