"""Functions that behave as a reader does that a file has taken over; `Apart` runs them by name."""

import os
import signal
import sys
from pathlib import Path

from kualik.engine.facts import Document
from kualik.engine.reading.limits import Limits, Options

Given = bytes | str | Limits | Options


def loop(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Use the processor for ever."""
    while True:
        pass


def wait(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Do nothing for ever."""
    while True:
        signal.pause()


def grow(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Use up the memory."""
    hoard = []
    while True:
        hoard.append(bytes(1 << 24))


def crash(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Touch memory that is not ours, as a parser in C does."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return ()


def stumble(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Raise what nobody expects."""
    raise ZeroDivisionError("one over none")


def lie(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Give the text of another file."""
    return (Document(id="sha256:" + "0" * 64, media_type="text/plain", text="another", reader="x"),)


def babble(*_: Given, **__: Given) -> tuple[Document, ...]:
    """Write to every pipe that is open, as the caller's zygote would."""
    for pipe in range(3, 200):
        try:
            os.write(pipe, b"\0\0\0\0\0\0\0\2{}")
        except OSError:
            continue
    return ()


def tell(content: bytes, **_: Given) -> tuple[Document, ...]:
    """Say as a text what the process can see: its environment, folder, open pipes, and its number."""
    pipes = [str(pipe) for pipe in range(256) if Path(f"/dev/fd/{pipe}").exists()]
    lines = [*sorted(os.environ), str(Path.cwd()), " ".join(pipes), str(os.getpid())]
    id_ = "sha256:" + content.decode()
    return (Document(id=id_, media_type="text/plain", text="\n".join(lines), reader=sys.executable),)


def bear(content: bytes, **_: Given) -> tuple[Document, ...]:
    """Leave a process behind that waits, and write down its number."""
    child = os.fork()
    if child == 0:
        os.closerange(3, 256)
        while True:
            signal.pause()
    Path(content.decode()).write_text(str(child), encoding="ascii")
    return wait()
