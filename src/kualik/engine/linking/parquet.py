"""Write a small table as an Apache Parquet file: required columns, one row group, plain, uncompressed.

That is all the linking contract needs, and any reader takes it; the libraries that write Parquet in general weigh
20 to 45 MB (docs/decisions names the choice). Source: the Parquet format 2.10, `parquet.thrift`, and the
Thrift compact protocol.
"""

from collections.abc import Iterable, Sequence
from struct import pack

__all__ = ["parquet"]

MAGIC = b"PAR1"
INT64, DOUBLE, BYTE_ARRAY = 2, 5, 6  # Type
PLAIN, RLE = 0, 3  # Encoding
UTF8 = 0  # ConvertedType
REQUIRED, UNCOMPRESSED, DATA_PAGE = 0, 0, 0
I32, I64, BINARY, LIST, STRUCT = 5, 6, 8, 9, 12  # Thrift compact types
SHORT_LIST = 15

Value = int | float | str
Field = tuple[int, int, bytes]  # number, type, content


def parquet(columns: Sequence[tuple[str, Sequence[Value]]]) -> bytes:
    """Write columns as a Parquet file.

    Args:
        columns: names with their values, all of one length; each column wholly of int (64 bits), float or str.

    Returns:
        The file's bytes.
    """
    body = MAGIC
    chunks: list[bytes] = []
    rows = len(columns[0][1])
    for name, values in columns:
        page = _page(values)
        chunks.append(_chunk(name, values, offset=len(body), size=len(page)))
        body += page
    group = _struct(
        (1, LIST, _list(STRUCT, chunks)), (2, I64, _zigzag(len(body) - len(MAGIC))), (3, I64, _zigzag(rows))
    )
    schema = [_struct((4, BINARY, _text("table")), (5, I32, _zigzag(len(columns)))), *map(_element, columns)]
    footer = _struct(
        (1, I32, _zigzag(1)),
        (2, LIST, _list(STRUCT, schema)),
        (3, I64, _zigzag(rows)),
        (4, LIST, _list(STRUCT, [group])),
        (6, BINARY, _text("kualik")),
    )
    return body + footer + pack("<I", len(footer)) + MAGIC


def _page(values: Sequence[Value]) -> bytes:
    data = b"".join(map(_plain, values))
    size = _zigzag(len(data))
    header = _struct(
        (1, I32, _zigzag(len(values))), (2, I32, _zigzag(PLAIN)), (3, I32, _zigzag(RLE)), (4, I32, _zigzag(RLE))
    )
    return _struct((1, I32, _zigzag(DATA_PAGE)), (2, I32, size), (3, I32, size), (5, STRUCT, header)) + data


def _plain(value: Value) -> bytes:
    if isinstance(value, str):
        return pack("<I", len(value.encode())) + value.encode()
    return pack("<d", value) if isinstance(value, float) else pack("<q", value)


def _type(values: Sequence[Value]) -> int:
    first = values[0] if values else ""
    return BYTE_ARRAY if isinstance(first, str) else DOUBLE if isinstance(first, float) else INT64


def _element(column: tuple[str, Sequence[Value]]) -> bytes:
    name, values = column
    kind = _type(values)
    said: list[Field] = [(1, I32, _zigzag(kind)), (3, I32, _zigzag(REQUIRED)), (4, BINARY, _text(name))]
    return _struct(*said, *([(6, I32, _zigzag(UTF8))] if kind == BYTE_ARRAY else []))


def _chunk(name: str, values: Sequence[Value], *, offset: int, size: int) -> bytes:
    meta = _struct(
        (1, I32, _zigzag(_type(values))),
        (2, LIST, _list(I32, [_zigzag(PLAIN), _zigzag(RLE)])),
        (3, LIST, _list(BINARY, [_text(name)])),
        (4, I32, _zigzag(UNCOMPRESSED)),
        (5, I64, _zigzag(len(values))),
        (6, I64, _zigzag(size)),
        (7, I64, _zigzag(size)),
        (9, I64, _zigzag(offset)),
    )
    return _struct((2, I64, _zigzag(offset)), (3, STRUCT, meta))


def _struct(*fields: Field) -> bytes:
    """Write fields in the order of their numbers; each says how far it is from the one before."""
    written, last = b"", 0
    for number, kind, content in fields:
        written += bytes([(number - last) << 4 | kind]) + content
        last = number
    return written + b"\0"


def _list(kind: int, items: Iterable[bytes]) -> bytes:
    listed = list(items)
    head = bytes([len(listed) << 4 | kind]) if len(listed) < SHORT_LIST else bytes([0xF0 | kind]) + _varint(len(listed))
    return head + b"".join(listed)


def _text(text: str) -> bytes:
    return _varint(len(text.encode())) + text.encode()


def _zigzag(number: int) -> bytes:
    return _varint(number << 1)  # every number here is from 0, so that zigzag is doubling


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
