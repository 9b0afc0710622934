"""The process that waits with every reader imported, and forks a child for each file.

It is started by `Apart` as `python -m kualik.engine.reading.zygote SETTINGS`, has one thread, never
looks at a file's content itself, and ends when the pipe from its caller is closed, however that came.
"""

import gc
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from resource import struct_rusage
from typing import NoReturn, Protocol

from kualik.engine.facts import Document
from kualik.engine.reading.confine import confine
from kualik.engine.reading.dispatch import load_readers
from kualik.engine.reading.drawing import draw
from kualik.engine.reading.drawn import drawing_message
from kualik.engine.reading.frames import Gone, read_frame, read_some, write_all, write_frame
from kualik.engine.reading.limits import Limits, Options
from kualik.engine.reading.messages import MOST_ANSWER, READY, Settings, Verdict, documents_message, refusal_message
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Read", "main"]

MOST_REQUEST = 1 << 20  # bytes of a request, without the file
PIECE = 1 << 16
COMPLAINTS = "stderr"
MOST_OPEN = 256  # descriptors that a zygote can have open
PATIENCE = 2.0  # seconds for a child to end after it closed its pipe
FEW_COLLECTIONS = 200_000  # new objects between two searches for garbage
MOMENT = 0.001  # seconds between looks at a child that is ending
LONGEST_COMPLAINT = 300  # characters
MEMORY_COMPLAINTS = ("memory allocation", "bad_alloc", "out of memory", "MemoryError")


class Read(Protocol):
    """A function that reads a file, such as `dispatch.read`."""

    def __call__(self, content: bytes, *, name: str, limits: Limits, options: Options) -> tuple[Document, ...]:
        """Read a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A file to read, or one page of it to draw; `page` counts from 1, and 0 asks for the text."""

    name: str
    options: Options
    content: bytes
    page: int = 0


def main(argument: str) -> None:
    """Serve until the caller is gone."""
    settings = Settings.parse(argument)
    requests, answers = _take_pipes()
    module, _, name = settings.reader.partition(":")
    read: Read = getattr(import_module(module), name)
    load_readers()
    gc.collect()
    gc.freeze()  # what is here now is shared with every child, and not copied by counting references
    try:
        write_frame(answers, READY)
        while True:
            request = _receive(requests)
            verdict, answer = _serve(request, settings, read, requests)
            write_frame(answers, verdict.written())
            write_frame(answers, answer)
    except (Gone, BrokenPipeError):
        shutil.rmtree(settings.folder, ignore_errors=True)


