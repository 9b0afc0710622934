"""What the processes say to each other: JSON, never pickle, and checked by whoever receives it.

What a child says is not trusted, since the file that it read may have taken it over.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any

from kualik.engine.facts import Document, Page, Spoken, Stretch, WordBox
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = [
    "MOST_ANSWER",
    "READY",
    "Settings",
    "Verdict",
    "documents_message",
    "read_answer",
    "refusal",
    "refusal_message",
]

READY = b"ready"
MOST_ANSWER = 256 << 20  # bytes: 20 M characters of two bytes each, and the boxes of a few million words
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,100}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
LONGEST_FIELD = 2_000  # characters
MOST_WARNINGS = 1_000
BOX_FIELDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a zygote is started with: the function to run as "module:name", limits, its folder."""

    reader: str
    limits: Limits
    folder: str

    def written(self) -> str:
        """Write the settings as the argument of a command line."""
        return json.dumps({"reader": self.reader, "limits": asdict(self.limits), "folder": self.folder})

    @classmethod
    def parse(cls, argument: str) -> "Settings":
        """Read the settings from the argument of a command line."""
        said = json.loads(argument)
        return cls(reader=said["reader"], limits=Limits(**said["limits"]), folder=said["folder"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a child ended: why it gave no answer, if so, and what it used (seconds, bytes)."""

    reason: Refusal | None
    detail: str
    stalled: bool
    cpu_seconds: float
    peak_bytes: int

    def written(self) -> bytes:
        """Write it as a message."""
        return json.dumps(asdict(self)).encode()

    def check(self) -> None:
        """Refuse the file if its child gave no answer.

        Raises:
            Refused: with what ended the child.
        """
        if self.reason:
            raise Refused(self.reason, detail=self.detail)

    @classmethod
    def parse(cls, message: bytes) -> "Verdict":
        """Read it from a message of the zygote, which is trusted: it has seen no file from inside."""
        said = json.loads(message)
        return cls(**said | {"reason": Refusal(said["reason"]) if said["reason"] else None})


def documents_message(documents: Sequence[Document]) -> bytes:
    """Write down documents."""
    return _written({"documents": [_fields(one) for one in documents]})


def _fields(document: Document) -> dict[str, object]:
    pages = [_page(page) for page in document.pages]
    spoken = [[one.start, one.end, one.speaker] for one in document.spoken]
    languages = [[one.start, one.end, one.language] for one in document.languages]
    small = asdict(replace(document, pages=(), spoken=(), languages=()))  # it would copy every box, slowly
    return small | {"pages": pages, "spoken": spoken, "languages": languages}


def refusal_message(refused: Refused) -> bytes:
    """Write down a refusal."""
    fields = ("detail", "where", "file", "advice")
    return _written({"refused": {"reason": refused.reason} | {name: getattr(refused, name) for name in fields}})


def _written(message: Mapping[str, object]) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def _page(page: Page) -> list[object]:
    boxes = [[box.start, box.end, box.left, box.top, box.right, box.bottom] for box in page.boxes]
    return [page.number, page.start, page.end, page.width, page.height, boxes]


def read_answer(message: bytes, *, id_: str, limits: Limits) -> tuple[Document, ...]:
    """Take documents from a message after checking everything that is said of them.

    Args:
        message: what came from the process that read the file.
        id_: the id that the first document must have, and the others begin with.
        limits: on pages, parts and characters.

    Returns:
        The documents; offsets of pages and boxes lie inside the text, in order.

    Raises:
        Refused: the message says so, or it is not one that an honest reader sends.
    """
    try:
        found = _answer(json.loads(message), id_=id_, limits=limits)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(Refusal.CRASHED, detail=f"the reader gave an answer that makes no sense: {error}") from error
    if isinstance(found, Refused):
        raise found
    return found


def _answer(said: object, *, id_: str, limits: Limits) -> tuple[Document, ...] | Refused:
    if not isinstance(said, dict) or len(said) != 1:
        raise ValueError("neither documents nor a refusal")
    return refusal(said["refused"]) if "refused" in said else _documents(said["documents"], id_=id_, limits=limits)


def refusal(said: Mapping[str, Any]) -> Refused:
    """Take a refusal from a part of a message.

    Raises:
        ValueError: it is none, as are TypeError and KeyError.
    """
    fields = {name: _text(said[name]) for name in ("detail", "where", "file", "advice")}
    return Refused(Refusal(said["reason"]), **fields)


def _documents(said: Sequence[Mapping[str, Any]], *, id_: str, limits: Limits) -> tuple[Document, ...]:
    documents = tuple(_document(one, limits) for one in _list(said))
    wanted = [id_, *(f"{id_}#{number}" for number in range(2, len(documents) + 1))]
    if [one.id for one in documents] != wanted:
        raise ValueError("the documents are not those of this file")
    if sum(len(one.text) for one in documents) > limits.characters:
        raise ValueError("more text than is allowed")
    return documents


def _document(said: Mapping[str, Any], limits: Limits) -> Document:
    text = _text(said["text"], most=limits.characters)
    published = _optional(said["published"])
    if published is not None and not is_edtf(published):
        raise ValueError("a date that is none")
    return Document(
        id=_text(said["id"]),
        media_type=_matching(MEDIA_TYPE, said["media_type"]),
        text=text,
        language=_matching(LANGUAGE, said["language"]),
        title=_optional(said["title"]),
        published=published,
        publisher=_optional(said["publisher"]),
        pages=_pages(said["pages"], length=len(text), limits=limits),
        spoken=tuple(_spoken(*_list(one), most=len(text)) for one in _list(said["spoken"])),
        languages=tuple(_stretch(*_list(one), most=len(text)) for one in _list(said["languages"])),
        reader=_text(said["reader"]),
        warnings=tuple(_text(one) for one in _list(said["warnings"])[:MOST_WARNINGS]),
    )


def _pages(said: object, *, length: int, limits: Limits) -> tuple[Page, ...]:
    pages = tuple(_one_page(*_list(one)) for one in _list(said))
    if len(pages) > limits.pages or [page.number for page in pages] != list(range(1, len(pages) + 1)):
        raise ValueError("pages that are not numbered in order")
    if any(before.end > after.start for before, after in pairwise(pages)) or (pages and pages[-1].end > length):
        raise ValueError("pages outside the text")
    return pages


def _one_page(number: object, start: object, end: object, width: object, height: object, boxes: object) -> Page:
    first, last = _whole(start), _whole(end)
    found = tuple(_box(*_list(one)) for one in _list(boxes))
    if first > last or any(not first <= box.start < box.end <= last for box in found):
        raise ValueError("words outside their page")
    return Page(number=_whole(number), start=first, end=last, width=_real(width), height=_real(height), boxes=found)


def _box(*said: object) -> WordBox:
    if len(said) != BOX_FIELDS:
        raise ValueError("a box that is none")
    left, top, right, bottom = (_real(one) for one in said[2:])
    return WordBox(start=_whole(said[0]), end=_whole(said[1]), left=left, top=top, right=right, bottom=bottom)


def _spoken(start: object, end: object, speaker: object, *, most: int) -> Spoken:
    first, last = _span(start, end, most=most)
    return Spoken(start=first, end=last, speaker=_text(speaker))


def _stretch(start: object, end: object, language: object, *, most: int) -> Stretch:
    first, last = _span(start, end, most=most)
    return Stretch(start=first, end=last, language=_matching(LANGUAGE, language))


def _span(start: object, end: object, *, most: int) -> tuple[int, int]:
    first, last = _whole(start), _whole(end)
    if not first <= last <= most:
        raise ValueError("a stretch outside the text")
    return first, last


def _list(said: object) -> list[Any]:
    if not isinstance(said, list):
        raise TypeError("no list")
    return said


def _text(said: object, *, most: int = LONGEST_FIELD) -> str:
    if not isinstance(said, str) or len(said) > most:
        raise ValueError("no text, or too long")
    said.encode()  # half a surrogate pair is no text, and raises ValueError
    return said


def _optional(said: object) -> str | None:
    return None if said is None else _text(said)


def _matching(pattern: re.Pattern[str], said: object) -> str:
    text = _text(said)
    if not pattern.fullmatch(text):
        raise ValueError(f"not of the form {pattern.pattern}")
    return text


def _whole(said: object) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or said < 0:
        raise ValueError("no whole number")
    return said


def _real(said: object) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float) or not math.isfinite(said):
        raise ValueError("no number")
    return float(said)
