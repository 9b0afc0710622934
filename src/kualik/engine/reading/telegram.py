"""Read chats that were exported from Telegram: `result.json`, of one chat or of all."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kualik.engine.reading.conversation import Message, converse
from kualik.engine.reading.encodings import decode
from kualik.engine.reading.parts import Job, Part, check_characters
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["parts"]

READER = "Telegram 1"
CHANNELS = frozenset({"public_channel", "private_channel"})
SHOWN = ("title", "new_title", "members", "duration_seconds")  # of a notice, beside what was done and by whom


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read each chat that has a message with words."""
    decoded = decode(content, forced=job.options.encoding)
    try:
        exported = json.loads(decoded.text)
    except ValueError as error:
        raise Refused(Refusal.DAMAGED, detail=f"JSON: {error}") from error
    size = found = 0
    for chat in _chats(exported):
        part = _part(chat, decoded.warnings)
        if part.text:
            found, size = found + 1, size + len(part.text)
            check_characters(size, limits=job.limits, where=part.title or "")
            yield part
    if not found:
        raise Refused(Refusal.NO_TEXT, detail="an export of Telegram without a message of words")


def _chats(exported: object) -> Iterator[Mapping[str, Any]]:
    """Find the chats: the export is one, or lists them, and those that were left, beside the account's data."""
    if not isinstance(exported, dict):
        return
    if isinstance(exported.get("messages"), list):
        yield exported
    for name in ("chats", "left_chats"):
        listed = exported.get(name)
        within = listed.get("list") if isinstance(listed, dict) else None
        yield from (one for one in within or () if isinstance(one, dict) and isinstance(one.get("messages"), list))


def _part(chat: Mapping[str, Any], warnings: tuple[str, ...]) -> Part:
    sent = [one for one in chat["messages"] if isinstance(one, dict)]
    messages = [message for one in sent if (message := _message(one))]
    silent = len(sent) - len(messages)
    days = {_when(one)[:10] for one in sent}
    text, spoken = converse(messages)
    name = _string(chat.get("name"))
    return Part(
        text=text,
        reader=READER,
        title=name or None,
        published=days.pop() or None if len(days) == 1 else None,
        publisher=name if chat.get("type") in CHANNELS and name else None,
        spoken=spoken,
        warnings=(*warnings, *([f"{silent} messages have no words: pictures, recordings, files"] if silent else [])),
    )


def _message(sent: Mapping[str, Any]) -> Message | None:
    if sent.get("type") == "service":
        return _notice(sent)
    words = _words(sent.get("text"))
    if not words.strip():
        return None
    speaker = _string(sent.get("from")) or _string(sent.get("from_id")) or "Deleted Account"
    return Message(speaker=speaker, when=_when(sent), text=words, origin=_string(sent.get("forwarded_from")))


def _notice(sent: Mapping[str, Any]) -> Message:
    """Write down what the program says was done, in its own words."""
    who = _string(sent.get("actor"))
    what = _string(sent.get("action")).replace("_", " ")
    more = [_listed(sent[name]) for name in SHOWN if sent.get(name)]
    return Message(notice=True, when=_when(sent), text=": ".join(one for one in (who, what, ", ".join(more)) if one))


def _listed(value: object) -> str:
    return ", ".join(str(one) for one in value if one) if isinstance(value, list) else str(value)


def _words(text: object) -> str:
    """Join a text that is written as a list of plain and marked pieces."""
    if isinstance(text, str):
        return text
    pieces: Sequence[object] = text if isinstance(text, list) else ()
    return "".join(_string(one.get("text")) if isinstance(one, dict) else _string(one) for one in pieces)


def _when(sent: Mapping[str, Any]) -> str:
    """Give day and minute, as in 2021-03-04 10:00."""
    return _string(sent.get("date"))[:16].replace("T", " ")


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
