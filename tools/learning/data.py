"""Read the data that names are learned from, and split it by person."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

__all__ = [
    "FITTED",
    "MIXED",
    "TEST",
    "Pairs",
    "Token",
    "fold_of",
    "forms_of",
    "is_test",
    "listed",
    "pairs",
    "persons",
    "tokens",
]

FITTED, MIXED, TEST = 0, 1, 2
TENTHS_TESTED = 3


@cache
def is_test(person: str) -> bool:
    """Say whether a person (or place) is set aside for measuring: three tenths, by a hash of the id."""
    return int(sha256(person.encode()).hexdigest()[:8], 16) % 10 < TENTHS_TESTED


@cache
def fold_of(first: str, second: str) -> int:
    """Give one of four folds to a pair, for choosing settings inside the part that is fitted."""
    return int(sha256(f"fold {min(first, second)}".encode()).hexdigest()[:8], 16) % 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of names as columns: two names, whether one person's, and where the pair comes from."""

    set: list[str]
    languages: list[tuple[str, str]]
    a: list[str]
    b: list[str]
    label: list[int]
    kind: list[str]
    part: list[int]
    first: list[str]
    second: list[str]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def pairs(path: Path) -> Pairs:
    """Read a file of pairs."""
    rows = list(_rows(path))
    return Pairs(
        set=[row["set"] for row in rows],
        languages=[(row["lang1"], row["lang2"]) for row in rows],
        a=[row["name1"] for row in rows],
        b=[row["name2"] for row in rows],
        label=[int(row["label"]) for row in rows],
        kind=[row["kind"] for row in rows],
        part=[is_test(row["pid1"]) + is_test(row["pid2"]) for row in rows],
        first=[row["pid1"] for row in rows],
        second=[row["pid2"] for row in rows],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One name part in several spellings, by script or language."""

    forms: tuple[tuple[str, str], ...]


def tokens(path: Path) -> list[Token]:
    """Read the dictionary of name parts."""
    with path.open(encoding="utf8") as file:
        entries = [json.loads(line)["forms"] for line in file]
    return [Token(forms=_flat(entry)) for entry in entries]


def persons(path: Path) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Read persons: id, set, and their forms by language, those made by rule too."""
    with path.open(encoding="utf8") as file:
        entries = [json.loads(line) for line in file]
    return [(one["id"], one["set"], _flat(one["forms"]) + _flat(one["gen"])) for one in entries]


def _flat(forms: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((language, form) for language, own in forms.items() for form in own)


def forms_of(path: Path, *, test: bool) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Give the persons of one side of the split."""
    return [one for one in persons(path) if is_test(one[0]) == test]


def listed(path: Path, column: str) -> list[str]:
    """Read one column of a table."""
    return [row[column] for row in _rows(path)]
