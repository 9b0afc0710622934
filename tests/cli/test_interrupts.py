"""Ctrl-C as a wish."""

import os
import signal

import pytest

from kualik.cli.interrupts import listening


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_the_first_is_a_wish(asked: signal.Signals) -> None:
    """Heard, and nothing is broken off; afterwards all is as before."""
    before = signal.getsignal(asked)
    with listening() as stop:
        assert not stop()
        os.kill(os.getpid(), asked)
        assert stop()

    assert signal.getsignal(asked) == before


def test_the_second_ends_it() -> None:
    """At once."""
    with pytest.raises(KeyboardInterrupt):
        _press_twice()


def _press_twice() -> None:
    with listening():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
