"""Opening model.bin, whole or damaged."""

from pathlib import Path

import pytest

from kualik.engine.names.model import HEADER, MAGIC, BadModel, checksum, open_model, shipped
from kualik.engine.names.packing import packed

WHOLE = packed({"t.one": b"first", "t.two": b"second"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a model is written."""
    return tmp_path / "model.bin"


def test_a_section_that_is_not_there_is_empty(path: Path) -> None:
    """So that a model with tables only can be opened."""
    path.write_bytes(WHOLE)
    model = open_model(path)

    assert bytes(model.section("t.two")) == b"second"
    assert bytes(model.section("m.trees")) == b""


def test_the_model_that_is_shipped_is_opened_once() -> None:
    """It holds the tables of preparing, and nobody can write into it."""
    assert shipped() is shipped()
    assert "t.codes" in shipped().sections
    assert shipped().section("t.codes").readonly


@pytest.mark.parametrize("length", range(0, len(WHOLE), 7))
def test_a_model_that_is_broken_off_is_refused(path: Path, length: int) -> None:
    """Wherever it ends: the message names the file and what to do."""
    path.write_bytes(WHOLE[:length])

    with pytest.raises(BadModel, match=r"model\.bin: .*; install Kuälik again"):
        open_model(path)


@pytest.mark.parametrize("place", range(len(WHOLE)))
def test_a_changed_byte_is_found(path: Path, place: int) -> None:
    """Every byte is under the checksum, or is of the mark or the checksum itself."""
    path.write_bytes(WHOLE[:place] + bytes([WHOLE[place] ^ 1]) + WHOLE[place + 1 :])

    with pytest.raises(BadModel):
        open_model(path)


def test_a_model_that_is_missing_is_refused(path: Path) -> None:
    """As any other that cannot be read."""
    with pytest.raises(BadModel, match="not to be read"):
        open_model(path)


def test_more_sections_than_there_are_bytes_for_are_refused(path: Path) -> None:
    """With a checksum that fits."""
    path.write_bytes(HEADER.pack(MAGIC, 9, checksum(9, b"")))

    with pytest.raises(BadModel, match="broken off"):
        open_model(path)


def test_a_section_that_lies_outside_is_refused(path: Path) -> None:
    """With a checksum that fits."""
    entry = b"t.one".ljust(16, b"\0") + (64).to_bytes(8, "little") + (1).to_bytes(8, "little")
    path.write_bytes(packed_by_hand(entry))

    with pytest.raises(BadModel, match="broken off"):
        open_model(path)


def packed_by_hand(entry: bytes) -> bytes:
    """Write a model of one entry and no content."""
    return HEADER.pack(MAGIC, 1, checksum(1, entry)) + entry
