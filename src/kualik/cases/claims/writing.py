"""How a person writes a claim: what is asked, and what is refused. Nothing here touches the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Required, TypedDict
from uuid import UUID

from kualik.cases.claims.errors import ClaimRefused
from kualik.engine.facts import Schema, Stance
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.facts.schemata import Property, properties

__all__ = ["Change", "NewEntity", "Statement", "check_passage", "check_value", "check_voice", "known_property"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntity:
    """Somebody or something that a document speaks of and no reader found."""

    schema: Schema
    name: str = ""
    description: str = ""
    roles: tuple[str, ...] = ()
    count: int | None = 1


class Statement(TypedDict, total=False):
    """Who says what about whom, and where. Exactly one of `value` and `value_entity`."""

    entity: Required[UUID | NewEntity]
    property: Required[str]
    value: str
    value_entity: UUID | NewEntity
    stance: Stance
    voice: Sequence[str]
    start: Required[int]
    end: Required[int]


class Change(TypedDict, total=False):
    """What is otherwise in a corrected claim; what is left out stays."""

    value: str
    stance: Stance
    voice: Sequence[str]
    property: str


def known_property(schema: str, name: str) -> Property:
    """Find a property of a schema.

    Raises:
        ClaimRefused: there is none of that name.
    """
    known = properties(schema) if schema in set(Schema) else {}
    if name not in known:
        raise ClaimRefused(why=f"{schema} has no property {name!r}; it has {', '.join(sorted(known))}")
    return known[name]


def check_value(asked: Property, value: str, *, is_entity: bool) -> None:
    """Refuse a value that its property cannot have.

    Raises:
        ClaimRefused: it is missing, no date where one is due, or text where something else is pointed at.
    """
    if (asked.type == "entity") != is_entity:
        raise ClaimRefused(why=f"{asked.name} {'points at an entity' if not is_entity else 'is text, not an entity'}")
    if not is_entity and not value.strip():
        raise ClaimRefused(why=f"{asked.name} has no value")
    if asked.type == "date" and not is_entity and not is_edtf(value):
        raise ClaimRefused(why=f"{value!r} is not a date that we understand; write 2024-02-08, XXXX-02-08 or 2024")


def check_voice(voice: Sequence[str]) -> list[str]:
    """Tidy a chain of voices, from the page to the witness.

    Raises:
        ClaimRefused: nobody is left in it.
    """
    chain = [one.strip() for one in voice if one.strip()]
    if not chain:
        raise ClaimRefused(why="it names no voice: who says so?")
    return chain


def check_passage(text: str, start: int, end: int) -> str:
    """Take the passage out of a text.

    Raises:
        ClaimRefused: the passage is empty or not within the text.
    """
    if not 0 <= start < end <= len(text):
        raise ClaimRefused(why=f"the passage {start}–{end} is not within the text, which has {len(text)} characters")
    return text[start:end]
