"""Run the tests of the names core over a core compiled with gcc's checks of memory and undefined behaviour.

.venv/bin/python -m tools.sanitise [WORD…]     needs gcc; words go to pytest; without tests/… the core's own
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.steps import ROOT, say

__all__ = ["main"]

SOURCES = ROOT / "src" / "kualik" / "engine" / "names" / "core"
FLAGS = ("-g", "-O1", "-std=c11", "-ffp-contract=off", "-fvisibility=hidden", "-shared", "-fPIC")
CHECKS = ("-fsanitize=address,undefined", "-fno-sanitize-recover=undefined")
TESTS = ("core", "batch", "arrow", "columns", "comparing", "index")
NOT_THIS = "test_the_core_is_compiled_from_the_sources_that_are_here"  # it is another library that is tested
PLUGIN = """
from pathlib import Path
from kualik.engine.names import core
core.LIBRARIES = (Path({library!r}),)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile, and run pytest with that library in the place of the installed one."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    with tempfile.TemporaryDirectory() as place:
        library = Path(place) / "_core.so"
        sources = map(str, sorted(SOURCES.glob("*.c")))
        subprocess.run(("gcc", *FLAGS, *CHECKS, *sources, "-o", str(library), "-lm"), check=True)
        (Path(place) / "with_checks.py").write_text(PLUGIN.format(library=str(library)))
        found = (ROOT / "tests" / "engine" / "names" / f"test_{name}.py" for name in TESTS)
        if not any(word.startswith("tests") for word in words):
            words += [str(path) for path in found if path.is_file()]
        command = (sys.executable, "-m", "pytest", "-q", "-p", "with_checks", "-k", f"not {NOT_THIS}", *words)
        return subprocess.run(command, cwd=ROOT, env=_environment(place), check=False).returncode


def _environment(place: str) -> dict[str, str]:
    """Load gcc's libraries before Python, whose own leaks are not looked for."""
    loaded = " ".join(_library(name) for name in ("libasan.so", "libubsan.so"))
    return {**os.environ, "PYTHONPATH": place, "LD_PRELOAD": loaded, "ASAN_OPTIONS": "detect_leaks=0"}


def _library(name: str) -> str:
    said = subprocess.run(("gcc", f"-print-file-name={name}"), capture_output=True, encoding="utf-8", check=True)
    return said.stdout.strip()


if __name__ == "__main__":
    say("the names core under gcc's checks")
    sys.exit(main())
