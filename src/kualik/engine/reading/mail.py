"""Read e-mails, and pages that a browser saved in one file (MHTML)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from kualik.engine.reading.encodings import Decoded, decode
from kualik.engine.reading.parts import Enclosure, Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.replies import unquoted
from kualik.engine.reading.sniffing import MHTML
from kualik.engine.reading.web_page import all_text, page_text

__all__ = ["attachments", "parts"]

READER = "e-mail 1"
SHOWN = ("From", "To", "Cc", "Date", "Subject")
UNREADABLE = (HeaderParseError, MessageError, ValueError, LookupError, IndexError, AttributeError, TypeError)
"""What Python's parser is known to raise on malformed headers, beside its own errors."""


def parts(content: bytes, *, job: Job) -> Iterator[Part | Enclosure]:
    """Read the headers and the body, then hand on what is attached."""
    message = message_from_bytes(content, policy=policy.default)
    if job.media_type == MHTML:
        yield _saved_page(message)
        return
    part = _letter(message, encoding=job.options.encoding)
    check_characters(len(part.text), limits=job.limits)
    yield part
    yield from _attachments(message)


def attachments(content: bytes) -> tuple[Enclosure, ...]:
    """Take out what is attached to an e-mail, without reading the letter."""
    return tuple(_attachments(message_from_bytes(content, policy=policy.default)))


def _saved_page(message: EmailMessage) -> Part:
    page = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    if page is None:
        raise Refused(Refusal.NO_TEXT, detail="a saved page without a page")
    decoded = _decode(page)
    return page_text(decoded.text, warnings=decoded.warnings)


def _letter(message: EmailMessage, *, encoding: str | None) -> Part:
    headers = [(name, value) for name in SHOWN if (value := _header(message, name))]
    body, warnings = _body(message, encoding)
    if not body.strip() and not headers:
        raise Refused(Refusal.NO_TEXT, detail="an e-mail without headers or body")
    body, spoken = unquoted(body)
    head = "\n".join([*(f"{name}: {value}" for name, value in headers), "", ""])
    moved = tuple(replace(one, start=one.start + len(head), end=one.end + len(head)) for one in spoken)
    known = dict(headers)
    return Part(
        text=head + body,
        reader=READER,
        spoken=moved,
        title=known.get("Subject"),
        published=_day(known.get("Date", "")),
        publisher=_sender(known.get("From", "")),
        warnings=warnings,
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name)
        return re.sub(r"\s+", " ", str(value)).strip() if value else ""
    except UNREADABLE:
        raw = dict(message.raw_items()).get(name, "")
        return re.sub(r"\s+", " ", str(raw)).strip()


def _day(value: str) -> str | None:
    """Take the day on which it was sent, where the sender was."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _sender(value: str) -> str | None:
    name, address = parseaddr(value)
    return name or address or None


def _body(message: EmailMessage, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    try:
        body = message.get_body(preferencelist=("plain", "html"))
    except UNREADABLE as error:
        raise Refused(Refusal.DAMAGED, detail=f"the parts of the e-mail: {error}") from error
    if body is None:
        return "", ("the e-mail has no body",)
    decoded = _decode(body, forced=encoding)
    if not decoded.text.strip():
        return "", ("the body of the e-mail is empty",)
    if body.get_content_type() != "text/html":
        return decoded.text.replace("\r\n", "\n"), decoded.warnings
    return all_text(decoded.text, quoting=True), decoded.warnings


def _payload(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _decode(part: MIMEPart, *, forced: str | None = None) -> Decoded:
    """Believe the part's word for its encoding if it holds, else find out."""
    payload, declared = _payload(part), part.get_content_charset()
    if forced or not declared:
        return decode(payload, forced=forced)
    try:
        return Decoded(text=payload.decode(declared), encoding=declared)
    except (UnicodeDecodeError, LookupError):
        found = decode(payload)
        return Decoded(text=found.text, encoding=found.encoding, warnings=(f"it says it is {declared}, and is not",))


def _attachments(message: EmailMessage) -> Iterator[Enclosure]:
    for number, part in enumerate(_attached(message), start=1):
        name = part.get_filename() or f"attachment {number}"
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, EmailMessage):
            yield Enclosure(name=name if name.endswith(".eml") else f"{name}.eml", content=inner.as_bytes())
        else:
            yield Enclosure(name=name, content=_payload(part))


def _attached(message: EmailMessage) -> list[MIMEPart]:
    try:
        return list(message.iter_attachments())
    except UNREADABLE:
        return []
