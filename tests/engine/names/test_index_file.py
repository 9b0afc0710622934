"""A saved index."""

from pathlib import Path

import pytest

from kualik.engine.names.index_file import NotAnIndex, is_index, read_segments, write_segments
from kualik.engine.names.index_plain_build import build
from kualik.engine.names.model import shipped

SEGMENT = build(shipped(), ["Aya"], lambda _read, _of: None)


def test_segments_come_back_as_they_were(tmp_path: Path) -> None:
    """With the fingerprint of their model."""
    write_segments(tmp_path / "two.index", [SEGMENT, SEGMENT], model=7)

    assert read_segments(tmp_path / "two.index") == (7, [memoryview(SEGMENT), memoryview(SEGMENT)])
    assert is_index(tmp_path / "two.index")


def test_writing_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """So that an index is whole or not there."""
    path = tmp_path / "names.index"
    write_segments(path, [SEGMENT], model=7)

    with pytest.raises(TypeError):
        write_segments(path, [SEGMENT, 3], model=8)  # type: ignore[list-item] # what cannot be written
    assert read_segments(path)[0] == 7
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", [8, 12, 16, 20, 24, 32])
def test_a_damaged_head_is_refused(tmp_path: Path, place: int) -> None:
    """Its checksum covers the table too."""
    path = tmp_path / "names.index"
    write_segments(path, [SEGMENT], model=7)
    content = bytearray(path.read_bytes())
    content[place] ^= 255
    path.write_bytes(content)

    with pytest.raises(NotAnIndex):
        read_segments(path)
