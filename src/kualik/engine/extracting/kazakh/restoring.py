"""Notes on a rewritten text put back onto the text as kept: places and names in its own letters."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

from kualik.engine.extracting.kazakh.letters import Rewritten
from kualik.engine.extracting.notes import Notes, Party, Value
from kualik.engine.extracting.spans import Span

__all__ = ["restore"]

WORD = re.compile(r"[\u0400-\u04ff]+")
SLOTS = ("sayings", "held", "ties", "happenings", "figures")


def restore(notes: Notes, rewritten: Rewritten, text: str) -> Notes:
    """Put notes back onto the text as kept.

    Args:
        notes: made of the rewritten text; changed in place.
        rewritten: that text and the places of its letters.
        text: as kept.

    Returns:
        The notes.
    """
    known = _words(rewritten, text)

    def word(match: re.Match[str]) -> str:
        return known.get(match[0].casefold(), match[0])

    def in_letters(said: str) -> str:
        return WORD.sub(word, said)

    def place(span: Span) -> Span:
        return Span(start=rewritten.places[span.start], end=rewritten.places[span.end])

    for party in notes.parties:
        _restore_party(party, place, in_letters)
    for slot in SLOTS:
        setattr(notes, slot, [_restored(one, place, in_letters) for one in getattr(notes, slot)])
    return notes


def _words(rewritten: Rewritten, text: str) -> dict[str, str]:
    """Give every word of the text, and every beginning of one, in its own letters."""
    known: dict[str, str] = {}
    for match in WORD.finditer(rewritten.text):
        first = rewritten.places[match.start()]
        for end in range(match.start() + 2, match.end() + 1):
            part = rewritten.text[match.start() : end].casefold()
            said = text[first : rewritten.places[end]].rstrip()
            if end == match.end() or part not in known:
                known[part] = said
    return known


def _restore_party(party: Party, place: Callable[[Span], Span], in_letters: Callable[[str], str]) -> None:
    party.at = place(party.at)
    party.name = in_letters(party.name) if party.name else None
    party.description = in_letters(party.description) if party.description else None
    party.aliases = [in_letters(alias) for alias in party.aliases]
    if party.age is not None:
        party.age = (party.age[0], place(party.age[1]))


def _restored(one: object, place: Callable[[Span], Span], in_letters: Callable[[str], str]) -> object:
    """Put one note back: every passage in it, and the words of its values."""
    if isinstance(one, Span):
        return place(one)
    if isinstance(one, Value):
        return Value(text=in_letters(one.text), span=place(one.span))
    if isinstance(one, tuple):
        return tuple(_restored(part, place, in_letters) for part in one)
    if is_dataclass(one) and not isinstance(one, type):
        return replace(
            one, **{slot.name: _restored(getattr(one, slot.name), place, in_letters) for slot in fields(one)}
        )
    return one
