"""A language model's answer taken apart; nothing in it is believed yet."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from kualik.engine.extracting.assisted.asking import SCHEMA
from kualik.engine.facts.errors import EngineError

__all__ = ["Answer", "NotUnderstood", "ProposedCustody", "ProposedPerson", "ProposedStatement", "understood"]

MOST = 60  # proposals of one kind taken from one answer
LONGEST = 4_000  # characters of one string


class NotUnderstood(EngineError):
    """A language model answered with something that is no answer in the form that was asked for."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"the language model's answer cannot be used: {why}; try another model")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedStatement:
    """What a model takes for somebody's words; all of it copied from the text, if the model did as told."""

    quote: str
    verb: str
    speaker: str
    stance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCustody:
    """What a model takes for somebody's custody; an empty string where it says nothing."""

    quote: str
    who: str
    state: str
    speaker: str = ""
    sentence: str = ""
    since: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPerson:
    """What a model takes for somebody's name."""

    quote: str
    name: str
    age: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer in the form asked for; `malformed` counts what in it had another."""

    statements: tuple[ProposedStatement, ...] = ()
    custody: tuple[ProposedCustody, ...] = ()
    persons: tuple[ProposedPerson, ...] = ()
    malformed: int = 0


Kind = TypeVar("Kind", ProposedStatement, ProposedCustody, ProposedPerson)


def understood(content: str) -> Answer:
    """Take a model's answer apart.

    Args:
        content: what it wrote: a JSON object, possibly within a code fence.

    Returns:
        The proposals that have the form asked for, up to 60 of a kind, in the model's order.

    Raises:
        NotUnderstood: it is no JSON object with lists.
    """
    told = _object(content)
    malformed: list[object] = []
    return Answer(
        statements=tuple(_taken(told, "statements", ProposedStatement, malformed)),
        custody=tuple(_taken(told, "custody", ProposedCustody, malformed)),
        persons=tuple(_taken(told, "persons", ProposedPerson, malformed)),
        malformed=len(malformed),
    )


def _object(content: str) -> Mapping[str, Any]:
    first, last = content.find("{"), content.rfind("}")
    try:
        told = json.loads(content[first : last + 1])
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(why="it is not JSON") from error
    if not isinstance(told, dict) or not any(isinstance(told.get(kind), list) for kind in SCHEMA["properties"]):
        raise NotUnderstood(why="it holds none of the lists asked for")
    return told


def _taken(told: Mapping[str, Any], name: str, kind: type[Kind], malformed: list[object]) -> Iterator[Kind]:
    listed = told.get(name, [])
    listed = listed if isinstance(listed, list) else [listed]
    malformed.extend(listed[MOST:])
    names = {field.name for field in fields(kind)}
    for item in listed[:MOST]:
        given = {key: value for key, value in item.items() if key in names} if isinstance(item, dict) else {}
        if _has_form(given):
            try:
                yield kind(**given)
            except TypeError:  # a field that must be there is not
                malformed.append(item)
        else:
            malformed.append(item)


def _has_form(given: Mapping[str, object]) -> bool:
    return bool(given) and all(isinstance(value, str) and len(value) <= LONGEST for value in given.values())
