"""Which column of somebody's spreadsheet says what."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from typing import Any

from kualik.engine.facts import EngineError, Schema
from kualik.engine.facts.schemata import properties
from kualik.engine.facts.vocabulary import ROLES

__all__ = ["RELATIONS", "Column", "Mapping", "MappingFault"]

SCHEMATA = (Schema.PERSON, Schema.CUSTODY, Schema.FAMILY)
RELATIONS = frozenset(
    {
        "mother", "father", "parent", "son", "daughter", "child", "husband", "wife", "spouse", "brother", "sister",
        "sibling", "grandparent", "grandchild", "uncle", "aunt", "nephew", "niece", "cousin", "in-law", "relative",
    }
)  # fmt: skip
KNOWN_KEYS = frozenset({"name", "columns", "language", "voice", "voice_column"})
COLUMN_KEYS = frozenset({"property", "schema", "role", "values"})


class MappingFault(EngineError):
    """A mapping makes no sense; `column` is where, empty for the mapping as a whole."""

    def __init__(self, *, column: str, why: str) -> None:
        super().__init__(f"column {column!r}: {why}" if column else f"mapping: {why}")
        self.column = column
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column says: a property of the row's person, of their custody, or the name of kin.

    `role` is, for a person, what they are (detainee, relative …); for kin, what they are to the row's person.
    `values` says what the words of this spreadsheet mean, in small letters: {"тюрьма": "prison"}; others are read as
    they stand.
    """

    property: str
    schema: Schema = Schema.PERSON
    role: str | None = None
    values: Dictionary[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The columns of a table by their headers, the language of its cells, and who provided it.

    `voice` is the provider: a voice behind the document's publisher. `voice_column` is the header of the column that
    says who told of the row's person: the last of the voices of the row's claims. None leaves the publisher.
    """

    name: str
    columns: Dictionary[str, Column]
    language: str | None = None
    voice: str | None = None
    voice_column: str | None = None

    @classmethod
    def from_dict(cls, definition: Dictionary[str, Any]) -> "Mapping":
        """Read a mapping from a plain dictionary, such as JSON or TOML gives.

        Args:
            definition: "columns" by header, each {"property", "schema", "role", "values"}; "name", "language", "voice",
                "voice_column".

        Returns:
            The mapping.

        Raises:
            MappingFault: something in it is unknown or missing; names the column.
        """
        unknown = sorted(set(definition) - KNOWN_KEYS)
        if unknown:
            raise MappingFault(column="", why=f"unknown key {unknown[0]!r}; known are {', '.join(sorted(KNOWN_KEYS))}")
        columns = definition.get("columns")
        if not isinstance(columns, Dictionary) or not columns:
            raise MappingFault(column="", why="it has no columns; say which header means which property")
        return cls(
            name=_text(definition, "name") or "",
            columns={str(header): _column(str(header), column) for header, column in columns.items()},
            language=_text(definition, "language"),
            voice=_text(definition, "voice"),
            voice_column=_text(definition, "voice_column"),
        )

    def to_dict(self) -> dict[str, Any]:
        """Write a mapping as a plain dictionary; `from_dict` reads it back."""
        return {
            "name": self.name,
            "language": self.language,
            "voice": self.voice,
            "voice_column": self.voice_column,
            "columns": {
                header: {
                    "property": column.property,
                    "schema": column.schema.value,
                    "role": column.role,
                    "values": dict(column.values),
                }
                for header, column in self.columns.items()
            },
        }


def _text(definition: Dictionary[str, Any], key: str) -> str | None:
    value = definition.get(key)
    if value is not None and not isinstance(value, str):
        raise MappingFault(column="", why=f"{key!r} is {value!r}, not text")
    return value or None


def _column(header: str, column: object) -> Column:
    if not isinstance(column, Dictionary):
        raise MappingFault(column=header, why='it needs {"property": …}')
    unknown = sorted(str(key) for key in set(column) - COLUMN_KEYS)
    if unknown:
        known = ", ".join(sorted(COLUMN_KEYS))
        raise MappingFault(column=header, why=f"unknown key {unknown[0]!r}; known are {known}")
    schema = _schema(header, column.get("schema") or Schema.PERSON.value)
    role = column.get("role")
    name = column.get("property") or ("relative" if schema is Schema.FAMILY else None)
    if not isinstance(name, str) or name not in properties(schema.value):
        raise MappingFault(column=header, why=f"{schema.value} has no property {name!r}")
    _check_role(header, schema, name, role)
    return Column(property=name, schema=schema, role=role, values=_values(header, column.get("values") or {}))


def _values(header: str, values: object) -> dict[str, str]:
    if not isinstance(values, Dictionary) or not all(isinstance(one, str) for pair in values.items() for one in pair):
        raise MappingFault(column=header, why='"values" says which word means which value: {"тюрьма": "prison"}')
    return {word.casefold(): value for word, value in values.items()}


def _schema(header: str, name: object) -> Schema:
    found = next((schema for schema in SCHEMATA if schema.value == name), None)
    if found is None:
        raise MappingFault(column=header, why=f"{name!r} is none of {', '.join(SCHEMATA)}")
    return found


def _check_role(header: str, schema: Schema, name: str, role: object) -> None:
    if schema is Schema.FAMILY:
        if name != "relative" or role not in RELATIONS:
            raise MappingFault(column=header, why=f"kin needs a role, one of {', '.join(sorted(RELATIONS))}")
    elif role is not None and role not in ROLES:
        raise MappingFault(column=header, why=f"role {role!r} is none of {', '.join(ROLES)}")
