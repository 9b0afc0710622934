"""Short ways to ask who says what in a sentence."""

from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.sayings import find_sayings
from kualik.engine.extracting.notes import Saying


def word(parsed: Parsed, text: str) -> int:
    """Find the first word with a text."""
    return next(one.i for one in parsed.words if one.text == text)


def sayings(text: str) -> tuple[list[Saying], Register]:
    """Find the sayings of a text, with the register that knows the speakers."""
    register = Register(parse(text))
    return find_sayings(register.parsed, register), register


def told(text: str) -> list[tuple[str, str, str]]:
    """List the sayings of a text: speaker, stance, and what is said."""
    found, register = sayings(text)
    return [
        (
            "nobody" if one.speaker is None else register.cast.party(one.speaker).label,
            one.stance.value,
            text[one.content.start : one.content.end].strip(' "“”'),
        )
        for one in found
    ]


def speakers(text: str) -> list[tuple[str, str]]:
    """List the sayings of a text: speaker and stance."""
    return [(who, stance) for who, stance, _ in told(text)]
