"""Running other programs one after another, and saying how each ended."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["ROOT", "Outcome", "Step", "python", "run_all", "say", "shown", "stop"]

ROOT = Path(__file__).resolve().parent.parent
CANNOT = 3
"""The exit code for "this machine lacks something", as against 1, "something is wrong with the code"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One program to run: what to call it, its words, and what to add to its environment."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a step ended: its exit code, how long it took (seconds), and what it printed if that was kept."""

    name: str
    code: int
    seconds: float
    output: str = ""


def python(*words: str) -> tuple[str, ...]:
    """Words that run a module or a script with this same Python."""
    return (sys.executable, *words)


def say(text: str) -> None:
    """Print a line at once, also where the output is a file."""
    print(text, flush=True)


def stop(text: str) -> int:
    """Say on stderr what is missing, and give the exit code for it."""
    print(f"kualik: {text}", file=sys.stderr, flush=True)
    return CANNOT


def shown(step: Step) -> Outcome:
    """Run a step with its output straight to the terminal."""
    say(f"\n=== {step.name}")
    began = time.monotonic()
    code = subprocess.run(step.command, cwd=ROOT, env=os.environ | step.environment, check=False).returncode
    return Outcome(name=step.name, code=code, seconds=time.monotonic() - began)


def run_all(steps: Sequence[Step], *, at_once: int = 2) -> list[Outcome]:
    """Run steps that do not depend on each other, a few at once; print those that fail in full, the rest in a line."""
    with ThreadPoolExecutor(at_once) as pool:
        outcomes = []
        for outcome in pool.map(_kept, steps):
            outcomes.append(outcome)
            say(f"{'ok    ' if outcome.code == 0 else 'FAILED'}  {outcome.name}  ({outcome.seconds:.1f} s)")
            if outcome.code:
                say(outcome.output.rstrip())
        return outcomes


def _kept(step: Step) -> Outcome:
    began = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env=os.environ | step.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Outcome(name=step.name, code=done.returncode, seconds=time.monotonic() - began, output=done.stdout)
