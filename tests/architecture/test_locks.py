"""What is installed is what was locked: exactly, with hashes, from wherever the reader's packages come."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tomllib import loads

import pytest
from packaging.requirements import Requirement

from tests.architecture.source import ROOT

RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
LOCKS = (RUNTIME, DEVELOPMENT, ROOT / "tools" / "build.lock", ROOT / "tools" / "installer.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)", re.MULTILINE)
HOSTS = tuple(".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com")))
"""Where packages commonly come from. (Put together here, so that this file does not name one.)"""


def pins(text: str) -> dict[str, str]:
    """Read which version of which package a lock asks for."""
    return dict(PIN.findall(text))


def unhashed(text: str) -> list[str]:
    """Name the packages that a lock would take whatever they hold."""
    entries = re.split(r"^(?=[a-z0-9][a-z0-9.-]*==)", text, flags=re.MULTILINE)
    return [entry.split("==")[0] for entry in entries if PIN.match(entry) and "--hash=sha256:" not in entry]


def unmet(wanted: Iterable[str], locked: dict[str, str]) -> Iterator[str]:
    """Name what is asked for and not locked, or locked at a version that does not fit."""
    for requirement in map(Requirement, wanted):
        version = locked.get(re.sub(r"[-_.]+", "-", requirement.name).lower())
        if version is None or not requirement.specifier.contains(version):
            yield f"{requirement}: locked is {version}"


def hosts_named(paths: Iterable[Path]) -> list[str]:
    """Name the files that say where packages come from."""
    texts = ((path, path.read_bytes()) for path in paths if path.is_file())
    return [str(path) for path, content in texts if any(host.encode() in content for host in HOSTS)]


def test_the_locks_are_of_this_project() -> None:
    """What pyproject.toml asks for is in the locks: after a change there, `tools/lock.py` was run."""
    project = loads((ROOT / "pyproject.toml").read_text())
    runtime = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["casebook"]]
    development = [*runtime, *project["dependency-groups"]["dev"]]

    assert list(unmet(runtime, pins(RUNTIME.read_text()))) == []
    assert list(unmet(development, pins(DEVELOPMENT.read_text()))) == []
    assert list(unmet(project["build-system"]["requires"], pins(LOCKS[2].read_text()))) == []


def test_tests_run_on_what_is_shipped() -> None:
    """The development environment holds the very versions of the other."""
    assert pins(RUNTIME.read_text()).items() <= pins(DEVELOPMENT.read_text()).items()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_package_is_pinned_by_its_hash(lock: Path) -> None:
    """A package that was changed where it is kept is not installed."""
    text = lock.read_text()

    assert pins(text)
    assert unhashed(text) == []
    assert "://" not in text


def test_no_file_names_where_packages_come_from() -> None:
    """A mirror, a proxy or a folder serves as well: pip's and uv's own settings say which."""
    folders = (ROOT / name for name in ("src", "tests", "tools", "docs", "benchmarks"))
    files = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]

    assert hosts_named([*files, *ROOT.glob("*.*"), ROOT / "kualik"]) == []


def test_a_lock_that_is_behind_is_found() -> None:
    """A package that is missing, and a version that no longer fits, are each named."""
    locked = {"pyyaml": "6.0.3"}

    assert list(unmet(["PyYAML>=6", "pyyaml>=7", "rich"], locked)) == [
        "pyyaml>=7: locked is 6.0.3",
        "rich: locked is None",
    ]


def test_a_package_without_a_hash_is_found() -> None:
    """One with a hash hides none without."""
    assert unhashed("rich==15.0.0 \\\n    --hash=sha256:00\npyyaml==6.0.3\n") == ["pyyaml"]


def test_a_named_host_is_found(tmp_path: Path) -> None:
    """One line is enough."""
    path = tmp_path / "setup.txt"
    path.write_text(f"see {HOSTS[0]}\n")

    assert hosts_named([path]) == [str(path)]
