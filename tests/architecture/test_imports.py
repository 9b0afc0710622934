"""Who may import whom: the contracts in pyproject.toml hold, and each of them can fail."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

CHECK = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as check; check()")
DOORS = "Doors open onto cases"
VIOLATIONS = {
    "an engine looks up": ("engine/weighing/__init__.py", "import kualik.cases.ledger", DOORS),
    "a case looks up": ("cases/people/__init__.py", "import kualik.web", DOORS),
    "a folder without a place": ("helpers/__init__.py", "", DOORS),
    "a stage looks ahead": ("cases/sources/__init__.py", "import kualik.cases.people", "A later stage"),
    "an engine leans on another": ("engine/reading/__init__.py", "import kualik.engine.linking", "Each engine"),
    "an engine knows Django": ("engine/names/__init__.py", "import django", "Engines know nothing"),
    "an engine reaches out": ("engine/reading/__init__.py", "import urllib.request", "Engines know nothing"),
    "the site reads what is no release": ("site/__init__.py", "import kualik.cases.people", "What is published"),
    "an export reads what is no release": ("exports/__init__.py", "import kualik.cases.claims", "What is published"),
}


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts on the package that lies in `folder/src`."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    command = (*CHECK, "--no-logo", "--no-cache")
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The package with all its folders, and nothing in them."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in PACKAGE.rglob("__init__.py"):
        empty = tmp_path / "src" / "kualik" / path.relative_to(PACKAGE)
        empty.parent.mkdir(parents=True, exist_ok=True)
        empty.touch()
    return tmp_path


def test_every_contract_is_kept() -> None:
    """Imports look down only."""
    done = checked(ROOT)

    assert done.returncode == 0, done.stdout


def test_an_empty_skeleton_breaks_no_contract(skeleton: Path) -> None:
    """So what is found below is what was planted."""
    assert checked(skeleton).returncode == 0


@pytest.mark.parametrize(("place", "line", "contract"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_a_violation_is_found(skeleton: Path, place: str, line: str, contract: str) -> None:
    """One forbidden import, or one folder too many, breaks the contract that forbids it."""
    path = skeleton / "src" / "kualik" / place
    path.parent.mkdir(exist_ok=True)
    path.write_text(line + "\n")

    done = checked(skeleton)

    assert done.returncode == 1
    assert any(contract in said and "BROKEN" in said for said in done.stdout.splitlines()), done.stdout
