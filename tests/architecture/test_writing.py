"""Nothing writes to the database but the `actions.py` of a noun."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.source import Module, modules, seeded

FOLDERS = ("cases", "web", "cli", "site", "exports")
WRITERS = frozenset({"actions.py"})
ALWAYS = frozenset({"bulk_create", "bulk_update", "get_or_create", "update_or_create"})
QUERYSET = frozenset({"objects", "filter", "exclude", "all", "select_for_update", "order_by"})
STATEMENTS = ("insert", "update", "delete", "alter", "drop", "create")
PERMITTED: dict[str, str] = {}
"""Which module may write all the same, and why: "cases/x/y.py": "reason"."""


def writes(module: Module) -> Iterator[str]:
    """Say where a module calls something that writes."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _writes(node, node.func):
            yield f"{module.place}:{node.lineno} calls .{node.func.attr}()"


def found(package: Iterable[Module]) -> list[str]:
    """List every write outside the modules that may."""
    checked = (one for one in package if one.place.name not in WRITERS and one.place.as_posix() not in PERMITTED)
    return [line for module in checked for line in writes(module)]


def _writes(call: ast.Call, function: ast.Attribute) -> bool:
    keywords = {keyword.arg for keyword in call.keywords}
    on_queryset = bool(QUERYSET.intersection(_chain(function.value)))
    questions = {
        "save": not call.args,  # what saves itself to a file is told to which
        "asave": not call.args,
        "create": on_queryset or "at" not in keywords,  # an action of that name says when
        "update": on_queryset or (bool(keywords) and not call.args),  # a dictionary takes something without a name
        "delete": not call.args,  # a session or a cache is told what to delete
        "execute": _is_statement(call.args),
        "executemany": _is_statement(call.args),
    }
    return function.attr in ALWAYS or questions.get(function.attr, False)


def _chain(node: ast.expr) -> Iterator[str]:
    """Give the names in `a.b(…).c`, from the right."""
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute):
            yield node.attr
            node = node.value
        else:
            node = node.func


def _is_statement(arguments: list[ast.expr]) -> bool:
    match arguments:
        case [ast.Constant(value=str(text)), *_]:
            return text.lstrip().lower().startswith(STATEMENTS)
    return False


def test_only_actions_write() -> None:
    """Whatever changes a case passes policy and ledger, because there is no other way."""
    assert found(modules(*FOLDERS)) == []


@pytest.mark.parametrize(
    "line",
    [
        "claim.save()",
        "form.save(commit=True)",
        "Claim.objects.create(by=user, at=now, value='x')",
        "claim.decisions.create(why='x')",
        "Claim.objects.filter(id=1).update(status='accepted')",
        "queryset.update(status='accepted')",
        "claim.delete()",
        "Claim.objects.all().delete()",
        "Claim.objects.bulk_create(many)",
        "cursor.execute('DELETE FROM claims')",
    ],
)
def test_a_write_elsewhere_is_found(line: str) -> None:
    """Each way of writing that Django has is seen."""
    assert found([seeded(line)]) != []
    assert found([seeded(line, "cases/people/actions.py")]) == []


@pytest.mark.parametrize(
    "line",
    [
        "actions.create(by=user, at=now, username='x')",
        "counts.update(more)",
        "digest.update(b'x')",
        "cache.delete('key')",
        "index.save(path)",
        "cursor.execute('SELECT 1')",
        "Claim.objects.filter(id=1).exists()",
    ],
)
def test_what_does_not_write_is_left_alone(line: str) -> None:
    """Reading, calling an action and changing a dictionary are no writes."""
    assert found([seeded(line)]) == []
