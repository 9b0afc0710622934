"""Tests mirror the tree: every module with code has its tests, and every test file its module."""

from collections.abc import Iterable
from pathlib import Path

from tests.architecture.source import ROOT, Module, modules, seeded

TESTS = ROOT / "tests"
UNMIRRORED = {
    "apps.py": "names a Django app",
    "errors.py": "an error is tested where it is raised",
}
NO_MODULE = {
    "architecture": "tests of the shape of all of it",
    "golden": "known answers with their sources",
    "journeys": "tests of the whole, in a browser",
    "tools": "tests of tools/, which is not in the package",
    "cases/test_one_deed_one_entry.py": "all actions alike",
}


def wanted(module: Module) -> Path:
    """Say where a module's tests belong; a folder's own code is tested under the folder's name."""
    folder = module.place.parent
    name = folder.name if module.place.name == "__init__.py" else module.place.stem
    return folder / f"test_{name.lstrip('_')}.py"


def untested(package: Iterable[Module], tests: set[Path]) -> list[str]:
    """Name the modules with code that have no test file."""
    owing = (module for module in package if module.has_code and module.place.name not in UNMIRRORED)
    return [f"{module.place} has no tests/{wanted(module)}" for module in owing if wanted(module) not in tests]


def stray(package: Iterable[Module], tests: set[Path]) -> list[str]:
    """Name the test files in a mirrored folder that test no module."""
    known = {wanted(module) for module in package}
    return [
        f"tests/{path} mirrors no module"
        for path in sorted(tests - known)
        if NO_MODULE.keys().isdisjoint({path.parts[0], path.as_posix()})
    ]


def written_tests() -> set[Path]:
    """Every test file there is."""
    return {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}


def test_every_module_has_its_tests() -> None:
    """`src/kualik/a/b.py` is tested in `tests/a/test_b.py`."""
    assert untested(modules(), written_tests()) == []


def test_every_test_file_has_its_module() -> None:
    """When a module is moved or goes, its tests do."""
    assert stray(modules(), written_tests()) == []


def test_a_module_without_tests_is_found() -> None:
    """A module that defines something owes tests; one that only gathers names does not."""
    code = seeded("def weigh() -> None: ...", "engine/weighing/scales.py")
    names = seeded("from kualik.engine import weighing", "engine/names/__init__.py")

    assert untested([code, names], set()) == ["engine/weighing/scales.py has no tests/engine/weighing/test_scales.py"]
    assert untested([code], {Path("engine/weighing/test_scales.py")}) == []


def test_a_test_without_a_module_is_found() -> None:
    """A test file left behind is named; a journey is not."""
    left = {Path("engine/weighing/test_gone.py"), Path("journeys/test_signing_in.py")}

    assert stray([], left) == ["tests/engine/weighing/test_gone.py mirrors no module"]
