"""Read a chat that was exported from WhatsApp: `_chat.txt`, in the date forms of every phone.

A line that begins a message has date and time in square brackets (iOS) or before a dash (Android), then the author
and a colon; a line without them goes on with the message before. Lines without an author are notices of the program.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise

from kualik.engine.reading.conversation import Message, converse
from kualik.engine.reading.parts import Part

__all__ = ["chat"]

READER = "WhatsApp 1"
LEAST_MESSAGES = 2
LOOKED_AT = 40  # lines, in which the first two messages must begin
LONGEST_HEAD = 200  # characters of a line that are looked at for date and author
DATE = r"(?P<a>\d{1,4})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<c>\d{1,4})(?:\s?[гж]\.|\.)?"
NOON = r"上午|下午|凌晨|清晨|早上|中午|晚上|午前|午後|چ\.ب|چ\.ك|[AaPp]\.?\s?[Mm]\.?"
LATE = frozenset({"pm", "下午", "晚上", "午後", "中午", "چك"})
CLOCK = rf"(?P<before>{NOON})?\s?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:\s?(?P<after>{NOON}))?"
UNSEEN = "[\u200e\u200f\u202a-\u202c\u2066-\u2069\ufeff]*"
HEAD = re.compile(rf"{UNSEEN}(?P<open>\[)?{DATE},?\s{{1,2}}(?:(?:в|um|à|saat)\s)?{CLOCK}(?(open)\]\s?|\s[-–—]\s)")
AUTHOR = re.compile(rf"{UNSEEN}(?P<who>[^:\n\"“”«»]{{1,60}}): ?")
MOST_NAME_WORDS = 6
NOTICE = "\u200e"  # iOS puts this mark before what the program itself says, and before media
LEFT_OUT = re.compile(r"<[^<>\n]{3,80}>|[^\n/:]{1,80}\.[A-Za-z0-9]{2,5} \([^()\n]{3,40}\)")
"""What stands for a picture or a recording: "<Media omitted>" in any language, "IMG-1.jpg (file attached)"."""

Numbers = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message as it stands in the file: the numbers of its date in their order, its time, who wrote it, its lines."""

    numbers: Numbers
    written: str
    clock: str
    who: str
    lines: list[str] = field(default_factory=list)


def chat(text: str) -> Part | None:
    """Read an exported chat.

    Args:
        text: any text.

    Returns:
        A paragraph for each message with its author as voice; None where the text is no such chat. Days are written
        as ISO 8601 where the numbers of all messages leave one order of day and month, else as they stand.
    """
    heads = (HEAD.match(line[:LONGEST_HEAD]) for line in islice(text.split("\n", LOOKED_AT), LOOKED_AT))
    if sum(1 for head in heads if head) < LEAST_MESSAGES:
        return None
    entries = list(_entries(text))
    if not any(one.who for one in entries):
        return None
    order = _order([one.numbers for one in entries])
    kept = [_message(one, order) for one in entries]
    written, spoken = converse(one for one in kept if one)
    left_out = len(kept) - sum(1 for one in kept if one)
    warnings = (f"{left_out} messages are pictures or recordings that are not in the file",) if left_out else ()
    return Part(text=written, reader=READER, spoken=spoken, warnings=warnings, published=_day(entries, order))


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        head = HEAD.match(line[:LONGEST_HEAD])
        if head is None:
            if entry:
                entry.lines.append(line)
            continue
        if entry:
            yield entry
        entry = _begun(head, line[head.end() :])
    if entry:
        yield entry


def _begun(head: re.Match[str], rest: str) -> Entry:
    author = AUTHOR.match(rest)
    who = author["who"].strip() if author and len(author["who"].split()) <= MOST_NAME_WORDS else ""
    return Entry(
        numbers=(int(head["a"]), int(head["b"]), int(head["c"])),
        written=f"{head['a']}{head['mark']}{head['b']}{head['mark']}{head['c']}",
        clock=_clock(head),
        who=who,
        lines=[rest[author.end() :] if author and who else rest],
    )


def _clock(head: re.Match[str]) -> str:
    """Write the time of day with 24 hours."""
    hour, noon = int(head["hour"]), head["before"] or head["after"] or ""
    noon = "".join(letter for letter in noon.casefold() if letter.isalpha())
    if noon:
        hour = hour % 12 + (12 if noon in LATE else 0)
    return f"{hour:02}:{int(head['minute']):02}"


def _message(entry: Entry, order: Callable[[Numbers], date | None]) -> Message | None:
    """Give the message, or None where a picture or a recording stands for it."""
    lines = [line.rstrip() for line in entry.lines]
    if entry.who and LEFT_OUT.fullmatch(lines[0].strip(NOTICE).strip()):
        lines = lines[1:]
    words = "\n".join(lines).strip()
    if not words or (entry.who and words.startswith(NOTICE)):
        return None
    day = order(entry.numbers)
    return Message(speaker=entry.who, notice=not entry.who, when=f"{day or entry.written} {entry.clock}", text=words)


def _day(entries: Sequence[Entry], order: Callable[[Numbers], date | None]) -> str | None:
    """Give the day of a chat of one day."""
    days = {order(one.numbers) for one in entries}
    only = days.pop() if len(days) == 1 else None
    return only.isoformat() if only else None


def _order(numbers: Sequence[Numbers]) -> Callable[[Numbers], date | None]:
    """Find which order of year, month and day gives every message a day, the next never before the last."""
    orders = (_year_first,) if any(one[0] > 31 for one in numbers) else (_day_first, _month_first)
    possible = [order for order in orders if _fits(order, numbers)]
    return possible[0] if len(possible) == 1 else _unknown


def _fits(order: Callable[[Numbers], date | None], numbers: Sequence[Numbers]) -> bool:
    days = [order(one) for one in numbers]
    return all(one and other and one <= other for one, other in pairwise([*days, days[-1]]))


def _year_first(numbers: Numbers) -> date | None:
    return _date(numbers[0], numbers[1], numbers[2])


def _day_first(numbers: Numbers) -> date | None:
    return _date(numbers[2], numbers[1], numbers[0])


def _month_first(numbers: Numbers) -> date | None:
    return _date(numbers[2], numbers[0], numbers[1])


def _unknown(_: Numbers) -> date | None:
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
