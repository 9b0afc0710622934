"""Read files in child processes that have limits, so that no file can harm whoever asks."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from kualik.engine.facts import Document
from kualik.engine.reading.dispatch import check_size
from kualik.engine.reading.drawn import Drawn, read_drawing
from kualik.engine.reading.frames import Gone, Late, read_frame, write_all, write_frame
from kualik.engine.reading.limits import FIND_OUT, STANDARD, Limits, Options
from kualik.engine.reading.messages import MOST_ANSWER, READY, Settings, Verdict, read_answer
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Apart"]

READER = "kualik.engine.reading.dispatch:read"
PASSED_ON = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONHOME", "TESSDATA_PREFIX")
"""What a child may know of our environment; keys and database addresses are not among it."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder with a random name is made in it, for the owner only)
START = 60.0  # seconds for a zygote to import the readers
SLACK = 30.0  # seconds beyond the wall limit after which a zygote is given up
END = 5.0  # seconds for a zygote to end by itself
LOST = (Gone, Late, BrokenPipeError)


class Apart:
    """A place where files are read apart from this process, and cannot harm it.

    One process waits with every reader imported (the zygote) and forks a child for each file. The
    child has limits on time, memory and files, and gets the bytes of its file and nothing else. When
    this process ends, by `kill -9` too, zygote and child end with it. Threads may share one of these;
    it reads one file at a time.

    Assumes:
        Linux or macOS; on macOS memory is not limited.
    """

    def __init__(self, limits: Limits = STANDARD, *, reader: str = READER) -> None:
        """Prepare; nothing is started before it is needed.

        Args:
            limits: for every file.
            reader: the function that a child runs, as "module:name", of the form of `read`.
        """
        self._limits = limits
        self._reader = reader
        self._lock = threading.Lock()
        self._zygote: Zygote | None = None

    def __enter__(self) -> Self:
        """Start the zygote now."""
        with self._lock:
            self._zygote = self._zygote or Zygote(limits=self._limits, reader=self._reader)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the zygote."""
        self.close()

    def close(self) -> None:
        """End the zygote; a later read starts another."""
        with self._lock:
            self._drop()

    def read(self, path: Path, *, name: str = "", options: Options = FIND_OUT) -> tuple[Document, ...]:
        """Read a file.

        Args:
            path: where it is; no more of it is taken into memory than the limits allow.
            name: what it is called, if not as in the path.
            options: what is known of it.

        Returns:
            What `read` returns for its bytes.

        Raises:
            Refused: it cannot be read, or its child took too long, too much memory, or crashed.
            OSError: it is not there or may not be opened.
        """
        name = name or path.name
        try:
            content = _content(path, limits=self._limits)
        except Refused as refused:
            raise refused.about(name) from refused
        return self.read_content(content, name=name, options=options)

    def read_content(self, content: bytes, *, name: str, options: Options = FIND_OUT) -> tuple[Document, ...]:
        """Read bytes that are at hand, such as those of an encrypted store; see `read`."""
        try:
            check_size(len(content), limits=self._limits)
            verdict, answer = self._ask(content, name, options)
            if verdict.stalled and verdict.cpu_seconds < self._limits.cpu_seconds:
                verdict, answer = self._ask(content, name, options)  # the machine was busy, not the reader
            verdict.check()
            return read_answer(answer, id_=f"sha256:{sha256(content).hexdigest()}", limits=self._limits)
        except Refused as refused:
            raise refused.about(name) from refused

    def draw(self, content: bytes, *, name: str, number: int) -> Drawn:
        """Draw one page of a PDF or a scan.

        Args:
            content: the file.
            name: what it is called.
            number: the page, from 1.

        Returns:
            Bare dots: nothing else that the file holds leaves the child.

        Raises:
            Refused: it cannot be drawn, or its child took too long, too much memory, or crashed.
        """
        try:
            check_size(len(content), limits=self._limits)
            verdict, answer = self._ask(content, name, FIND_OUT, page=number)
            verdict.check()
            return read_drawing(answer, limits=self._limits)
        except Refused as refused:
            raise refused.about(name) from refused

    def _ask(self, content: bytes, name: str, options: Options, page: int = 0) -> tuple[Verdict, bytes]:
        """Have a file read; a zygote that was lost is replaced once."""
        with self._lock:
            for _ in range(2):
                try:
                    self._zygote = self._zygote or Zygote(limits=self._limits, reader=self._reader)
                    return self._zygote.ask(content, name=name, options=options, page=page)
                except LOST as error:
                    lost = error
                    self._drop()
        raise Refused(Refusal.CRASHED, detail=f"the process that reads files was lost: {lost}") from lost

    def _drop(self) -> None:
        zygote, self._zygote = self._zygote, None
        if zygote:
            zygote.end()


class Zygote:
    """The waiting process, as its caller sees it."""

    def __init__(self, *, limits: Limits, reader: str) -> None:
        """Start it and wait until it is ready."""
        self._limits = limits
        self._folder = tempfile.mkdtemp(prefix="kualik-", dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None)
        settings = Settings(reader=reader, limits=limits, folder=self._folder)
        self._process = subprocess.Popen(  # noqa: S603 (our own module, by our own interpreter)
            # -P: a module of ours must not be found in whatever folder we were started in
            (sys.executable, "-P", "-m", "kualik.engine.reading.zygote", settings.written()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            start_new_session=True,  # Ctrl-C in a terminal is for the caller to decide about
        )
        assert self._process.stdin
        assert self._process.stdout
        self._requests, self._answers = self._process.stdin.fileno(), self._process.stdout.fileno()
        try:
            read_frame(self._answers, most=len(READY), seconds=START)
        except LOST:
            self.end()
            raise

    def ask(self, content: bytes, *, name: str, options: Options, page: int = 0) -> tuple[Verdict, bytes]:
        """Send a file, and wait for what became of it; with a page, for the drawing of that.

        Raises:
            Gone: the zygote ended.
            Late: the zygote did not answer in time.
            BrokenPipeError: the zygote ended before.
        """
        request = {"name": name, "options": asdict(options), "size": len(content), "page": page}
        write_frame(self._requests, json.dumps(request).encode())
        write_all(self._requests, content)
        verdict = read_frame(self._answers, most=MOST_ANSWER, seconds=self._limits.wall_seconds + SLACK)
        return Verdict.parse(verdict), read_frame(self._answers, most=MOST_ANSWER, seconds=SLACK)

    def end(self) -> None:
        """End it and whatever it started, and remove its folder."""
        with self._process as process:
            assert process.stdin
            process.stdin.close()
            try:
                process.wait(END)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)


def _content(path: Path, *, limits: Limits) -> bytes:
    """Take the bytes of a file, after its size was looked at; a pipe or a device is not opened to the end."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Refused(Refusal.UNKNOWN_TYPE, detail="not a file, but a folder, a device or a pipe")
        check_size(found.st_size, limits=limits)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(limits.file_bytes + 1)
    finally:
        os.close(handle)
