"""The spellings that tests of names share."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import strategies as st

from kualik.engine.names.comparing import Comparison, worded
from kualik.engine.names.core import core
from kualik.engine.names.explaining import Question, explain

GIVEN = ("Nurzhamal", "Aigul", "Ерлан", "Халида", "ئابدۇرېھىم", "قاليدا", "阿依古丽", "热娜古丽", "Mehmet", "Rozi")
FATHERS = ("Toqtarqyzy", "Тоқтарұлы", "Bekzhanuly", "Сериковна", "سەرىكۇلى", "Bolat qyzy", "Qadir oghli", "Султанович")
OTHERS = (
    "Toqtarov",
    "Ақытхан",
    "Sabit",
    "توختى",
    "买买提",
    "Hajim",
    "S.",
    "Mr",
    "г-н",
    "al",
    "Ма",
    "Wang Wei",
    "12",
    "-",
)
MADE = st.lists(st.sampled_from((*GIVEN, *FATHERS, *OTHERS)), max_size=6).map(" ".join)
NAMES = st.one_of(
    MADE,
    MADE,
    st.text(max_size=40),
    st.text(st.sampled_from("abkAҚұаәыىاحتنعمهـ阿合提汗·'-. \u200f\u0301"), max_size=20),
)
"""Names that are made up of parts in every script, and texts that are none."""


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


def both(a: str, b: str, *, law: str) -> Comparison:
    """Compare two names by the compiled core, or by the same law in Python."""
    (told,) = explain([Question(a=a, b=b)], core=core() if law == "core" else None)
    return worded(told, a, b)
