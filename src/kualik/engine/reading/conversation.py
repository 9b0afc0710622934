"""Put messages together into one text: a line "AUTHOR (time):" above the words of each, and whose words they are.

Author and words are paragraphs of their own, since a reader of sentences would take the author for the subject of the
words: "Sara Nur: brother was detained".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kualik.engine.facts import Spoken

__all__ = ["Message", "converse"]

BETWEEN = "\n\n"
LONGEST_NAME = 80  # characters
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of direction and width that phones put around names and words; nothing is seen of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, turn or caption.

    `speaker` is empty where nobody is named. `when` is the time as it will be shown, `origin` whose words are passed
    on. A `notice` is what a program says of the conversation; it stands in square brackets.
    """

    text: str
    speaker: str = ""
    when: str = ""
    origin: str = ""
    notice: bool = False


def converse(messages: Iterable[Message]) -> tuple[str, tuple[Spoken, ...]]:
    """Join messages, a blank line between any two paragraphs.

    Args:
        messages: in their order.

    Returns:
        The text, and for each message with a speaker the stretch of its words; two stretches, the outer first,
        where the words of another are passed on.
    """
    pieces: list[str] = []
    spoken: list[Spoken] = []
    length = 0
    for message in messages:
        label, words, closing = _written(message)
        start, end = length + len(label), length + len(label) + len(words)
        voices = (_name(message.speaker), _name(message.origin)) if message.speaker else ()
        spoken += (Spoken(start=start, end=end, speaker=voice) for voice in dict.fromkeys(voices) if voice)
        pieces.append(f"{label}{words}{closing}")
        length = end + len(closing) + len(BETWEEN)
    return BETWEEN.join(pieces), tuple(spoken)


def _written(message: Message) -> tuple[str, str, str]:
    words = MARKS.sub("", message.text).strip()
    if message.notice:
        return (f"[{message.when} " if message.when else "["), words, "]"
    if not message.speaker:
        return (f"({message.when}) " if message.when else ""), words, ""
    origin = f"from {_name(message.origin)}" if message.origin else ""
    about = ", ".join(part for part in (message.when, origin) if part)
    label = f"{_name(message.speaker)} ({about}):" if about else f"{_name(message.speaker)}:"
    return label + BETWEEN, words, ""


def _name(name: str) -> str:
    """Write a name on one line, not over-long."""
    return " ".join(MARKS.sub("", name).split())[:LONGEST_NAME].strip(" :")
