"""Happenings written down as claims; one that is told again is one event."""

from dataclasses import replace

from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.writing.writer import Writer
from kualik.engine.facts.vocabulary import Schema

__all__ = ["write_events"]

STREET = frozenset({"protest", "picket", "march", "rally"})
APPEALS = frozenset({"press conference", "petition", "hearing"})
AIMED = frozenset({"arrest", "release", "sentencing", "dispersal", "attack"})
SLOTS = ("date", "place", "who", "target", "demand", "crowd", "recurrence", "violence")
NAMES = {"who": "actor"}


def write_events(writer: Writer) -> None:
    """Write down every event of a document's notes."""
    for one in _joined(writer.notes.happenings):
        voice = writer.chains.chain(one.cue)
        id_ = writer.draft.entity(_schema(one.type))
        kind = Value(text=one.type, span=one.span)
        writer.claim(id_, "eventType", kind, rule=one.rule, voice=voice, doubtful=one.doubtful)
        for slot in SLOTS:
            value = getattr(one, slot)
            writer.claim(id_, NAMES.get(slot, slot), value, rule=one.rule, voice=voice, doubtful=one.doubtful)
        for response in one.responses:
            writer.claim(id_, "response", response, rule=one.rule)


def _schema(kind: str) -> Schema:
    if kind in STREET:
        return Schema.PROTEST
    return Schema.APPEAL if kind in APPEALS else Schema.INCIDENT


def _joined(happenings: list[Happening]) -> list[Happening]:
    """Join the tellings of one event; the first keeps its passage, the others fill its empty slots."""
    joined: list[Happening] = []
    places: dict[tuple[str, str], list[int]] = {}
    for one in happenings:
        key = _key(one)
        place = next((n for n in places.get(key, ()) if _is_one(joined[n], one)), None) if key else None
        if place is not None:
            joined[place] = _filled(joined[place], one)
            continue
        if key:
            places.setdefault(key, []).append(len(joined))
        joined.append(one)
    return joined


def _key(one: Happening) -> tuple[str, str] | None:
    """Name what tellings of one event must share: a day for a protest, whom it befell for an arrest."""
    if one.type in STREET and one.date:
        return ("street", one.date.text)
    if one.type in AIMED and one.target:
        return (one.type, one.target.text.casefold())
    return None


def _is_one(known: Happening, other: Happening) -> bool:
    for one, two in ((known.date, other.date), (known.place, other.place)):
        if one and two and one.text.casefold() not in two.text.casefold() and two.text not in one.text:
            return False
    return True


def _filled(known: Happening, other: Happening) -> Happening:
    filled = {slot: getattr(other, slot) for slot in SLOTS if getattr(known, slot) is None}
    return replace(known, **filled, responses=known.responses + other.responses)
