"""`./kualik` itself, up to where the network would be needed. `tools/fresh.sh` tries the rest on a bare Debian."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

UV_OF_OURS = (ROOT / "tools" / "installer.lock").read_text().split("uv==")[1].split()[0]
SOURCES = "src/kualik/engine/names/core"
TOOLS = ("dirname", "readlink", "sed", "awk", "mktemp", "rm", "mv", "mkdir", "cat", "cmp", "uname")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with a space in its name, as much of it as setting up needs."""
    folder = tmp_path / "a clone"
    (folder / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "kualik", folder)
    for lock in (
        "requirements.lock",
        "requirements-dev.lock",
        "tools/build.lock",
        "tools/installer.lock",
        "hatch_build.py",
    ):
        shutil.copy(ROOT / lock, folder / lock)
    (folder / SOURCES).mkdir(parents=True)
    (folder / SOURCES / "a.c").write_text("int a;\n")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder of programs: those that every system has, and no Python and no uv."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    return folder


def program(path: Path, name: str, text: str) -> None:
    """Put a program on the path."""
    (path / name).write_text(f"#!/bin/sh\n{text}\n")
    (path / name).chmod(0o755)


def started(script: Path, *words: str, path: Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Start ./kualik with nothing on the path but what is given."""
    environment = {"PATH": str(path), "HOME": os.environ.get("HOME", "/")}
    command = ("/bin/sh", str(script), *words)
    return subprocess.run(command, env=environment, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def made(clone: Path, lock: str) -> None:
    """Make as if the environment had been set up from a lock."""
    (clone / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    python = clone / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\nif [ "$1" = -V ]; then echo Python 3.11.2; else echo "$PWD:" "$@"; fi\n')
    python.chmod(0o755)
    made_from = (lock, "tools/build.lock", "hatch_build.py", f"{SOURCES}/a.c")
    stamp = f"{clone}\nPython 3.11.2\n" + "".join((clone / name).read_text() for name in made_from)
    (clone / ".venv" / f"made-from-{lock}").write_text(stamp)


def test_without_python_it_says_what_to_type(clone: Path, path: Path) -> None:
    """Exit code 3, and one line to type."""
    done = started(clone / "kualik", "demo", path=path)

    assert done.returncode == 3
    assert "sudo apt-get install -y python3 python3-pip" in done.stderr


def test_without_pip_it_says_what_to_type(clone: Path, path: Path) -> None:
    """As Debian ships Python by itself."""
    program(path, "python3", '[ "$1" = --version ]')

    done = started(clone / "kualik", "demo", path=path)

    assert done.returncode == 3
    assert "sudo apt-get install -y python3-pip" in done.stderr


@pytest.mark.parametrize(("version", "taken"), [("99.0.0", True), (UV_OF_OURS, True), ("0.1.99", False)])
def test_a_uv_on_the_path_is_taken_if_it_is_new_enough(clone: Path, path: Path, version: str, *, taken: bool) -> None:
    """An older one is passed over: Python is looked for, to fetch the one that is pinned."""
    program(
        path, "uv", f'if [ "$1" = --version ]; then echo "uv {version} (x)"; else echo "uv was asked" >&2; exit 9; fi'
    )

    done = started(clone / "kualik", "demo", path=path)

    assert done.returncode == 3
    assert ("Python 3.11 to 3.14 is missing" in done.stderr) is taken
    assert ("python3 is missing" in done.stderr) is not taken


def test_what_is_set_up_is_not_set_up_again(clone: Path, path: Path, tmp_path: Path) -> None:
    """Words and folder go to the program as they are; a Python file lying in that folder is not run (-P)."""
    made(clone, "requirements.lock")
    link = tmp_path / "link to it"
    link.symlink_to(clone / "kualik")

    done = started(link, "find", "two words", path=path, cwd=tmp_path)

    assert done.stdout == f"{tmp_path}: -P -m kualik find two words\n"
    assert done.stderr == ""


def test_the_larger_environment_serves_both(clone: Path, path: Path) -> None:
    """After `./kualik test` nothing is taken away for `./kualik demo`."""
    made(clone, "requirements-dev.lock")

    assert started(clone / "kualik", "demo", path=path, cwd=clone).stdout == f"{clone}: -P -m kualik demo\n"
    assert started(clone / "kualik", "lint", "--fix", path=path).stdout == f"{clone}: -m tools.lint --fix\n"


def test_the_smaller_environment_does_not_serve_tests(clone: Path, path: Path) -> None:
    """`./kualik test` after `./kualik demo` sets up what is missing."""
    made(clone, "requirements.lock")

    done = started(clone / "kualik", "test", path=path)

    assert done.returncode == 3
    assert "setting up" in done.stderr


@pytest.mark.parametrize("changed", ["requirements.lock", "tools/build.lock", "hatch_build.py", f"{SOURCES}/a.c"])
def test_what_was_changed_sets_up_again(clone: Path, path: Path, changed: str) -> None:
    """After a pull that changes what is needed, or what is compiled."""
    made(clone, "requirements.lock")
    with (clone / changed).open("a") as lock:
        lock.write("# changed\n")

    assert "setting up" in started(clone / "kualik", "demo", path=path).stderr


def test_a_new_source_sets_up_again(clone: Path, path: Path) -> None:
    """A file more to be compiled."""
    made(clone, "requirements.lock")
    (clone / SOURCES / "b.h").write_text("int b;\n")

    assert "setting up" in started(clone / "kualik", "demo", path=path).stderr


def test_a_moved_clone_sets_up_again(clone: Path, path: Path) -> None:
    """Its environment knows where the source was."""
    made(clone, "requirements.lock")
    moved = clone.rename(clone.with_name("elsewhere"))

    assert "setting up" in started(moved / "kualik", "demo", path=path).stderr


def test_an_interrupted_set_up_is_not_taken_for_one(clone: Path, path: Path) -> None:
    """The stamp is written last: what died before is done again."""
    made(clone, "requirements.lock")
    program(path, "uv", f'[ "$1" = --version ] && echo "uv {UV_OF_OURS}"')
    (clone / "requirements.lock").write_text("# changed\n")

    first = started(clone / "kualik", "demo", path=path)
    second = started(clone / "kualik", "demo", path=path)

    assert first.returncode != 0
    assert "ready" not in first.stderr
    assert "setting up" in second.stderr


def test_the_script_is_plain_sh() -> None:
    """It parses, and is short enough to be read before it is trusted."""
    text = (ROOT / "kualik").read_text()

    assert subprocess.run(("/bin/sh", "-n", str(ROOT / "kualik")), check=False).returncode == 0
    assert len(text.splitlines()) <= 80
    assert sys.executable not in text
