"""Which symbols write one sound."""

from kualik.engine.names.alike import alike_symbols, alike_table
from kualik.engine.names.orthography import phones

NUMBERS = {(phone.script, phone.name): phone.symbol for phone in phones()}


def test_letters_that_turn_into_each_other_are_alike() -> None:
    """х is kh by BGN, x in Uyghur Latin, ح in Kazakh Arabic and خ in Uyghur Arabic."""
    written = {("Latn", "kh"), ("Latn", "x?"), ("Arab", "ħ"), ("Arab", "x")}

    assert {(NUMBERS["Cyrl", "x"], NUMBERS[one]) for one in written} <= alike_symbols()


def test_letters_that_cannot_be_turned_back_are_not_alike() -> None:
    """Kazakh Latin h is х and һ; Latin s is never ш."""
    assert (NUMBERS["Latn", "h"], NUMBERS["Cyrl", "x"]) not in alike_symbols()
    assert (NUMBERS["Latn", "s"], NUMBERS["Cyrl", "sh"]) not in alike_symbols()


def test_alike_is_both_ways_and_between_scripts() -> None:
    """Within a script only the same symbol writes the same sound."""
    script = {phone.symbol: phone.script for phone in phones()}

    assert all((b, a) in alike_symbols() for a, b in alike_symbols())
    assert all(script[a] != script[b] for a, b in alike_symbols())


def test_the_table_holds_these_pairs_and_every_symbol_itself() -> None:
    """A bit for each of 256 × 256."""
    table = alike_table()
    set_bits = {(bit >> 8, bit & 255) for bit in range(len(table) * 8) if table[bit >> 3] >> (bit & 7) & 1}

    assert len(table) == 8192
    assert set_bits == alike_symbols() | {(symbol, symbol) for symbol in range(256)}
