"""Read plain text: every character as it was written."""

from collections.abc import Iterator

from kualik.engine.reading.encodings import decode
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["parts"]

READER = "plain text 1"


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read a text. Nothing is stripped, joined or normalised."""
    decoded = decode(content, forced=job.options.encoding)
    if not decoded.text.strip():
        raise Refused(Refusal.NO_TEXT, detail="nothing but blanks")
    check_characters(len(decoded.text), limits=job.limits)
    yield Part(text=decoded.text, reader=READER, title=first_line(decoded.text), warnings=decoded.warnings)
