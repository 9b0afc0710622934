"""A page as a picture, and how it is handed over: as bare dots, so that nothing else of a file comes through.

The process that drew may have been taken over by the file; whoever receives the dots counts them, and writes a
picture of their own from them.
"""

import json
from dataclasses import dataclass

from kualik.engine.reading.limits import Limits
from kualik.engine.reading.messages import refusal
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Drawn", "drawing_message", "read_drawing"]

BYTES = {"L": 1, "RGB": 3}
"""How many bytes a dot has: grey, or of three colours."""
LONGEST_HEAD = 20_000  # bytes: a refusal with all its fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture: its sides in dots, "L" for grey or "RGB", and the dots line by line from the top."""

    width: int
    height: int
    mode: str
    dots: bytes


def drawing_message(drawn: Drawn) -> bytes:
    """Write down a picture: a line that says what follows, and the dots."""
    return json.dumps({"drawn": [drawn.width, drawn.height, drawn.mode]}).encode() + b"\n" + drawn.dots


def read_drawing(message: bytes, *, limits: Limits) -> Drawn:
    """Take a picture from a message after checking everything that is said of it.

    Args:
        message: what came from the process that drew.
        limits: on the longer side.

    Returns:
        The picture, which has as many dots as it says.

    Raises:
        Refused: the message says so, or it is not one that an honest process sends.
    """
    head, _, dots = message.partition(b"\n")
    try:
        found = _answer(head, dots, limits)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(Refusal.CRASHED, detail=f"the drawing makes no sense: {error}") from error
    if isinstance(found, Refused):
        raise found
    return found


def _answer(head: bytes, dots: bytes, limits: Limits) -> Drawn | Refused:
    said = json.loads(head) if len(head) <= LONGEST_HEAD else None
    if not isinstance(said, dict) or len(said) != 1:
        raise ValueError("neither a picture nor a refusal")
    if "refused" in said:
        return refusal(said["refused"])
    width, height, mode = said["drawn"]
    if not (_is_side(width, limits) and _is_side(height, limits)):
        raise ValueError("sides that are none, or too long")
    if len(dots) != width * height * BYTES[mode]:
        raise ValueError("not as many dots as it says")
    return Drawn(width=width, height=height, mode=mode, dots=dots)


def _is_side(said: object, limits: Limits) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and 1 <= said <= limits.rendered_side
