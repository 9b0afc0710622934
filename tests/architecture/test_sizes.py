"""Functions and modules are small enough to be read at once."""

import ast
from collections.abc import Iterable

from tests.architecture.source import Function, Module, functions, modules, seeded

LONGEST_FUNCTION = 45  # lines of code, without the docstring
USUAL_FUNCTION = 35
USUALLY = 0.9
LONGEST_MODULE = 400  # lines


def length(function: Function) -> int:
    """Count the lines of a function from its first word to its last, without the docstring."""
    first, *_ = function.body
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def too_long(package: Iterable[Module]) -> list[str]:
    """Name the functions and modules that are longer than anything may be."""
    found = []
    for module in package:
        lines = max((getattr(node, "end_lineno", 0) or 0 for node in module.tree.body), default=0)
        if lines > LONGEST_MODULE:
            found.append(f"{module.place}: {lines} lines")
        found.extend(
            f"{module.place}:{one.lineno} {one.name}: {length(one)} lines"
            for one in functions(module)
            if length(one) > LONGEST_FUNCTION
        )
    return found


def test_nothing_is_too_long() -> None:
    """No function is over 45 lines, no module over 400."""
    assert too_long(modules()) == []


def test_nine_functions_in_ten_are_short() -> None:
    """A long one is the exception."""
    lengths = [length(one) for module in modules() for one in functions(module)]

    assert sum(lines < USUAL_FUNCTION for lines in lengths) >= USUALLY * len(lengths)


def test_a_long_function_is_found() -> None:
    """The docstring is not counted; every other line is."""
    body = "\n".join(f"    x{number} = {number}" for number in range(LONGEST_FUNCTION))
    docstring = '    """' + "Say more.\n" * LONGEST_FUNCTION + '    """\n'

    assert too_long([seeded(f"def weigh():\n{docstring}{body}")]) == ["cases/people/queries.py:1 weigh: 46 lines"]
    assert too_long([seeded(f"def weigh():\n{docstring}    pass")]) == []
    assert too_long([seeded("x = 1\n" * (LONGEST_MODULE + 1))]) == ["cases/people/queries.py: 401 lines"]
