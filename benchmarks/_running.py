"""Run a program and say how long it took and how much memory it held."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "kualik", "python"]

# The program itself says at its end how much it held at most: what the system tells its parent counts the parent too.
SAYING_ITS_PEAK = """
import atexit, os, resource, sys
def _say():
    try:
        with open("/proc/self/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    with open(os.environ["KUALIK_BENCH_PEAK"], "w") as file:
        file.write(str(peak))
atexit.register(_say)
"""
OURS = "import runpy; sys.argv[0] = 'kualik'; runpy.run_module('kualik', run_name='__main__')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Wall seconds, and the largest resident memory in MiB of the program, the processes that it starts left out."""

    seconds: float
    memory: float


def kualik(casebook: Path, *words: str) -> Run:
    """Run one of our commands on a casebook.

    Raises:
        CalledProcessError: it failed.
    """
    return _run(OURS, *words, environment={"KUALIK_CASEBOOK": str(casebook)})


def python(code: str) -> Run:
    """Run a line of Python in a process of its own.

    Raises:
        CalledProcessError: it failed.
    """
    return _run(code, environment={})


def _run(code: str, *words: str, environment: Mapping[str, str]) -> Run:
    with tempfile.TemporaryDirectory() as place:
        peak = Path(place) / "peak"
        command = [sys.executable, "-P", "-c", SAYING_ITS_PEAK + code, *words]
        told = {**os.environ, **environment, "KUALIK_BENCH_PEAK": str(peak)}
        began = time.perf_counter()
        subprocess.run(command, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return Run(seconds=time.perf_counter() - began, memory=float(peak.read_text(encoding="ascii")))
