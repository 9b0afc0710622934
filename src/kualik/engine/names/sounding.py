"""Read a word of folded letters as symbols, and find the endings in them.

The law, which core/prepare.c follows step by step. A word is folded letters of one alphabetic script (with marks and
apostrophes), or Chinese characters.

Reading 0, alphabetic. At each place the longest pattern of the script's table that fits is taken (`^`, `$` and the
letters that must follow count as one each; at the start of the word a pattern with ^ wins over one without of the same
length), its symbols are appended and its *taken* letters are read; where none fits, one letter is read in silence.
Symbol 0 (the phone `front`) is not appended: it makes every symbol of the word its `front` one at the end.
Of the same symbol several times in a row one is kept, and is called doubled. After 32 symbols the word is cut.
Reading 0, Chinese. The symbols of each character's syllable; an unknown character is silent.
Reading 1, Latin only: the letters without marks (u with diaeresis stays), apostrophes parting it into pieces, and every
piece wholly made of pinyin syllables: at each place the longest syllable after which the rest can still be parted.
None where a piece cannot be, where it is longer than 32 letters, or where more than 32 symbols come of it.

Endings, on the symbols of one reading (the reading's script: Hani for reading 1). An ending is off if it is the longest
of its kind that the symbols end in and that leaves at least 3. `stem`: the length without the ending of kind father
and, if what is left ends in one more of that kind, without that too (Шораұлыұлы; the flags are the last one's); or if
there is none, without the one of kind family. Where one of kind keep (which may be the whole word) is as long as the
last one or longer, nothing is off. `bare`: where no such ending is off, the length without the one of kind case, and
`stem` is then looked for in what is left; if it is not found there, it is the whole length. Where the first symbol of
an ending that is off is a doubled one, and is not doubled in endings.tsv, that symbol is left on (Ақытхан + ның: one н
is the name's).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kualik.engine.names.orthography import (
    SCRIPTS,
    Grapheme,
    characters,
    decomposed,
    graphemes,
    phones,
    rows,
    syllables,
    symbol_of,
)

__all__ = ["FAMILY", "FATHER", "FEMALE", "MALE", "MOST_SYMBOLS", "Ending", "Sounds", "endings", "pinyin", "sound"]

MOST_SYMBOLS = 32
ARABIC = 3
FATHER, FAMILY, FEMALE, MALE = 1, 2, 16, 32
NOWHERE: frozenset[int] = frozenset()
LEAST = 3
"""Symbols that must be left when an ending is taken off."""

KINDS = {"father": FATHER, "family": FAMILY, "case": 0, "keep": 0}
GENDERS = {"f": FEMALE, "m": MALE, "-": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An ending in symbols: the flags that it tells, whether it may stand as a word, whether it begins doubled."""

    symbols: bytes
    flags: int
    alone: bool
    doubled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounds:
    """One reading of a word: symbols, length without name ending and without case ending, flags, whether cut."""

    symbols: bytes
    stem: int
    bare: int
    flags: int = 0
    cut: bool = False


@lru_cache(maxsize=65536)
def sound(letters: str, script: int) -> tuple[Sounds, ...]:
    """Read a word.

    Args:
        letters: folded, decomposed letters of one script.
        script: its number, 1 to 4.

    Returns:
        Reading 0, and for Latin that can be pinyin reading 1; nothing where no letter has a sound.
    """
    if script == 4:
        whole, doubled = b"".join(syllables().get(characters().get(one, ""), b"") for one in letters), NOWHERE
    else:
        whole, doubled = spell(letters, SCRIPTS[script - 1])
    if not whole:
        return ()
    first = _ended(whole, script, doubled)
    second = pinyin(letters) if script == 1 else b""
    return (first, _ended(second, 4, NOWHERE)) if second else (first,)


def spell(letters: str, script: str) -> tuple[bytes, frozenset[int]]:
    """Turn the letters of an alphabetic word into symbols, as many as there are, and tell which are doubled."""
    out, doubled, front = bytearray(), set(), False
    for symbol in _read(letters, graphemes(script)):
        front = front or symbol == 0
        if symbol and out[-1:] == bytes([symbol]):
            doubled.add(len(out) - 1)
        elif symbol:
            out.append(symbol)
    whole = bytes(_fronted()[symbol] for symbol in out) if front else bytes(out)
    return whole, frozenset(doubled) if doubled else NOWHERE


def _read(letters: str, table: dict[str, Grapheme]) -> Iterator[int]:
    place = 0
    while place < len(letters):
        found = _longest(letters, place, table)
        if found:
            yield from found.symbols
        place += found.taken if found else 1


def _longest(letters: str, place: int, table: dict[str, Grapheme]) -> Grapheme | None:
    text = letters[place : place + LONGEST] + ("$" if place + LONGEST >= len(letters) else "")
    for length in range(min(len(text) + 1, LONGEST), 0, -1):
        found = table.get("^" + text[: length - 1]) if place == 0 else None
        found = found or (table.get(text[:length]) if length <= len(text) else None)
        if found:
            return found
    return None


