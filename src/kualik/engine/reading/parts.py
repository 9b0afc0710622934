"""What a reader of one format is given, and what it gives back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kualik.engine.facts import Page, Spoken
from kualik.engine.reading.limits import Limits, Options
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Enclosure", "Job", "Part", "Reader", "check_characters", "first_line"]

LONGEST_TITLE = 200  # characters
FULL_STOPS = (".", "。", "۔", "．", ";", ",", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to read: its name, what was found to be its media type, limits, what is known of it."""

    name: str
    media_type: str
    limits: Limits
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One text read from a file; a workbook has one for each sheet."""

    text: str
    reader: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    pages: tuple[Page, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file inside a file, such as an attachment; it is read like any other."""

    name: str
    content: bytes


class Reader(Protocol):
    """A module that reads one format."""

    def parts(self, content: bytes, *, job: Job) -> Iterator[Part | Enclosure]:
        """Read the texts, and find the files enclosed, in their order."""


def check_characters(count: int, *, limits: Limits, where: str = "") -> None:
    """Refuse a text that is longer than the limit.

    Raises:
        Refused: there are more characters than the limits allow.
    """
    if count > limits.characters:
        raise Refused(Refusal.TOO_MUCH_TEXT, detail=f"more than {limits.characters:,} characters", where=where)


def first_line(text: str) -> str | None:
    """Find the title that a text begins with.

    Returns:
        The first line that is not empty, if it is short and does not end as a sentence does.
    """
    line = next((line.strip() for line in text[:4000].splitlines() if line.strip()), "")
    if not line or len(line) >= LONGEST_TITLE or line.endswith(FULL_STOPS):
        return None
    return line
