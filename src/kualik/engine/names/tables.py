"""Turn the readable tables into the sections of model.bin that core/prepare.c reads; names begin with "t.".

Numbers are little-endian. A *two-stage* table gives a value for every code point: uint16 block[0x110000 / 128], then
the blocks of 128 values each.

t.codes    two-stage uint32: what a code point folds to. Bits 21-25 count the folded code points; bit 26: it is itself;
           else of one it is the value in bits 0-20, of several their place in t.pool (uint32 each)
t.kinds    two-stage uint8 of a folded code point: see `_kind`
t.signs    two-stage uint8: its number among the signs of its script's patterns, 0 for none; 1 is ^ and 2 is $
t.letters1 to t.letters3, per alphabetic script: uint32 nodes, signs, rows; uint16 next[nodes][signs]; uint16 row[nodes]
           (0 none, else 1 + row); rows of 8 bytes: letters taken, symbols, and these
t.han      two-stage uint16: 1 + number of a character's syllable
t.syllables  rows of 8 bytes: symbols, and these
t.pinyin   uint32 nodes; uint16 next[nodes][27] (a to z, ü); uint16 1 + syllable [nodes]
t.endings  uint16 begin[4 scripts][4 kinds][257] by last symbol; rows of 16 bytes: length, flags, alone, doubled,
           symbols; the longest first
t.alike    bits [256][256]: whether two symbols write one sound (alike.py)
t.front    uint8[256]: what a symbol becomes in a word with the Kazakh front sign
t.looks    rows of 16 bytes: uint32 letter; uint8 script, count, 0, 0; uint16 letters[4]; by letter and script
t.titles   uint32 nodes, edges; per node uint32 first edge, uint32 kind (0: no title ends here); then one node more;
           edges of uint32 code, uint32 node; by code
"""

from array import array
from collections.abc import Iterable, Mapping
from struct import pack
from sys import byteorder

from kualik.engine.names.alike import alike_table
from kualik.engine.names.code_points import (
    APOSTROPHE,
    COMMA,
    DOT,
    HYPHEN,
    SPACE,
    fold,
    is_mark,
    mark_class,
    script_of,
)
from kualik.engine.names.folds import BLOCK, CODES, SELF
from kualik.engine.names.orthography import (
    SCRIPTS,
    characters,
    graphemes,
    looks,
    phones,
    syllables,
    titles,
)
from kualik.engine.names.sounding import KINDS, Ending, endings

__all__ = ["TITLES", "table_sections"]

LOOKED_AT = (range(0x40000), range(0xE0000, 0xE1000))
"""Where Unicode has characters; elsewhere a code point is a COMMA, private ones and those not yet given too."""

BEGIN, END = 1, 2
GREEK, MARK, DIGIT = 8, 16, 32
TITLES = ("title", "cleric", "child", "article")
"""Kinds of titles.tsv, counted from 1."""


def table_sections() -> dict[str, bytes]:
    """Pack every readable table of preparing.

    Returns:
        The sections of model.bin that depend on tables only, by name.

    Raises:
        BadTable: a table says something that cannot be.
        OverflowError: a table has outgrown its place here.

    Source:
        The tables in orthographies/, each with its own.
    """
    signs = _signs()
    return {
        **_code_sections(),
        "t.signs": _two_stage("B", signs),
        **{f"t.letters{number}": _letters(number, signs) for number in (1, 2, 3)},
        **_syllable_sections(),
        "t.endings": _endings(),
        "t.alike": alike_table(),
        "t.front": _front(),
        "t.looks": _looks(),
        "t.titles": _titles(),
    }


