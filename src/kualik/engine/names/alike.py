"""Which symbols of two scripts write one sound, so that a name can be turned from one into the other and back.

Two symbols are alike where they are the same, where phones.tsv gives them the same phone, or where two alphabets of
targets.tsv that one language has (BGN's plain letters counted with each) write exactly the same sounds by them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from kualik.engine.names.orthography import decomposed, phones, rows
from kualik.engine.names.sounding import spell

__all__ = ["alike_symbols", "alike_table"]

ALPHABETS = (
    {"Latn": "Latn", "kk-Cyrl": "Cyrl", "kk-Latn": "Latn", "kk-Arab": "Arab"},
    {"Latn": "Latn", "ug-Arab": "Arab", "ug-Latn": "Latn", "ug-Cyrl": "Cyrl"},
    {"Latn": "Latn", "ru": "Cyrl"},
)
"""The alphabets of a language, and their scripts."""

SYMBOLS = 256


def alike_symbols() -> frozenset[tuple[int, int]]:
    """Find the pairs of symbols of different scripts that are alike; each pair both ways round."""
    found = {*_same_phones(), *(pair for group in ALPHABETS for pair in _within(group))}
    return frozenset(found | {(b, a) for a, b in found})


def alike_table() -> bytes:
    """Lay the pairs out as the core reads them: a bit for each, 256 × 256, rows of 32 bytes; the same is alike too."""
    table = bytearray(SYMBOLS * SYMBOLS // 8)
    for a, b in (*alike_symbols(), *((symbol, symbol) for symbol in range(SYMBOLS))):
        table[(SYMBOLS * a + b) >> 3] |= 1 << (b & 7)
    return bytes(table)


def _same_phones() -> Iterator[tuple[int, int]]:
    for a, b in combinations(phones(), 2):
        if a.name == b.name:
            yield a.symbol, b.symbol


def _within(group: dict[str, str]) -> Iterator[tuple[int, int]]:
    written = {target: _written(target, script) for target, script in group.items()}
    for one, other in combinations(group, 2):
        if group[one] == group[other]:
            continue
        for (a, sounds), (b, same) in product(written[one].items(), written[other].items()):
            if sounds == same:
                yield a, b


def _written(target: str, script: str) -> dict[int, frozenset[str]]:
    """Give the sounds that an alphabet writes by each symbol that stands for a letter, or several, of it."""
    sounds = defaultdict(set)
    for row in rows("targets.tsv"):
        symbols = spell(decomposed(row[target]), script)[0]
        if len(symbols) == 1:
            sounds[symbols[0]].add(row["sound"])
    return {symbol: frozenset(own) for symbol, own in sounds.items()}