LONGEST = 9
"""Signs of the longest pattern, marks of context counted."""


@cache
def _fronted() -> bytes:
    table = bytearray(range(256))
    for phone in phones():
        table[phone.symbol] = phone.front
    return bytes(table)


def pinyin(letters: str) -> bytes:
    """Read a Latin word as pinyin; nothing where it cannot be."""
    pieces = [piece for piece in _unmarked(letters).split("'") if piece]
    read = [_syllables(piece) for piece in pieces]
    whole = b"".join(read)
    return whole if all(read) and len(whole) <= MOST_SYMBOLS else b""


def _unmarked(letters: str) -> str:
    kept = letters.replace("u\u0308", "ü")
    return "".join(one for one in kept if "a" <= one <= "z" or one == "'" or ord(one) < 0x300 or ord(one) > 0x36F)


def _syllables(piece: str) -> bytes:
    if len(piece) > MOST_SYMBOLS:
        return b""
    tails: dict[int, bytes] = {len(piece): b""}
    for start in range(len(piece) - 1, -1, -1):
        for end in range(min(len(piece), start + 6), start, -1):
            symbols = _pinyin_table().get(piece[start:end])
            if symbols and end in tails:
                tails[start] = symbols + tails[end]
                break
    return tails.get(0, b"")


@cache
def _pinyin_table() -> dict[str, bytes]:
    return {syllable.replace("u\u0308", "ü"): symbols for syllable, symbols in syllables().items()}


def _ended(whole: bytes, script: int, doubled: frozenset[int]) -> Sounds:
    symbols = whole[:MOST_SYMBOLS]
    bare, (stem, flags) = len(symbols), _stem(symbols, script, doubled)
    if not flags:
        bare, _ = _off(symbols, endings()[script, "case"], doubled)
        stem, flags = _stem(symbols[:bare], script, doubled)
        stem = stem if flags else len(symbols)
    return Sounds(symbols=symbols, stem=stem, bare=bare, flags=flags, cut=len(whole) > MOST_SYMBOLS)


def _stem(symbols: bytes, script: int, doubled: frozenset[int]) -> tuple[int, int]:
    for kind in ("father", "family"):
        stem, flags = _off(symbols, endings()[script, kind], doubled)
        if flags:
            kept, _ = _off(symbols, endings()[script, "keep"], NOWHERE, least=0)
            if stem >= kept:
                return len(symbols), 0
            again, more = _off(symbols[:stem], endings()[script, "father"], doubled)
            return (again if kind == "father" and more else stem), flags
    return len(symbols), 0


def _off(symbols: bytes, table: dict[bytes, Ending], doubled: frozenset[int], *, least: int = LEAST) -> tuple[int, int]:
    """Take the longest ending of a table off: the length left, and the ending's flags."""
    for length in range(min(len(symbols) - least, max(map(len, table), default=0)), 0, -1):
        ending, left = table.get(symbols[-length:]), len(symbols) - length
        if ending:
            return left + (left in doubled and not ending.doubled), ending.flags
    return len(symbols), 0


@cache
def endings() -> dict[tuple[int, str], dict[bytes, Ending]]:
    """Read endings.tsv: by number of the script and kind, the endings by their symbols.

    Of an Arabic ending also what it is in a word whose vowels are front. Where two rows have the same sounds, a gender
    that they do not share is not told, and the ending may stand alone if one of them may.
    """
    table: dict[tuple[int, str], dict[bytes, Ending]] = {
        (number, kind): {} for number in range(1, len(SCRIPTS) + 1) for kind in KINDS
    }
    for row in rows("endings.tsv"):
        script = SCRIPTS.index(row["script"]) + 1
        own = table[script, row["kind"]]
        for ending in _with_front(_ending(row, script), script):
            own[ending.symbols] = _both(own.get(ending.symbols, ending), ending)
    return table


def _with_front(ending: Ending, script: int) -> tuple[Ending, ...]:
    """Add what the ending is in a word that the Kazakh ٴ makes front."""
    front = bytes(_fronted()[symbol] for symbol in ending.symbols)
    return (ending, replace(ending, symbols=front)) if script == ARABIC and front != ending.symbols else (ending,)


def _ending(row: dict[str, str], script: int) -> Ending:
    letters, doubled = decomposed(row["ending"]), NOWHERE
    if " " in row["ending"]:
        symbols = bytes(symbol_of("Hani", name, "endings.tsv") for name in row["ending"].split())
    elif script == 4:
        symbols = b"".join(syllables()[characters()[one]] for one in letters)
    else:
        symbols, doubled = spell("\u200c" + letters, SCRIPTS[script - 1])  # what is before it is never the word's start
    flags = KINDS[row["kind"]] | GENDERS[row["gender"]]
    return Ending(symbols=symbols, flags=flags, alone=row["alone"] == "1", doubled=0 in doubled)


def _both(one: Ending, other: Ending) -> Ending:
    return Ending(
        symbols=one.symbols,
        flags=one.flags & other.flags,
        alone=one.alone or other.alone,
        doubled=one.doubled or other.doubled,
    )
