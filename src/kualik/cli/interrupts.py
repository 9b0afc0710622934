"""Ctrl-C as a wish: what is being done is finished first."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["INTERRUPTED", "Stop", "listening"]

INTERRUPTED = 130  # the exit code that a shell expects after Ctrl-C


class Stop:
    """Whether somebody wishes this to end."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        """Say whether to stop."""
        return self.asked


@contextmanager
def listening() -> Iterator[Stop]:
    """Take the first Ctrl-C, or a polite kill, as a wish; a second Ctrl-C ends everything at once."""
    stop = Stop()

    def heard(_signal: int, _frame: FrameType | None) -> None:
        stop.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {one: signal.signal(one, heard) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
