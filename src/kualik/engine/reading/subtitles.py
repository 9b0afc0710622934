"""Read subtitles, SRT and WebVTT: who speaks, when, and whole sentences instead of lines of a screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from kualik.engine.reading.conversation import Message, converse
from kualik.engine.reading.parts import Part

__all__ = ["subtitles"]

READER = "subtitles 1"
TIMES = re.compile(
    r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d\d):(?P<seconds>\d\d)[.,]\d{3} +--> +(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}"
)
LOOKED_AT = 2_000  # characters, in which the first time must stand
LEAST_CUES = 2
VOICE = re.compile(r"<v(?:\.[^\s>]{1,40})*\s(?P<who>[^<>]{1,80})>")
TAG = re.compile(r"<[^<>]{0,100}>|\{\\[^{}]{1,40}\}")
NAMED = re.compile(r"(?:-\s?)?(?:>>\s?)?(?P<who>\w[^:\n.!?,]{0,40}):\s")
MOST_NAME_WORDS = 4
DASH = re.compile(r"(?:-|–|—|>>)\s?(?=\S)")
ENDINGS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", '"', "”", "»")
LONG, LONGEST = 400, 2_000  # characters of one voice, after which the next sentence, and anything, begins a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What one says on one screen: when, who if that is said, the words; `begins` where another may speak now."""

    when: str
    who: str
    words: str
    begins: bool


def subtitles(text: str) -> Part | None:
    """Read subtitles.

    Args:
        text: any text.

    Returns:
        A paragraph with its time for each turn of a speaker, or each few sentences where nobody is named; None where
        the text is no subtitles.
    """
    if not TIMES.search(text[:LOOKED_AT]):
        return None
    cues = list(_cues(text))
    if len(cues) < LEAST_CUES:
        return None
    written, spoken = converse(_messages(cues))
    return Part(text=written, reader=READER, spoken=spoken)


def _cues(text: str) -> Iterator[Cue]:
    """Take what stands between two times, without a cue's number or name."""
    voiced = bool(VOICE.search(text))
    when, lines = "", list[str]()
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        times = TIMES.match(line)
        if times:
            when, lines = f"{int(times['hours'] or 0):02}:{times['minutes']}:{times['seconds']}", []
        elif line.strip() and when:
            lines.append(line.strip())
        elif when:
            for number, one in enumerate(lines):
                yield _cue(when, one, another=voiced and number == 0)
            when = ""


def _cue(when: str, line: str, *, another: bool) -> Cue:
    """Take a line; where voices are marked, a screen without a mark is nobody's that we know of."""
    voice, words = VOICE.match(line), unescape(TAG.sub("", line)).strip()
    if voice:
        return Cue(when=when, who=voice["who"].strip(), words=words, begins=True)
    named = NAMED.match(words)
    if named and not named["who"][0].islower() and len(named["who"].split()) <= MOST_NAME_WORDS:
        return Cue(when=when, who=named["who"].strip(), words=words[named.end() :], begins=True)
    begins = another or bool(DASH.match(words))
    return Cue(when=when, who="", words=DASH.sub("", words, count=1), begins=begins)


def _messages(cues: Sequence[Cue]) -> Iterator[Message]:
    """Join cues until another speaks, or until a sentence ends after a good length."""
    held: Message | None = None
    for cue in cues:
        if held and _goes_on(held, cue):
            held = Message(speaker=held.speaker, when=held.when, text=f"{held.text} {cue.words}")
            continue
        if held:
            yield held
        speaker = cue.who or (held.speaker if held and not cue.begins else "")
        held = Message(speaker=speaker, when=cue.when, text=cue.words)
    if held:
        yield held


def _goes_on(held: Message, cue: Cue) -> bool:
    if cue.begins and (not cue.who or cue.who != held.speaker):
        return False
    return len(held.text) < LONG or not (held.text.endswith(ENDINGS) or len(held.text) > LONGEST)
