"""The spellings that tests of names share."""

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Spellings:
    """One invented person's name as many write it, and the number of a group that looks like it and is not."""

    number: int
    unlike: int | None
    how: str
    spellings: tuple[str, ...]


@pytest.fixture(scope="session")
def spelled() -> dict[int, Spellings]:
    """Read spellings.tsv: the groups by number."""
    lines = (Path(__file__).parent / "spellings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    groups = [
        Spellings(int(number), int(unlike) if unlike else None, how, tuple(spellings.split(" | ")))
        for number, unlike, how, spellings in rows
    ]
    return {group.number: group for group in groups}
