"""Where things lie in a segment. People are fictional."""

import pytest

from kualik.engine.names.index_bytes import HEAD, BadSegment, head_of, packed_texts, places_of, script_of, texts_of
from kualik.engine.names.index_plain_build import build
from kualik.engine.names.model import shipped


def segment() -> memoryview:
    """Build a small one."""
    return memoryview(build(shipped(), ["Aya", "Нұрлан", ""], lambda _read, _of: None))


def test_a_head_says_how_long_the_segment_is() -> None:
    """And everything in it begins at a multiple of 64."""
    head = head_of(segment())

    assert (head.rows, places_of(head)[-1]) == (3, len(segment()))
    assert all(place % HEAD.size == 0 for place in places_of(head))
    assert head.packed() == bytes(segment()[: HEAD.size])


def test_names_are_read_where_they_lie() -> None:
    """Half a surrogate pair too."""
    assert [texts_of(segment()).at(row) for row in range(3)] == ["Aya", "Нұрлан", ""]
    assert packed_texts(["\ud800", ""]) == (bytes(8) + b"\3" + bytes(7) + b"\3" + bytes(7), b"\xed\xa0\x80")


def test_a_segment_broken_off_is_bad() -> None:
    """And one that is something else."""
    for content in (segment()[:-1], segment()[:10], memoryview(bytes(64))):
        with pytest.raises(BadSegment):
            head_of(content)


def test_symbols_know_their_script() -> None:
    """By their number."""
    assert [script_of(symbol) for symbol in (1, 47, 48, 96, 144, 255)] == [0, 0, 1, 2, 3, 3]
