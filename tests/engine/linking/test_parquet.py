"""Parquet files that any reader takes."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.linking.parquet import parquet

COLUMNS: list[tuple[str, Sequence[int | float | str]]] = [
    ("source", ["a.csv", "b.csv"]),
    ("row", [0, 300]),
    ("probability", [0.5, 1.0]),
    ("why", ["", "Серік"]),
]
READ_BACK = (
    "504152311500152415242c1504150015061506000005000000612e63737605000000622e6373761500152015202c15041500"
    "15061506000000000000000000002c010000000000001500152015202c15041500150615060000000000000000e03f000000"
    "000000f03f1500152415242c15041500150615060000000000000a000000d0a1d0b5d180d196d0ba1502195c48057461626c"
    "65150800150c25001806736f75726365250000150425001803726f7700150a2500180b70726f626162696c69747900150c25"
    "0018037768792500001604191c194c26081c150c19250006191806736f75726365150016041646164626080000264e1c1504"
    "19250006191803726f771500160416421642264e00002690011c150a1925000619180b70726f626162696c69747915001604"
    "16421642269001000026d2011c150c19250006191803776879150016041646164626d201000016900216040028066b75616c"
    "696b00d500000050415231"
)
"""These bytes were read back as COLUMNS by pyarrow 26.0.1 (and a file of the same writer by DuckDB)."""


def test_writes_the_bytes_that_other_readers_took() -> None:
    """Text in UTF-8, whole numbers of two varint bytes, fractions, empty text."""
    assert parquet(COLUMNS).hex() == READ_BACK


@given(st.lists(st.text()), st.integers(1, 40))
def test_is_framed_by_its_magic_and_tells_its_footer_length(values: list[str], width: int) -> None:
    """A reader starts at the end; more than fourteen columns need the long list form."""
    written = parquet([(f"c{n}", values) for n in range(width)])
    length = int.from_bytes(written[-8:-4], "little")

    assert written[:4] == written[-4:] == b"PAR1"
    assert written[-8 - length : -8].endswith(b"kualik\0")
    assert all(value.encode() in written for value in values)
