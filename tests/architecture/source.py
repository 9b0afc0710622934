"""The source as data: which modules there are, and what each is made of."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PACKAGE", "ROOT", "Function", "Module", "functions", "modules", "seeded"]

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "kualik"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module, its place below `src/kualik`, and its syntax tree."""

    place: Path
    tree: ast.Module

    @property
    def has_code(self) -> bool:
        """Whether something is defined here, as against names gathered from elsewhere."""
        return any(isinstance(node, Function | ast.ClassDef) for node in self.tree.body)


def modules(*folders: str, package: Path = PACKAGE) -> Iterator[Module]:
    """Give every module in these folders of the package, or in all of it; migrations are Django's."""
    for folder in folders or (".",):
        for path in sorted((package / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield Module(place=path.relative_to(package), tree=ast.parse(path.read_text(encoding="utf-8")))


def seeded(text: str, place: str = "cases/people/queries.py") -> Module:
    """Make a module out of text: what a test plants, to see that the check finds it."""
    return Module(place=Path(place), tree=ast.parse(text))


def functions(module: Module) -> Iterator[Function]:
    """Give every function and method of a module."""
    yield from (node for node in ast.walk(module.tree) if isinstance(node, Function))
