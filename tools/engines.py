"""Prove that the engines install and pass their tests where Django is absent.

The wheel is built as it would be published, installed with only what it needs by itself into an environment of its
own, and the engines' tests run there.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tools.installer import BUILD_LOCK, located
from tools.steps import ROOT, Outcome, Step, say, shown

__all__ = ["prove"]

TESTERS = ("pytest", "hypothesis", "nanoarrow", "xlsxwriter", "pytest-xdist")
IMPORT_ALL = """
import importlib, pkgutil, sys
import kualik, kualik.engine
assert "site-packages" in kualik.__file__, f"not the installed package: {kualik.__file__}"
assert importlib.util.find_spec("django") is None, "Django is here: the wheel asks for it"
names = [found.name for found in pkgutil.walk_packages(kualik.engine.__path__, "kualik.engine.")]
for name in names: importlib.import_module(name)
print(f"{len(names)} modules of the engines import where Django is absent")
"""


def prove(*, report: Path, words: tuple[str, ...] = ()) -> Outcome:
    """Build, install, import, test; the report of the tests is written as JUnit XML."""
    say("\n=== the engines from the built wheel, without Django")
    with tempfile.TemporaryDirectory(prefix="kualik-engines-") as folder:
        place = Path(folder)
        python = place / "venv" / "bin" / "python"
        if not (_built(place) and _installed(place, python) and _imported(python)):
            return Outcome(name="the engines from the built wheel", code=1, seconds=0.0)
        tests = (str(python), "-I", "-m", "pytest", "-c", str(ROOT / "tools" / "engines.ini"), f"--rootdir={ROOT}")
        options = (f"--confcutdir={ROOT / 'tests' / 'engine'}", f"--junitxml={report}", "-n", "2", *words)
        return shown(Step(name="tests of the engines", command=(*tests, *options, str(ROOT / "tests" / "engine"))))


def _built(place: Path) -> bool:
    words = ("--wheel", "--quiet", "--out-dir", str(place), "--build-constraints", str(BUILD_LOCK))
    return _uv("build", *words, "--require-build-hashes", str(ROOT))


def _installed(place: Path, python: Path) -> bool:
    (wheel,) = place.glob("*.whl")
    lock = str(ROOT / "requirements-dev.lock")  # its hashes are checked, though it is here a list of constraints
    return _uv("venv", "--quiet", "--python", sys.executable, str(place / "venv")) and _uv(
        "pip", "install", "--quiet", "--python", str(python), "--constraints", lock, str(wheel), *TESTERS
    )


def _imported(python: Path) -> bool:
    return subprocess.run((str(python), "-I", "-W", "error", "-c", IMPORT_ALL), check=False).returncode == 0


def _uv(*words: str) -> bool:
    """Run uv, first with what it has already fetched, so that a second run needs no network."""
    for attempt in (("--offline",), ()):
        done = subprocess.run(
            (str(located()), *attempt, *words), cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode == 0:
            return True
    say(done.stderr.rstrip())
    return False
