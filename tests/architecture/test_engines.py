"""Engines are pure and documented: no printing, no clock, no chance, and what each function takes and gives."""

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from textwrap import dedent
from types import FunctionType
from typing import Any

import pytest

from tests.architecture.source import PACKAGE, Module, modules, seeded

ENGINES = sorted(path.name for path in (PACKAGE / "engine").iterdir() if (path / "__init__.py").is_file())
IMPURE = {
    "print": "speaks",
    "input": "asks",
    "sys.stdout": "speaks",
    "sys.stderr": "speaks",
    "datetime.now": "looks at the clock",
    "datetime.today": "looks at the clock",
    "date.today": "looks at the clock",
    "time.time": "looks at the clock",
    "random.random": "throws dice",
    "random.choice": "throws dice",
    "random.shuffle": "throws dice",
    "uuid4": "throws dice",
    "os.environ": "looks at the environment",
    "os.getenv": "looks at the environment",
}


PROCESSES = {
    "engine/reading/apart.py": "starts the process in which a file is parsed",
    "engine/reading/confine.py": "is that process, giving up its rights",
    "engine/reading/zygote.py": "is the process that those are forked from",
    "engine/reading/recognising.py": "starts Tesseract",
}
"""Modules that start a process or are one: what surrounds a process is theirs to set, and they may speak to it."""
SURROUNDINGS = frozenset({"os.environ", "sys.stderr"})


def impurities(package: Iterable[Module]) -> list[str]:
    """Name where a module does what an engine does not."""
    return [
        f"{module.place}:{node.lineno} {IMPURE[said]} ({said})"
        for module in package
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute) and (said := ast.unparse(node)) in IMPURE
        if not (said in SURROUNDINGS and module.place.as_posix() in PROCESSES)
    ]


def lacking(function: Callable[..., Any]) -> Iterator[str]:
    """Name the sections that a function's docstring owes and lacks."""
    text = inspect.getdoc(function) or ""
    signature = inspect.signature(function)
    tree = ast.parse(dedent(inspect.getsource(function)))
    owed = {
        "Args:": bool(signature.parameters),
        "Returns:": signature.return_annotation not in {None, "None", inspect.Signature.empty},
        "Raises:": any(isinstance(node, ast.Raise) for node in ast.walk(tree)),
    }
    if inspect.isgeneratorfunction(function):
        owed["Yields:"] = owed.pop("Returns:")
    if not text:
        yield "has no docstring"
        return
    yield from (f"lacks {section}" for section, needed in owed.items() if needed and f"\n{section}" not in text)
    yield from (
        f"does not say what {name} is"
        for name in signature.parameters
        if owed["Args:"] and "\nArgs:" in text and f"\n    {name}:" not in text
    )


def offered(engine: str) -> dict[str, FunctionType]:
    """Give the functions that an engine offers: those that its folder exports."""
    package = import_module(f"kualik.engine.{engine}")
    named = {name: getattr(package, name) for name in getattr(package, "__all__", ())}
    return {name: value for name, value in named.items() if inspect.isfunction(value)}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_an_engine_offers_is_documented(engine: str) -> None:
    """Every function that an engine exports says what it takes, with units, what it gives, and what it refuses."""
    found = [f"{engine}.{name} {lack}" for name, one in offered(engine).items() for lack in lacking(one)]

    assert found == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_says_what_it_offers(engine: str) -> None:
    """A folder with modules exports names, so that the test above has something to look at."""
    has_code = any(module.has_code for module in modules(f"engine/{engine}"))

    assert not has_code or import_module(f"kualik.engine.{engine}").__all__


def test_engines_are_pure() -> None:
    """Values in, values out."""
    assert impurities(modules("engine")) == []


@pytest.mark.parametrize("line", ["print(1)", "x = datetime.now(tz=UTC)", "sys.stdout.write('x')", "id = uuid4()"])
def test_an_impurity_is_found(line: str) -> None:
    """Speaking, looking at the clock and throwing dice are each seen."""
    assert len(impurities([seeded(line, "engine/names/x.py")])) == 1


def test_a_missing_section_is_found() -> None:
    """Each section is owed for a reason, and only then."""

    def bare(*, people: int) -> int:
        if people < 0:
            raise ValueError(people)
        return people

    def undocumented(*, people: int) -> int:
        """Count."""
        return bare(people=people)

    def documented(*, people: int) -> int:
        """Count.

        Args:
            people: how many.

        Returns:
            As many.
        """
        return people

    assert list(lacking(bare)) == ["has no docstring"]
    assert list(lacking(undocumented)) == ["lacks Args:", "lacks Returns:"]
    assert list(lacking(documented)) == []
