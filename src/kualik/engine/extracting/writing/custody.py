"""Custody written down as claims; what is told twice by one voice is one custody."""

from kualik.engine.extracting.notes import Held, Value
from kualik.engine.extracting.writing.writer import Writer
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["write_custody"]

Key = tuple[int, str, str]  # party, state, innermost voice
Told = list[tuple[Held, str]]
TAKEN_OVER = frozenset({Stance.ALLEGES, Stance.ACCUSES, Stance.ACKNOWLEDGES, Stance.DENIES})


def write_custody(writer: Writer) -> None:
    """Write down every custody of a document's notes."""
    written: dict[Key, Told] = {}
    for held in writer.notes.held:
        voice = writer.chains.chain(held.cue)
        told = written.setdefault((held.party, held.state, voice[-1]), [])
        id_ = next((id_ for known, id_ in told if _is_one(known, held)), None)
        if id_ is None:
            id_ = writer.draft.entity(Schema.CUSTODY)
            who = Value(text=writer.id_of(held.party), span=held.span)
            stance = _stance(writer, held)
            writer.claim(id_, "detainee", who, rule=held.rule, voice=voice, stance=stance, doubtful=held.doubtful)
        told.append((held, id_))
        _write_slots(writer, id_, held, voice)


def _stance(writer: Writer, held: Held) -> Stance:
    over = writer.chains.over(held.cue)
    return over[-1].stance if over and over[-1].stance in TAKEN_OVER else Stance.ASSERTS


def _is_one(known: Held, held: Held) -> bool:
    """Say whether nothing contradicts that two tellings are of one custody."""
    same = all(
        old is None or new is None or old.text == new.text
        for old, new in ((known.sentence, held.sentence), (known.since, held.since), (known.until, held.until))
    )
    return same and _near(known.place, held.place)


def _near(one: Value | None, other: Value | None) -> bool:
    if one is None or other is None:
        return True
    a, b = one.text.casefold(), other.text.casefold()
    return a in b or b in a


def _write_slots(writer: Writer, id_: str, held: Held, voice: tuple[str, ...]) -> None:
    state = Value(text=held.state, span=held.cue)
    slots = (
        ("state", state), ("sentence", held.sentence), ("sentenceText", held.sentence_text),
        ("duration", held.duration), ("startDate", held.since), ("endDate", held.until), ("place", held.place),
        ("grounds", held.grounds), ("suspectedReason", held.suspected), ("authority", held.authority),
    )  # fmt: skip
    stance = _stance(writer, held)
    for name, value in slots:
        writer.claim(id_, name, value, rule=held.rule, voice=voice, stance=stance, doubtful=held.doubtful)
