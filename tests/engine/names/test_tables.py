"""The readable tables, packed for C. That C reads them as Python does is tested in test_core.py."""

from struct import unpack_from
from unicodedata import unidata_version

import pytest

from kualik.engine.names import tables
from kualik.engine.names.code_points import fold
from kualik.engine.names.folds import SELF
from kualik.engine.names.model import shipped
from kualik.engine.names.orthography import graphemes, phones
from kualik.engine.names.tables import table_sections

SECTIONS = table_sections()
PACKED_BY = "14.0.0"  # the Unicode of Python 3.11, by which model.bin is packed
OF_UNICODE = {"t.codes", "t.pool", "t.kinds"} if unidata_version != PACKED_BY else set()
"""Sections that a newer Unicode makes a little longer; names are folded by what was packed."""


def test_the_model_that_is_shipped_is_not_behind_its_tables() -> None:
    """Whoever changes a table packs it: `python -m tools.learn_names --tables-only`."""
    held = {name: bytes(content) for name, content in shipped().sections.items() if name.startswith("t.")}
    stale = sorted(
        name for name in (SECTIONS.keys() | held.keys()) - OF_UNICODE if SECTIONS.get(name) != held.get(name)
    )

    assert stale == []


def test_the_same_tables_give_the_same_sections() -> None:
    """Nothing depends on an order that Python may change."""
    assert table_sections() == SECTIONS


def test_they_are_small() -> None:
    """A few hundred KB."""
    assert sum(map(len, SECTIONS.values())) < 600_000


@pytest.mark.parametrize("character", ["A", "é", "Қ", "ﷺ", "阿", "·", "\u200f", "\U0001f600", "７", "\ud800"])
def test_a_code_point_folds_in_the_table_as_in_python(character: str) -> None:
    """To itself, to another, to several, or to nothing."""
    code = ord(character)
    block = unpack_from("<H", SECTIONS["t.codes"], code // 128 * 2)[0]
    entry = unpack_from("<I", SECTIONS["t.codes"], 0x110000 // 128 * 2 + (block * 128 + code % 128) * 4)[0]
    count, value = entry >> 21 & 31, entry & 0x1FFFFF
    if entry & SELF:
        found: tuple[int, ...] = (code,)
    else:
        found = unpack_from(f"<{count}I", SECTIONS["t.pool"], value * 4) if count > 1 else (value,) * count

    assert found == fold(code)


def test_every_pattern_is_in_its_script_s_trie() -> None:
    """As many rows as there are patterns, and no node that leads beyond."""
    for number, script in enumerate(("Latn", "Cyrl", "Arab"), start=1):
        section = SECTIONS[f"t.letters{number}"]
        nodes, signs, rows = unpack_from("<3I", section)
        ends = unpack_from(f"<{nodes}H", section, 12 + nodes * signs * 2)

        assert rows == len(graphemes(script))
        assert sorted(filter(None, ends)) == list(range(1, rows + 1))
        assert max(unpack_from(f"<{nodes * signs}H", section, 12)) < nodes


def test_a_front_sign_changes_vowels_only() -> None:
    """Every symbol has its front one, mostly itself."""
    front = SECTIONS["t.front"]

    assert all(front[phone.symbol] == phone.front for phone in phones())
    assert all(phone.kind == "V" for phone in phones() if phone.front != phone.symbol)


def test_a_row_that_has_outgrown_its_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never cut off in silence."""
    monkeypatch.setattr(tables, "looks", lambda: {("x", "Latn"): "abcde"})

    with pytest.raises(OverflowError, match="18 bytes where 16 are kept"):
        table_sections()
