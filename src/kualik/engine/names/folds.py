"""Fold a code point by the table in model.bin, as the compiled core does: the same under every version of Unicode."""

from functools import cache
from struct import Struct

from kualik.engine.names.model import shipped

__all__ = ["BLOCK", "CODES", "SELF", "folded"]

CODES, BLOCK = 0x110000, 128
SELF = 1 << 26
COUNT, VALUE = 21, 0x1FFFFF  # an entry counts the folded code points from bit 21 on, and has a value below

_SHORT, _LONG = Struct("<H"), Struct("<I")


@cache
def folded(code: int) -> tuple[int, ...]:
    """Fold and decompose one code point.

    Args:
        code: any code point, 0 to 0x10FFFF; a lone surrogate too.

    Returns:
        What it stands for (see `code_points.fold`, by which the table was made); none where it is silent.

    Raises:
        BadModel: model.bin is missing or damaged.

    Assumes:
        That the marks of one letter may then still have to be put in order (`code_points.mark_class`).

    Source:
        Unicode Standard, chapter 3: compatibility decomposition and case folding; docs/methods/names.md.
    """
    codes = shipped().section("t.codes")
    block = _number(codes, _SHORT, code // BLOCK * _SHORT.size)
    entry = _number(codes, _LONG, CODES // BLOCK * _SHORT.size + (block * BLOCK + code % BLOCK) * _LONG.size)
    if entry & SELF:
        return (code,)
    count, value = entry >> COUNT & 31, entry & VALUE
    if count < 2:
        return (value,) * count
    pool = shipped().section("t.pool")
    return tuple(_number(pool, _LONG, (value + place) * _LONG.size) for place in range(count))


def _number(content: memoryview, form: Struct, at: int) -> int:
    found: int = form.unpack_from(content, at)[0]
    return found
