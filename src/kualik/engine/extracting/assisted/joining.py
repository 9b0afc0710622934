"""A language model's proposals beside what the rules read: never in its place, and never twice."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kualik.engine.extracting.assisted.grounding import Dropped, Grounded, KeptCustody, KeptPerson, KeptStatement
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.turns import Turns
from kualik.engine.facts.claims import NOBODY, Claim, Entity, Reading, claim_id
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["CONFIDENCE", "METHOD", "join"]

METHOD = "llm:"
LONGEST_METHOD = 80  # characters, as a claim is kept
CONFIDENCE = 0.3  # of any proposal of a model: low on purpose, and lower than the doubtful of the rules
SPEAKING = frozenset({Stance.ASSERTS, Stance.ALLEGES, Stance.ACCUSES})  # their border is soft: one claim in two words
SAME = 0.5  # share of the shorter passage from which two passages are one


@dataclass(slots=True, kw_only=True)
class _Joined:
    """The reading in the making."""

    reading: Reading
    method: str
    turns: Turns
    last: int  # number of the last entity of the rules
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    by_id: dict[str, Entity] = field(default_factory=dict)

    def base(self, span: Span) -> tuple[str, ...]:
        """Name the voices that a passage has by the form of the document: its publisher, the author of a message."""
        return (*self.reading.document.voice, *self.turns.over(span))

    def label(self, said: str) -> str:
        """Give the fullest form of a name that the rules know, or the words as they are."""
        one = self.known(said)
        return one.label if one else said

    def known(self, said: str) -> Entity | None:
        """Find somebody or some body by name, the same or a fuller one; nobody where several fit."""
        wanted = _words(said)
        people = [one for one in (*self.reading.entities, *self.entities) if one.schema in PARTIES]
        exact = [one for one in people if any(_words(name) == wanted for name in (one.label, *one.aliases))]
        near = exact or [one for one in people if one.name and wanted and wanted <= _words(one.name)]
        return near[0] if len(near) == 1 else None

    def entity(self, schema: Schema, **told: object) -> str:
        """Add an entity and give its id; ids go on from those of the rules."""
        id_ = f"e{self.last + len(self.entities) + 1}"
        self.by_id[id_] = Entity(id=id_, schema=schema, **told)  # type: ignore[arg-type]  # what a caller says of it
        self.entities.append(self.by_id[id_])
        return id_

    def claim(self, entity: str, name: str, value: Value, voice: tuple[str, ...], stance: Stance) -> None:
        """Add a claim."""
        start, end = value.span.start, value.span.end
        claim = Claim(
            entity=entity, property=name, value=value.text, stance=stance, voice=voice, start=start, end=end,
            quote=self.reading.document.text[start:end], method=self.method, confidence=CONFIDENCE,
        )  # fmt: skip
        claim = replace(claim, id=claim_id(self.reading.document.id, claim))
        if claim.id not in self.seen:
            self.seen.add(claim.id)
            self.claims.append(claim)


PARTIES = frozenset({Schema.PERSON, Schema.ORGANIZATION})


def join(reading: Reading, grounded: Grounded, *, model: str) -> Reading:
    """Add what a model proposed to what the rules read.

    Args:
        reading: what the rules read; every claim of it stays as it is.
        grounded: what of the model's answers stands in the text; what the rules contradict is counted in its `dropped`.
        model: the model's name, which becomes part of the claims' method.

    Returns:
        The reading with the model's claims after the rules' own, marked by their method and of low confidence. What
        both claim is there once, as the rules' claim.
    """
    turns = Turns(reading.document.spoken)
    joined = _Joined(
        reading=reading, method=f"{METHOD}{model}"[:LONGEST_METHOD], turns=turns, last=_last(reading),
        by_id={one.id: one for one in reading.entities},
    )  # fmt: skip
    for person in grounded.persons:
        _person(joined, person)
    for statement in grounded.statements:
        if _is_in_one_voice(turns, statement.span, grounded):
            _statement(joined, statement, grounded)
    for custody in grounded.custody:
        if _is_in_one_voice(turns, custody.span, grounded):
            _custody(joined, custody, grounded)
    claims = (*reading.claims, *joined.claims)
    return replace(reading, entities=(*reading.entities, *joined.entities), claims=claims)


def _is_in_one_voice(turns: Turns, span: Span, grounded: Grounded) -> bool:
    """Drop a passage that begins in one's words and ends in another's, or in nobody's."""
    first, last = (turns.over(Span(start=place, end=place + 1)) for place in (span.start, span.end - 1))
    whole = list(turns.over(span)) == list(first) == list(last)
    if not whole:
        grounded.dropped[Dropped.VOICES] += 1
    return whole


