"""Read the tables of letters, endings and titles: one readable file per script, as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kualik.engine.facts import EngineError
from kualik.engine.names.code_points import fold, is_mark, mark_class

__all__ = [
    "BASES",
    "SCRIPTS",
    "BadTable",
    "Grapheme",
    "Phone",
    "characters",
    "decomposed",
    "graphemes",
    "looks",
    "phones",
    "rows",
    "syllables",
    "symbol_of",
    "symbols",
    "titles",
]

SCRIPTS = ("Latn", "Cyrl", "Arab", "Hani")
"""By their number, which counts from 1; 0 is no script."""

BASES = {"Latn": 0, "Cyrl": 48, "Arab": 96, "Hani": 144}
MOST_PHONES = {"Latn": 47, "Cyrl": 47, "Arab": 47, "Hani": 111}
TABLES = {"Latn": "latin.tsv", "Cyrl": "cyrillic.tsv", "Arab": "arabic.tsv"}
FRONT = "front"
"""The phone that is no sound: it makes the vowels of its whole word front (Kazakh ٴ). Its symbol is 0."""


class BadTable(EngineError):
    """A table says something that cannot be."""

    def __init__(self, *, table: str, row: str, why: str) -> None:
        super().__init__(f"{table}: {why} in the row {row!r}; correct the table, then `python -m tools.learn_names`")
        self.table = table
        self.row = row


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One row of phones.tsv for one script: its symbol, kind (V, C, G), articulation, skeleton class.

    *articulation* has place, manner, voice, height, back, round; None where a column does not apply.
    """

    symbol: int
    name: str
    script: str
    kind: str
    articulation: tuple[float | None, ...]
    front: int
    skeleton: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grapheme:
    """What some letters stand for: the pattern with its marks of context, how much of it is read, the symbols."""

    pattern: str
    taken: int
    symbols: bytes


def rows(table: str) -> Iterator[dict[str, str]]:
    """Read one table: rows of named columns; lines that begin with # are comments."""
    text = (files("kualik.engine.names") / "orthographies" / table).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        values = line.split("\t")
        if len(values) != len(names):
            raise BadTable(table=table, row=line, why=f"{len(values)} columns instead of {len(names)}")
        yield dict(zip(names, values, strict=True))


def decomposed(text: str) -> str:
    """Fold a text as names are folded: code point by code point, the marks of each letter in order."""
    codes = [code for character in text for code in fold(ord(character))]
    return "".join(map(chr, ordered(codes)))


def ordered(codes: list[int]) -> list[int]:
    """Put the marks of each letter in the order of their classes; marks of one class keep theirs."""
    out: list[int] = []
    run: list[int] = []
    for code in codes:
        if is_mark(code):
            run.append(code)
            continue
        out += sorted(run, key=mark_class)
        run = []
        out.append(code)
    return out + sorted(run, key=mark_class)


@cache
def symbols() -> dict[tuple[str, str], int]:
    """Give the symbol of each phone, by script and name of the phone."""
    return {(phone.script, phone.name): phone.symbol for phone in phones()}


@cache
def phones() -> tuple[Phone, ...]:
    """Read phones.tsv: every phone of every script, in the order of the symbols.

    Raises:
        BadTable: a script has more phones than there are symbols for it.
    """
    table = list(rows("phones.tsv"))
    return tuple(phone for script in SCRIPTS for phone in _phones_of(script, table))


def _phones_of(script: str, table: list[dict[str, str]]) -> list[Phone]:
    own = [row for row in table if script in row["scripts"].split()]
    if len(own) > MOST_PHONES[script]:
        raise BadTable(table="phones.tsv", row=own[-1]["name"], why=f"more than {MOST_PHONES[script]} of {script}")
    numbers = {row["name"]: BASES[script] + place for place, row in enumerate(own, start=1)}
    return [_phone(row, script, numbers) for row in own]


def _phone(row: dict[str, str], script: str, numbers: dict[str, int]) -> Phone:
    columns = ("place", "manner", "voice", "height", "back", "round")
    own = numbers[row["name"]]
    return Phone(
        symbol=own,
        name=row["name"],
        script=script,
        kind=row["kind"],
        articulation=tuple(None if row[column] == "-" else float(row[column]) for column in columns),
        front=numbers.get(row["front"], own),
        skeleton="" if row["class"] == "-" else row["class"],
    )


@cache
def graphemes(script: str) -> dict[str, Grapheme]:
    """Read the graphemes of an alphabetic script.

    Args:
        script: Latn, Cyrl or Arab.

    Returns:
        By pattern: the folded letters, with ^ before them where they must begin the word, and after them the
        letters or the $ that must follow without being read. One row (x|y) of the table makes two patterns.

    Raises:
        BadTable: a row names a phone that phones.tsv lacks.
    """
    found: dict[str, Grapheme] = {}
    for row in rows(TABLES[script]):
        read = bytes(symbol_of(script, name, TABLES[script]) for name in row["phones"].split())
        for cell in row["graphemes"].split():
            found |= {one.pattern: one for one in _patterns(cell, read)}
    return found


def symbol_of(script: str, name: str, table: str) -> int:
    """Find the symbol of a phone that a table names; 0 for `front`.

    Raises:
        BadTable: phones.tsv has no such phone in that script.
    """
    if name == FRONT:
        return 0
    if (script, name) not in symbols():
        raise BadTable(table=table, row=name, why="a phone that phones.tsv does not have")
    return symbols()[script, name]


def _patterns(cell: str, read: bytes) -> list[Grapheme]:
    before = "^" if cell.startswith("^") else ""
    letters, _, ahead = cell.removeprefix("^").rstrip(")").partition("(")
    after = "$" if letters.endswith("$") else ""
    own = decomposed(letters.removesuffix("$"))
    return [
        Grapheme(pattern=before + own + after + _ahead(one), taken=len(own), symbols=read) for one in ahead.split("|")
    ]


def _ahead(letters: str) -> str:
    return decomposed(letters.removesuffix("$")) + ("$" if letters.endswith("$") else "")


@cache
def syllables() -> dict[str, bytes]:
    """Read pinyin.tsv: the symbols of each syllable, by its folded letters."""
    return {
        decomposed(row["syllable"]): bytes(symbol_of("Hani", name, "pinyin.tsv") for name in row["symbols"].split())
        for row in rows("pinyin.tsv")
    }


@cache
def characters() -> dict[str, str]:
    """Read chinese.tsv: the syllable, in folded letters, of each character."""
    table = ((decomposed(row["syllable"]), row["characters"]) for row in rows("chinese.tsv"))
    return {decomposed(character): syllable for syllable, own in table for character in own}


@cache
def looks() -> dict[tuple[str, str], str]:
    """Read looks.tsv: what a letter or digit, in its own case, is inside a word of a script; by letter and script."""
    table = list(rows("looks.tsv"))
    return {
        (row["letter"], script): decomposed(row[script]) for row in table for script in ("Latn", "Cyrl") if row[script]
    }


@cache
def titles() -> dict[str, str]:
    """Read titles.tsv: the kind (title, cleric, child, article) of each word, by its folded letters."""
    return {decomposed(row["text"]): row["kind"] for row in rows("titles.tsv")}
