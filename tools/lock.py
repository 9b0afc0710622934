"""Write the four lock files again from pyproject.toml: `.venv/bin/python -m tools.lock [PACKAGE…]`.

Without a package everything moves to its newest version that fits; with packages only those do. No lock names the
host that its packages came from (docs/decisions/0002-lock-without-hosts.md).
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from tomllib import loads

from tools.installer import BUILD_LOCK, located
from tools.steps import ROOT, say

__all__ = ["main"]

COMMON = ("--universal", "--generate-hashes", "--no-header", "--python-version=3.11", "--quiet")
INSTALLER = "uv"
EDITABLES = "editables"  # what hatchling asks for besides, to install our package as a link to its source
SETUPTOOLS = "setuptools"  # what builds the English model, which is published as source only


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the locks, the largest first: the other takes its versions from it."""
    packages = list(sys.argv[1:] if arguments is None else arguments)
    which = [word for name in packages for word in ("--upgrade-package", name)] or ["--upgrade"]
    project = ("pyproject.toml", "--extra", "casebook")
    development, runtime = ROOT / "requirements-dev.lock", ROOT / "requirements.lock"
    _compile(*project, "--group", "dev", *which, output=development)
    _compile(*project, "--constraints", development.name, *which, output=runtime)
    builders = loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    about = "What builds our own package and what comes as source."
    _compile_names((*builders, EDITABLES, SETUPTOOLS), about, output=BUILD_LOCK)
    about = "The installer itself, which pip fetches where there is no uv of at least this version."
    _compile_names((INSTALLER,), about, output=ROOT / "tools" / "installer.lock")
    return 0


def _compile_names(names: tuple[str, ...], about: str, *, output: Path) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".in") as wanted:
        wanted.write("\n".join(names) + "\n")
        wanted.flush()
        _compile(wanted.name, "--no-annotate", "--upgrade", output=output)
    output.write_text(f"# {about} Written by tools/lock.py.\n{output.read_text()}")


def _compile(*words: str, output: Path) -> None:
    command = (str(located()), "pip", "compile", *COMMON, *words, "--output-file", str(output))
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    say(f"written: {output.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
