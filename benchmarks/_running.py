"""Run a program and say how long it took and how much memory it held."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "kualik", "python", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Wall seconds, and the largest resident memory in MiB of the program or of any that it waited for."""

    seconds: float
    memory: float


def run(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end.

    Raises:
        CalledProcessError: it failed.
    """
    began = time.perf_counter()
    started = subprocess.Popen(
        command, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, list(command))
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB here
    return Run(seconds=seconds, memory=usage.ru_maxrss / scale)


def kualik(casebook: Path, *words: str) -> Run:
    """Run one of our commands on a casebook."""
    return run([sys.executable, "-P", "-m", "kualik", *words], environment={"KUALIK_CASEBOOK": str(casebook)})


def python(code: str) -> Run:
    """Run a line of Python in a process of its own."""
    return run([sys.executable, "-P", "-c", code])
