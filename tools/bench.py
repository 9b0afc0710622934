"""`./kualik bench [NAME…]`: run the measurements in benchmarks/ and show them beside their peers'.

Each module in benchmarks/ has a docstring that says what is measured and how, and `run() -> list[Row]`.
Without a name all are run and docs/benchmarks.md is written; with names those are run and only shown.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from tools.rows import table
from tools.steps import ROOT, say

__all__ = ["main", "measured", "names"]

PAGE = ROOT / "docs" / "benchmarks.md"
GIB = 1024**3


def names(folder: Path = ROOT / "benchmarks") -> list[str]:
    """List the measurements that there are."""
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


def measured(name: str) -> str:
    """Run one module and write its section."""
    module = import_module(f"benchmarks.{name}")
    began = time.monotonic()
    rows = module.run()
    about = (module.__doc__ or "").strip()
    title = name.replace("_", " ")
    return f"## {title}\n\n{about}\n\n{table(rows)}\nMeasured in {time.monotonic() - began:.0f} s.\n"


def commit() -> str:
    """Name the commit that is measured; nothing where this is no clone or there is no git."""
    if not shutil.which("git"):
        return ""
    words = ("git", "describe", "--always", "--dirty")
    return subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout.strip()


def machine() -> str:
    """Say on what, and when, these figures were measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return (
        f"{datetime.now(tz=UTC):%Y-%m-%d}, commit {commit() or 'unknown'}: {os.cpu_count()} cores "
        f"({platform.machine()}), {memory:.0f} GiB of memory, {system}."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page when everything was measured."""
    parser = argparse.ArgumentParser(prog="kualik bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    chosen = parser.parse_args(arguments).names
    if unknown := set(chosen).difference(names()):
        parser.error(f"no measurement is called {', '.join(sorted(unknown))}; there are: {', '.join(names())}")
    page = f"# Benchmarks\n\nWritten by `./kualik bench`, which runs ours and the peer's in one run. {machine()}\n"
    say(page)
    for name in chosen or names():
        section = measured(name)
        say(section)
        page += f"\n{section}"
    if not chosen:
        PAGE.write_text(page, encoding="utf-8")
        say(f"written: {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