def _last(reading: Reading) -> int:
    return max((int(one.id.removeprefix("e")) for one in reading.entities if one.id[1:].isdecimal()), default=0)


def _person(joined: _Joined, person: KeptPerson) -> None:
    voice = joined.base(person.name.span)
    one = joined.known(person.name.text)
    id_ = one.id if one else joined.entity(Schema.PERSON, name=person.name.text)
    if one is None:
        joined.claim(id_, "name", person.name, voice, Stance.ASSERTS)
    told = any(claim.entity == id_ and claim.property == "age" for claim in (*joined.reading.claims, *joined.claims))
    if person.age and not told and not (one and one.schema is not Schema.PERSON):
        joined.claim(id_, "age", person.age, voice, Stance.ASSERTS)


def _statement(joined: _Joined, told: KeptStatement, grounded: Grounded) -> None:
    speaker = joined.label(told.speaker.text)
    for claim in _said(joined):
        if _overlap(told.span, claim) < SAME or not _same_stance(told.stance, claim.stance):
            continue
        if claim.voice[-1] == NOBODY and claim.method != joined.method:
            continue
        if not _same_name(claim.voice[-1], speaker):
            grounded.dropped[Dropped.RULES] += 1
        return
    id_ = joined.entity(Schema.STATEMENT)
    text = joined.reading.document.text
    words = " ".join(text[told.content.start : told.content.end].split())
    base = joined.base(told.span)
    voice = _and(base, speaker)
    joined.claim(id_, "content", Value(text=words, span=told.span), voice, told.stance)


def _custody(joined: _Joined, told: KeptCustody, grounded: Grounded) -> None:
    who = joined.known(told.who.text)
    if any(_same_custody(joined, claim, told, who) for claim in (*joined.reading.claims, *joined.claims)):
        return
    base = joined.base(told.span)
    over = _narrowest(joined, told.span)
    voice = over or base
    if told.speaker:
        speaker = joined.label(told.speaker.text)
        if over and over[-1] != NOBODY and not _same_name(over[-1], speaker):
            grounded.dropped[Dropped.RULES] += 1
            return
        voice = over if over and over[-1] != NOBODY else _and(base, speaker)
    id_ = joined.entity(Schema.CUSTODY)
    detainee = who.id if who else _someone(joined, told.who)
    stance = Stance.ASSERTS
    slots = {
        "detainee": Value(text=detainee, span=told.span), "state": Value(text=told.state, span=told.span),
        "sentence": told.sentence, "startDate": told.since, "place": told.place,
    }  # fmt: skip
    for name, value in slots.items():
        if value is not None:
            joined.claim(id_, name, value, voice, stance)


def _someone(joined: _Joined, who: Value) -> str:
    """Write down somebody whom neither the rules nor the model's own persons name."""
    id_ = joined.entity(Schema.PERSON, description=who.text, count=None, roles=("detainee",))
    joined.claim(id_, "description", who, joined.base(who.span), Stance.ASSERTS)
    return id_


def _said(joined: _Joined) -> Sequence[Claim]:
    return [one for one in (*joined.reading.claims, *joined.claims) if one.property == "content"]


def _narrowest(joined: _Joined, span: Span) -> tuple[str, ...] | None:
    """Find whose words a passage stands in, by the statements of rules and model."""
    holding = [one for one in _said(joined) if one.start <= span.start and span.end <= one.end]
    return min(holding, key=lambda one: one.end - one.start).voice if holding else None


def _same_custody(joined: _Joined, claim: Claim, told: KeptCustody, who: Entity | None) -> bool:
    """Say whether a claim is of one custody with a proposal: of one person, in one state or one that is not told."""
    if claim.property != "detainee":
        return False
    held = joined.by_id.get(claim.value)
    if held is None or not (held is who or _same_name(held.label, told.who.text)):
        return False
    states = [
        one.value
        for one in (*joined.reading.claims, *joined.claims)
        if one.entity == claim.entity and one.property == "state"
    ]
    return not states or told.state == "unspecified" or bool({told.state, "unspecified"} & set(states))


def _same_stance(one: Stance, other: Stance) -> bool:
    return one is other or {one, other} <= SPEAKING


def _overlap(span: Span, claim: Claim) -> float:
    both = min(span.end, claim.end) - max(span.start, claim.start)
    return max(0, both) / max(1, min(span.end - span.start, claim.end - claim.start))


def _same_name(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def _and(base: tuple[str, ...], speaker: str) -> tuple[str, ...]:
    return base if base[-1] == speaker else (*base, speaker)


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return frozenset(re.findall(r"\w+", folded))
