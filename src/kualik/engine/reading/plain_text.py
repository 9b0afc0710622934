"""Read plain text: every character as it was written, save in chats and subtitles, which become paragraphs."""

from collections.abc import Iterator
from dataclasses import replace

from kualik.engine.reading.encodings import decode
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.subtitles import subtitles
from kualik.engine.reading.turns import spoken_in
from kualik.engine.reading.whatsapp import chat

__all__ = ["parts"]

READER = "plain text 1"


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read a text. Nothing is stripped, joined or normalised where it is prose."""
    decoded = decode(content, forced=job.options.encoding)
    text = decoded.text
    if not text.strip():
        raise Refused(Refusal.NO_TEXT, detail="nothing but blanks")
    check_characters(len(text), limits=job.limits)
    told = chat(text) or subtitles(text)
    if told:
        yield replace(told, warnings=(*decoded.warnings, *told.warnings))
    else:
        yield Part(text=text, reader=READER, title=first_line(text), spoken=spoken_in(text), warnings=decoded.warnings)
