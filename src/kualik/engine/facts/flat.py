"""Entities and claims as flat facts, one JSON object each, in the form of the annotation guide.

Source: `shared/eval/reading/GUIDE.md` (kinds and slots).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kualik.engine.facts.claims import PUBLISHER, Claim, Entity
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["facts"]

QUOTATION = '"“”«»„「」『』—'


def facts(entities: Sequence[Entity], claims: Sequence[Claim]) -> list[dict[str, object]]:
    """Flatten what was read into the guide's facts, in the order of the text.

    Args:
        entities: the document's entities, ids unique.
        claims: claims about them; passages are code point offsets.

    Returns:
        One dictionary per fact with "kind", its slots and "at": [start, end].
    """
    by_id = {entity.id: entity for entity in entities}
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        about[claim.entity].append(claim)
    found: list[dict[str, object]] = []
    for entity in entities:
        flatten = KINDS.get(entity.schema)
        if flatten and about[entity.id]:
            found += flatten(entity, about[entity.id], by_id)
    return sorted(found, key=_place)


def _place(fact: Mapping[str, object]) -> tuple[int, int]:
    at = fact["at"]
    assert isinstance(at, list)
    return (at[0], at[1])


def _first(claims: Iterable[Claim], name: str) -> Claim | None:
    return next((claim for claim in claims if claim.property == name), None)


def _slots(claims: Sequence[Claim], names: Mapping[str, str]) -> dict[str, object]:
    """Take the first claim of each property as the value of its slot; a missing one is left out."""
    found = {slot: _first(claims, name) for slot, name in names.items()}
    return {slot: claim.value for slot, claim in found.items() if claim}


def _label(id_: str, by_id: Mapping[str, Entity]) -> str:
    return by_id[id_].label if id_ in by_id else id_


def _speaker(claim: Claim) -> str:
    return PUBLISHER if len(claim.voice) < 2 else claim.voice[-1]


def _person(entity: Entity, claims: list[Claim], _by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    named = _first(claims, "name")
    if not entity.name or not named:
        return []
    fact: dict[str, object] = {"kind": "person", "name": entity.name}
    if entity.aliases:
        fact["aliases"] = list(entity.aliases)
    age = _first(claims, "age")
    if age and age.value.isdigit():
        fact["age"] = int(age.value)
    if entity.roles:
        fact["roles"] = list(entity.roles)
    return [fact | {"at": [named.start, named.end]}]


def _custody(_entity: Entity, claims: list[Claim], by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    who = _first(claims, "detainee")
    if not who or who.stance is Stance.DENIES:  # "he was never arrested" is a statement, and no custody
        return []
    detainee = by_id.get(who.value)
    fact: dict[str, object] = {"kind": "custody", "who": _label(who.value, by_id)}
    if detainee and detainee.count is not None:
        fact["count"] = detainee.count
    fact |= _slots(
        claims,
        {
            "state": "state",
            "sentence": "sentence",
            "sentence_text": "sentenceText",
            "duration": "duration",
            "since": "startDate",
            "until": "endDate",
            "place": "place",
            "grounds": "grounds",
            "suspected": "suspectedReason",
        },
    )
    return [fact | {"voice": _speaker(who), "at": [who.start, who.end]}]


def _kin(_entity: Entity, claims: list[Claim], by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    person, relative, relation = (_first(claims, name) for name in ("person", "relative", "relationship"))
    if not (person and relative and relation):
        return []
    # FollowTheMoney says what `relative` is to `person`; the guide says what "person" is to "relative".
    fact: dict[str, object] = {
        "kind": "kin",
        "person": _label(relative.value, by_id),
        "relation": relation.value,
        "relative": _label(person.value, by_id),
    }
    return [fact | {"at": [relation.start, relation.end]}]


def _event(_entity: Entity, claims: list[Claim], _by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    type_claim = _first(claims, "eventType")
    if not type_claim:
        return []
    slots = _slots(
        claims,
        {"date": "date", "place": "place", "who": "actor", "target": "target", "demand": "demand", "crowd": "crowd"},
    )
    fact: dict[str, object] = {"kind": "event", "type": type_claim.value} | slots
    responses = [claim.value for claim in claims if claim.property == "response"]
    if responses:
        fact["response"] = responses
    violence = _first(claims, "violence")
    if violence:
        fact["violence"] = violence.value == "true"
    return [fact | {"at": [type_claim.start, type_claim.end]}]


def _statements(_entity: Entity, claims: list[Claim], _by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    to = _first(claims, "addressee")
    found: list[dict[str, object]] = []
    for claim in claims:
        if claim.property != "content":
            continue
        fact: dict[str, object] = {"kind": "statement", "speaker": _speaker(claim), "stance": claim.stance.value}
        if to:
            fact["to"] = to.value
        if any(mark in claim.quote for mark in QUOTATION):
            fact["quoted"] = True
        found.append(fact | {"about": claim.value, "at": [claim.start, claim.end]})
    return found


def _figure(_entity: Entity, claims: list[Claim], _by_id: Mapping[str, Entity]) -> list[dict[str, object]]:
    size = _first(claims, "size")
    if not size:
        return []
    fact: dict[str, object] = {"kind": "figure", "value": int(float(size.value))}
    fact |= _slots(claims, {"qualifier": "bound", "of": "group"})
    return [fact | {"voice": _speaker(size), "at": [size.start, size.end]}]


Flatten = Callable[[Entity, list[Claim], Mapping[str, Entity]], list[dict[str, object]]]
KINDS: dict[Schema, Flatten] = {
    Schema.PERSON: _person,
    Schema.CUSTODY: _custody,
    Schema.FAMILY: _kin,
    Schema.PROTEST: _event,
    Schema.APPEAL: _event,
    Schema.INCIDENT: _event,
    Schema.STATEMENT: _statements,
    Schema.POPULATION: _figure,
}