def _numbers(kind: str, values: Iterable[int]) -> bytes:
    numbers = array(kind, values)
    if byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _two_stage(kind: str, values: Mapping[int, int], otherwise: int = 0) -> bytes:
    """Lay out a value for every code point; blocks that are alike are kept once."""
    touched = {code // BLOCK for code in values}
    blocks: dict[bytes, int] = {}
    index = []
    empty = _numbers(kind, [otherwise] * BLOCK)
    for block in range(CODES // BLOCK):
        codes = range(block * BLOCK, (block + 1) * BLOCK)
        content = _numbers(kind, (values.get(code, otherwise) for code in codes)) if block in touched else empty
        index.append(blocks.setdefault(content, len(blocks)))
    return _numbers("H", index) + b"".join(blocks)


def _code_sections() -> dict[str, bytes]:
    pool: list[int] = []
    places: dict[tuple[int, ...], int] = {}
    values: dict[int, int] = {}
    kinds = {code: _kind(code) for code in (*range(0x30, 0x3A), SPACE, APOSTROPHE, COMMA, HYPHEN, DOT)}
    for code in (code for part in LOOKED_AT for code in part):
        own = fold.__wrapped__(code)  # a table of a million entries is not kept
        kinds |= {one: _kind(one) for one in own if one not in kinds}
        if own == (COMMA,):
            continue
        if len(own) > 1 and own not in places:
            places[own] = len(pool)
            pool += own
        value = SELF if own == (code,) else places[own] if len(own) > 1 else sum(own)
        values[code] = value | len(own) << 21
    return {
        "t.codes": _two_stage("I", values, COMMA | 1 << 21),
        "t.pool": _numbers("I", pool),
        "t.kinds": _two_stage("B", kinds),
    }


def _kind(code: int) -> int:
    """Tell of a folded code point: its script (bits 0-2), Greek, digit; of a mark, bits 0-2 and 6-7 order it."""
    if is_mark(code):
        order = _mark_classes().index(mark_class(code))
        return MARK | order & 7 | (order >> 3) << 6
    digit = DIGIT if 0x30 <= code <= 0x39 else 0
    return script_of(code) | digit | (GREEK if 0x370 <= code <= 0x3FF else 0)


def _mark_classes() -> list[int]:
    return sorted({mark_class(code) for code in range(0x300, 0x700) if is_mark(code)})


def _signs() -> dict[int, int]:
    """Number the code points that patterns have: those of every script first, then each script's own from there."""
    used = {number: {ord(one) for key in graphemes(SCRIPTS[number - 1]) for one in key} for number in (1, 2, 3)}
    shared = sorted(code for code in set().union(*used.values()) if not _letter(code) and chr(code) not in "^$")
    numbers = {code: END + place for place, code in enumerate(shared, start=1)}
    for number, codes in used.items():
        own = sorted(code for code in codes if _letter(code) == number)
        numbers |= {code: END + len(shared) + place for place, code in enumerate(own, start=1)}
    return numbers


def _letter(code: int) -> int:
    return 0 if is_mark(code) else script_of(code)


def _letters(number: int, signs: Mapping[int, int]) -> bytes:
    marks = {ord("^"): BEGIN, ord("$"): END, **signs}
    table = graphemes(SCRIPTS[number - 1])
    keys = {tuple(marks[ord(one)] for one in key): row for row, key in enumerate(table)}
    width = 1 + max(sign for key in keys for sign in key)
    following, found = _trie(keys, width)
    rows = b"".join(_eight(bytes([one.taken, len(one.symbols)]) + one.symbols) for one in table.values())
    head = pack("<3I", len(found), width, len(table))
    return head + _numbers("H", (node for row in following for node in row)) + _numbers("H", found) + rows


def _eight(row: bytes, size: int = 8) -> bytes:
    if len(row) > size:
        raise OverflowError(f"a row of {len(row)} bytes where {size} are kept: {row.hex()}")
    return row.ljust(size, b"\0")


def _trie(keys: Mapping[tuple[int, ...], int], width: int) -> tuple[list[list[int]], list[int]]:
    """Build a trie: per node the next node by sign (0: none), and 1 + the row that ends there (0: none)."""
    following, found = [[0] * width], [0]
    for key, row in keys.items():
        node = 0
        for sign in key:
            if not following[node][sign]:
                following[node][sign] = len(following)
                following.append([0] * width)
                found.append(0)
            node = following[node][sign]
        found[node] = row + 1
    return following, found


def _syllable_sections() -> dict[str, bytes]:
    table = syllables()
    numbers = {syllable: place for place, syllable in enumerate(table, start=1)}
    han = {ord(character): numbers[syllable] for character, syllable in characters().items() if syllable in numbers}
    plain = {syllable.replace("u\u0308", "ü"): number for syllable, number in numbers.items()}
    keys = {tuple(map(_pinyin_sign, syllable)): number - 1 for syllable, number in plain.items()}
    following, found = _trie(keys, 27)
    return {
        "t.han": _two_stage("H", han),
        "t.syllables": b"".join(_eight(bytes([len(symbols)]) + symbols) for symbols in table.values()),
        "t.pinyin": pack("<I", len(found))
        + _numbers("H", (node for row in following for node in row))
        + _numbers("H", found),
    }


def _pinyin_sign(letter: str) -> int:
    return 26 if letter == "ü" else "abcdefghijklmnopqrstuvwxyz".index(letter)


def _endings() -> bytes:
    begin: list[int] = []
    rows: list[bytes] = []
    for number in range(1, len(SCRIPTS) + 1):
        for kind in KINDS:
            own = sorted(endings()[number, kind].values(), key=lambda one: (one.symbols[-1], -len(one.symbols)))
            lasts = [one.symbols[-1] for one in own]
            begin += [len(rows) + sum(last < symbol for last in lasts) for symbol in range(257)]
            rows += map(_ending, own)
    return _numbers("H", begin) + b"".join(rows)


def _ending(ending: Ending) -> bytes:
    head = bytes([len(ending.symbols), ending.flags, ending.alone, ending.doubled])
    return _eight(head + ending.symbols, 16)


def _front() -> bytes:
    fronted = {phone.symbol: phone.front for phone in phones()}
    return bytes(fronted.get(symbol, symbol) for symbol in range(256))


def _looks() -> bytes:
    rows = sorted((ord(letter), SCRIPTS.index(script) + 1, look) for (letter, script), look in looks().items())
    return b"".join(_look(*row) for row in rows)


def _look(letter: int, script: int, look: str) -> bytes:
    return _eight(pack("<I4B", letter, script, len(look), 0, 0) + _numbers("H", map(ord, look)), 16)


def _titles() -> bytes:
    nodes: list[dict[int, int]] = [{}]
    kinds = [0]
    for title, kind in titles().items():
        node = 0
        for letter in map(ord, title):
            if letter not in nodes[node]:
                nodes[node][letter] = len(nodes)
                nodes.append({})
                kinds.append(0)
            node = nodes[node][letter]
        kinds[node] = TITLES.index(kind) + 1
    edges = [edge for node in nodes for edge in sorted(node.items())]
    firsts = [sum(map(len, nodes[:place])) for place in range(len(nodes) + 1)]
    own = (number for pair in zip(firsts, [*kinds, 0], strict=True) for number in pair)
    return (
        pack("<2I", len(nodes), len(edges))
        + _numbers("I", own)
        + _numbers("I", (number for edge in edges for number in edge))
    )
