"""Send and receive bytes through pipes, in frames that begin with their length."""

import os
import select
import time

__all__ = ["Gone", "Late", "read_frame", "read_some", "write_all", "write_frame"]

HEADER = 8  # bytes of the length, big-endian
PIECE = 1 << 16


class Gone(Exception):
    """The other end of the pipe closed it before the frame was complete."""


class Late(Exception):
    """The other end did not send the frame in time, or sent one longer than is allowed."""


def write_all(pipe: int, content: bytes | memoryview) -> None:
    """Write everything.

    Raises:
        OSError: the other end is closed.
    """
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def write_frame(pipe: int, content: bytes) -> None:
    """Write a frame."""
    write_all(pipe, len(content).to_bytes(HEADER))
    write_all(pipe, content)


def read_frame(pipe: int, *, most: int, seconds: float | None = None) -> bytes:
    """Read a frame.

    Args:
        pipe: the descriptor.
        most: bytes that a frame may have.
        seconds: how long to wait for all of it; None waits for ever.

    Raises:
        Gone: the pipe was closed.
        Late: it did not come in time, or is longer than allowed.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    size = int.from_bytes(read_some(pipe, HEADER, deadline=deadline))
    if size > most:
        raise Late(f"a frame of {size} bytes, not over {most}")
    return read_some(pipe, size, deadline=deadline)


def read_some(pipe: int, size: int, *, deadline: float | None = None) -> bytes:
    """Read exactly so many bytes.

    Raises:
        Gone: the pipe was closed.
        Late: they did not come before the deadline (of the monotonic clock).
    """
    found = bytearray()
    while len(found) < size:
        if deadline is not None:
            _wait(pipe, deadline)
        piece = os.read(pipe, min(size - len(found), PIECE))
        if not piece:
            raise Gone(f"closed after {len(found)} of {size} bytes")
        found += piece
    return bytes(found)


def _wait(pipe: int, deadline: float) -> None:
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    left = deadline - time.monotonic()
    if left <= 0 or not waiting.poll(left * 1000):
        raise Late("no answer in time")
