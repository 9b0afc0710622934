"""The vocabulary of entities: FollowTheMoney's schemata, and ours in the same YAML.

FollowTheMoney itself is not a dependency, since it needs a C++ compiler and ICU where there is no
wheel (docs/decisions/0003). Its YAML files are in `schema/followthemoney/`, unchanged, with its licence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kualik.engine.facts.errors import EngineError

__all__ = ["Property", "Schemata", "UnknownProperty", "properties", "schemata"]


class UnknownProperty(EngineError):
    """No such property in that schema."""

    def __init__(self, *, schema: str, name: str) -> None:
        super().__init__(f"{schema} has no property {name!r}")
        self.schema = schema
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property: its name, label, FollowTheMoney type, and for type "entity" the schema it points at."""

    name: str
    label: str
    type: str = "string"
    range: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schemata:
    """One schema as its file says it, without what it inherits."""

    name: str
    label: str
    plural: str
    extends: tuple[str, ...]
    own: tuple[Property, ...]


@cache
def schemata() -> dict[str, Schemata]:
    """Load every schema by name; a file of ours that has the name of one of FtM's adds properties to it."""
    found: dict[str, Schemata] = {}
    for schema in _load():
        known = found.get(schema.name)
        found[schema.name] = replace(known, own=known.own + schema.own) if known else schema
    return found


@cache
def properties(schema: str) -> dict[str, Property]:
    """Find the properties of a schema, inherited ones included, by name.

    Raises:
        KeyError: there is no such schema.
    """
    known = schemata()[schema]
    found: dict[str, Property] = {}
    for parent in known.extends:
        if parent in schemata():
            found |= properties(parent)
    return found | {one.name: one for one in known.own}


def _load() -> Iterator[Schemata]:
    folder = files("kualik.engine.facts") / "schema"
    for place in (folder / "followthemoney", folder):
        for path in sorted(place.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".yaml"):
                for name, content in yaml.safe_load(path.read_text(encoding="utf-8")).items():
                    yield _schema(name, content)


def _schema(name: str, content: dict[str, Any]) -> Schemata:
    return Schemata(
        name=name,
        label=content.get("label", name),
        plural=content.get("plural", name),
        extends=tuple(content.get("extends", ())),
        own=tuple(_property(key, value or {}) for key, value in (content.get("properties") or {}).items()),
    )


def _property(name: str, content: dict[str, Any]) -> Property:
    return Property(
        name=name,
        label=content.get("label", name),
        type=content.get("type", "string"),
        range=content.get("range"),
        description=content.get("description", ""),
    )
