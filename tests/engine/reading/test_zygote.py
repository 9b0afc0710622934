"""Tests of the process that forks a child for each file, spoken to without `Apart`."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kualik.engine.reading.frames import read_frame, write_all, write_frame
from kualik.engine.reading.limits import STANDARD
from kualik.engine.reading.messages import READY, Settings, Verdict, read_answer

Process = subprocess.Popen[bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a zygote."""
    (tmp_path / "zygote").mkdir()
    return tmp_path / "zygote"


@pytest.fixture
def zygote(folder: Path) -> Iterator[Process]:
    """Start a zygote."""
    settings = Settings(reader="kualik.engine.reading.dispatch:read", limits=STANDARD, folder=str(folder))
    command = [sys.executable, "-m", "kualik.engine.reading.zygote", settings.written()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        yield process
        process.kill()


def ends(process: Process) -> tuple[int, int]:
    """Give the pipes to and from a process."""
    assert process.stdin
    assert process.stdout
    return process.stdin.fileno(), process.stdout.fileno()


def test_it_says_when_it_is_ready_and_answers_one_file_after_another(zygote: Process, folder: Path) -> None:
    """A verdict and an answer for each file, and nothing left in its folder between them."""
    requests, answers = ends(zygote)
    assert read_frame(answers, most=100, seconds=60) == READY

    for content in (b"The first", b"The second"):
        request = {"name": "x.txt", "options": {}, "size": len(content)}
        write_frame(requests, json.dumps(request).encode())
        write_all(requests, content)
        verdict = Verdict.parse(read_frame(answers, most=10_000, seconds=60))
        answer = read_frame(answers, most=10_000, seconds=60)

        (document,) = read_answer(answer, id_="sha256:" + sha256(content).hexdigest(), limits=STANDARD)
        assert document.text == content.decode()
        assert verdict.reason is None
        assert 0 < verdict.cpu_seconds < 10
        assert verdict.peak_bytes > 1 << 20
        assert list(folder.iterdir()) == []


def test_it_ends_when_its_caller_does(zygote: Process, folder: Path) -> None:
    """Closing the pipe is enough; its folder goes with it."""
    requests, answers = ends(zygote)
    read_frame(answers, most=100, seconds=60)

    assert zygote.stdin
    zygote.stdin.close()

    assert zygote.wait(10) == 0
    assert not folder.exists()
    assert os.read(answers, 1) == b""
    assert requests >= 0
