"""Whom something is said to: 对X说, 向X表示, 告诉X."""

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.here import Here
from kualik.engine.extracting.chinese.tables import column, words
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span

__all__ = ["addressee"]

LONGEST = 8  # words


def addressee(here: Here, first: int, place: int) -> Value | None:
    """Find whom a verb of saying is addressed to.

    Args:
        here: the clause.
        first: where the words that go with the verb begin.
        place: the verb.

    Returns:
        Their name or the phrase; None where it is not said.
    """
    tokens = here.tokens
    start = next((n + 1 for n in range(place - 1, first - 1, -1) if tokens[n].text in {"对", "向", "跟"}), None)
    end = place
    if start is None and tokens[place].text in words("addressees.telling"):
        start, end = place + 1, _object_end(here, place + 1)
    if start is None or not 0 < end - start <= LONGEST:
        return None
    span = Span(start=tokens[start].start, end=tokens[end - 1].end)
    inside = [one for one in here.mentions if one.start >= span.start and one.end == span.end]
    text = here.story.people.label(inside[-1].party) if inside else here.story.words(span)
    return Value(text=text, span=span)


def _object_end(here: Here, start: int) -> int:
    end = start
    while end < len(here.tokens) and end - start < 5 and (end == start or _goes_on(here.tokens[end])):
        if here.tokens[end].kind not in {"han", "name", "latin"} or here.tokens[end].text in column("cues"):
            break
        end += 1
    return end


def _goes_on(token: Token) -> bool:
    return token.kind == "name" or token.text == "的" or token.text in column("people") or token.text in column("kin")