def _take_pipes() -> tuple[int, int]:
    """Keep the pipes for ourselves, so that no library can read or write them by mistake."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    os.close(nothing)
    return requests, answers


def _receive(requests: int) -> Request:
    said = json.loads(read_frame(requests, most=MOST_REQUEST))
    content = read_some(requests, said["size"])
    return Request(name=said["name"], options=Options(**said["options"]), content=content, page=said.get("page", 0))


def _serve(request: Request, settings: Settings, read: Read, requests: int) -> tuple[Verdict, bytes]:
    """Have one file read by a child; whatever happens to the child, come back."""
    folder = Path(tempfile.mkdtemp(dir=settings.folder))
    (folder / COMPLAINTS).touch()
    inlet, outlet = os.pipe()
    parent, child = os.getpid(), os.fork()
    if child == 0:
        _become_reader(outlet, folder, lambda: _answer(request, settings, read, folder, parent))
    os.close(outlet)
    try:
        answer, late = _collect(inlet, requests, seconds=settings.limits.wall_seconds)
        status, usage = _end(child, kill=late is not None)
    except Gone:
        _end(child, kill=True)
        raise
    finally:
        os.close(inlet)
    reason = late or _judge(status, usage, complaint=_complaint(folder), limits=settings.limits)
    shutil.rmtree(folder, ignore_errors=True)
    return _verdict(reason, usage, stalled=late is not None), answer if reason is None else b""


Reason = tuple[Refusal, str]


def _collect(inlet: int, requests: int, *, seconds: float) -> tuple[bytes, Reason | None]:
    """Take what the child writes until it closes its pipe, in time and not too much.

    Raises:
        Gone: the caller closed its pipe meanwhile.
    """
    deadline = time.monotonic() + seconds
    waiting = select.poll()
    waiting.register(inlet, select.POLLIN)
    waiting.register(requests, select.POLLIN)
    answer = bytearray()
    while len(answer) <= MOST_ANSWER:
        left = deadline - time.monotonic()
        ready = [pipe for pipe, _ in waiting.poll(left * 1000)] if left > 0 else []
        if requests in ready:
            raise Gone("the caller is gone")
        if not ready:
            return b"", (Refusal.TOOK_TOO_LONG, f"stopped after {seconds} seconds")
        piece = os.read(inlet, PIECE)
        if not piece:
            return bytes(answer), None
        answer += piece
    return b"", (Refusal.CRASHED, "the answer is too long")


def _end(child: int, *, kill: bool) -> tuple[int, struct_rusage]:
    """Wait for the child, not for ever, and end whatever it started."""
    deadline = time.monotonic() + (0 if kill else PATIENCE)
    ended, status, usage = os.wait4(child, os.WNOHANG)
    while not ended and time.monotonic() < deadline:
        time.sleep(MOMENT)
        ended, status, usage = os.wait4(child, os.WNOHANG)
    _kill_group(child)
    if not ended:
        _, status, usage = os.wait4(child, 0)
    return status, usage


def _cpu_seconds(usage: struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


def _kill_group(child: int) -> None:
    for kill in (os.killpg, os.kill):  # the child may not have come to make its group
        try:
            kill(child, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _judge(status: int, usage: struct_rusage, *, complaint: str, limits: Limits) -> Reason | None:
    """Say why a child that ended by itself gave no answer, if so."""
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        return None
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number in {signal.SIGXCPU, signal.SIGALRM} or _cpu_seconds(usage) >= limits.cpu_seconds:
        return Refusal.TOOK_TOO_LONG, f"{limits.cpu_seconds} seconds of processor time"
    if number == signal.SIGKILL or any(words in complaint for words in MEMORY_COMPLAINTS):
        return Refusal.TOO_MUCH_MEMORY, complaint or "stopped by the system"
    ending = signal.Signals(number).name if number else f"exit {os.WEXITSTATUS(status)}"
    return Refusal.CRASHED, f"{complaint} ({ending})" if complaint else ending


def _complaint(folder: Path) -> str:
    """Find the last line that the child wrote to its standard error."""
    with (folder / COMPLAINTS).open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - 4 * LONGEST_COMPLAINT))
        lines = file.read().decode("utf-8", errors="replace").strip().splitlines()
    return "".join(filter(str.isprintable, lines[-1]))[:LONGEST_COMPLAINT] if lines else ""


def _verdict(reason: Reason | None, usage: struct_rusage, *, stalled: bool) -> Verdict:
    return Verdict(
        reason=reason[0] if reason else None,
        detail=reason[1] if reason else "",
        stalled=stalled,
        cpu_seconds=_cpu_seconds(usage),
        peak_bytes=usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),  # macOS counts bytes, Linux KiB
    )


def _become_reader(outlet: int, folder: Path, answer: Callable[[], bytes]) -> NoReturn:
    """Be the child: answer, and end here, whatever a parser raises."""
    code = 1
    try:
        os.setsid()
        gc.set_threshold(FEW_COLLECTIONS)  # a child is short-lived, and makes a million small values for a book
        os.dup2(os.open(folder / COMPLAINTS, os.O_WRONLY), 2)
        os.closerange(3, outlet)  # the pipes to the caller are not for a child
        os.closerange(outlet + 1, MOST_OPEN)
        write_all(outlet, answer())
        code = 0
    finally:
        if sys.exception():
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(code)  # nothing of the zygote may run in a child


def _answer(request: Request, settings: Settings, read: Read, folder: Path, parent: int) -> bytes:
    confine(limits=settings.limits, folder=folder, parent=parent)
    try:
        if request.page:
            drawn = draw(request.content, name=request.name, number=request.page, limits=settings.limits)
            return drawing_message(drawn)
        return documents_message(
            read(request.content, name=request.name, limits=settings.limits, options=request.options)
        )
    except Refused as refused:
        return refusal_message(refused)
    except MemoryError:
        pass  # what filled the memory is let go of before the answer is made
    return refusal_message(Refused(Refusal.TOO_MUCH_MEMORY, file=request.name))


if __name__ == "__main__":
    main(sys.argv[1])
