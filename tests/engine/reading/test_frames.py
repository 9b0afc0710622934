"""Tests of sending frames through pipes."""

import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading.frames import Gone, Late, read_frame, read_some, write_all, write_frame

Pipe = tuple[int, int]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """Give both ends of a pipe."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


@given(st.lists(st.binary(max_size=100), max_size=5))
def test_frames_come_out_as_they_went_in(frames: list[bytes]) -> None:
    """Each frame is whole and by itself."""
    outlet, inlet = os.pipe()
    for frame in frames:
        write_frame(inlet, frame)
    found = [read_frame(outlet, most=100, seconds=1) for _ in frames]
    os.close(inlet)
    os.close(outlet)

    assert found == frames


def test_a_frame_may_be_larger_than_the_pipe(pipe: Pipe) -> None:
    """A pipe holds 64 KiB; a file does not fit, and comes through all the same."""
    content = os.urandom(300_000)
    writer = threading.Thread(target=write_frame, args=(pipe[1], content))
    writer.start()

    assert read_frame(pipe[0], most=1 << 20, seconds=10) == content
    writer.join()


def test_a_closed_pipe_is_noticed(pipe: Pipe) -> None:
    """Half a frame is none."""
    write_all(pipe[1], b"\0\0\0\0\0\0\0\5abc")
    os.close(pipe[1])

    with pytest.raises(Gone, match="3 of 5"):
        read_frame(pipe[0], most=10)


def test_waiting_has_an_end(pipe: Pipe) -> None:
    """Nobody waits for ever for what does not come."""
    with pytest.raises(Late, match="no answer in time"):
        read_frame(pipe[0], most=10, seconds=0.01)
    write_all(pipe[1], b"abc")
    with pytest.raises(Late, match="no answer in time"):
        read_some(pipe[0], 4, deadline=0.0)


def test_a_frame_that_claims_too_much_is_not_read(pipe: Pipe) -> None:
    """A length is a claim, and memory is not taken on its word."""
    write_all(pipe[1], b"\xff" * 8)

    with pytest.raises(Late, match="not over 10"):
        read_frame(pipe[0], most=10)
