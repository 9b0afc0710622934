"""An action says who and when, is one transaction, and leaves an entry in the ledger."""

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.source import Function, Module, modules, seeded

WITHOUT_WHO = "does not take by"
WITHOUT_WHEN = "does not take at"
NOT_ATOMIC = "is not one transaction"
NOT_RECORDED = "writes no ledger entry"
DERIVED = {WITHOUT_WHO, WITHOUT_WHEN, NOT_RECORDED}
EXCUSED = {
    # There is nobody yet in whose name it could be done: the account is made in its own.
    "cases/accounts/actions.py create_first": {WITHOUT_WHO},
    # The ledger's own entry is written within the transaction of the act that it records.
    "cases/ledger/actions.py write": {NOT_ATOMIC, NOT_RECORDED},
    # A worker takes the next source out of the queue: nothing is decided, and what comes of it leaves an entry.
    "cases/sources/actions.py lease": {WITHOUT_WHO, NOT_ATOMIC, NOT_RECORDED},
    # What a dead worker held goes back into the queue: nothing is decided, as above.
    "cases/sources/actions.py release": {WITHOUT_WHO, WITHOUT_WHEN, NOT_ATOMIC, NOT_RECORDED},
    # Looking at what a search finds is no deed.
    "cases/desk/actions.py look": {NOT_RECORDED},
    # What is decided about many claims, or sources, is written down by the action of that noun, once for all.
    "cases/desk/actions.py decide": {NOT_RECORDED},
    "cases/desk/actions.py classify": {NOT_RECORDED},
    # The index of full text is derived: it says nothing that the texts and claims do not, whose acts leave entries.
    "cases/documents/actions.py index": {NOT_RECORDED},
    # The queue of tables, and how far they have come: the claims that their rows make leave their own entries.
    "cases/arrivals/actions.py lease": {WITHOUT_WHO, NOT_ATOMIC, NOT_RECORDED},
    "cases/arrivals/actions.py note": {WITHOUT_WHO, WITHOUT_WHEN, NOT_ATOMIC, NOT_RECORDED},
    "cases/arrivals/actions.py settle": {WITHOUT_WHO, WITHOUT_WHEN, NOT_ATOMIC, NOT_RECORDED},
    # In which order pairs are asked about: it is derived from what was decided, and decides nothing.
    "cases/people/actions.py arrange": {NOT_RECORDED},
    # Summaries are derived from claims by following the ledger; they decide nothing and say nothing of their own.
    "cases/summaries/actions.py mark": DERIVED,
    "cases/summaries/actions.py take": DERIVED,
    "cases/summaries/actions.py start_over": DERIVED,
    "cases/summaries/actions.py replace_persons": DERIVED,
    "cases/summaries/actions.py replace_events": DERIVED,
    "cases/summaries/actions.py follow_to": DERIVED | {NOT_ATOMIC},
    "cases/summaries/actions.py set_series": DERIVED | {NOT_ATOMIC},
    # The queue of counts: the question left an entry, and so does the report; in between nothing is decided.
    "cases/findings/actions.py lease_count": {WITHOUT_WHO, NOT_ATOMIC, NOT_RECORDED},
    "cases/findings/actions.py note_count": {WITHOUT_WHO, NOT_ATOMIC, NOT_RECORDED},
    "cases/findings/actions.py release_counts": {WITHOUT_WHO, WITHOUT_WHEN, NOT_ATOMIC, NOT_RECORDED},
}
"""What an action need not have, and why."""


def actions(module: Module) -> Iterator[Function]:
    """Give the public functions of an `actions.py`."""
    yield from (node for node in module.tree.body if isinstance(node, Function) and not node.name.startswith("_"))


def shortcomings(package: Iterable[Module]) -> list[str]:
    """List what the actions of these modules lack."""
    return [
        f"{module.place}:{action.lineno} {action.name} {lack}"
        for module in package
        if module.place.name == "actions.py"
        for action in actions(module)
        for lack in lacks(module, action)
        if lack not in EXCUSED.get(f"{module.place.as_posix()} {action.name}", ())
    ]


def lacks(module: Module, action: Function) -> Iterator[str]:
    """Say what an action lacks, excused or not."""
    named = {argument.arg for argument in action.args.kwonlyargs}
    names = set(_reached(module, action))
    if action.args.args or action.args.posonlyargs or action.args.vararg:
        yield "takes arguments without their names"
    if "by" not in named:
        yield WITHOUT_WHO
    if "at" not in named:
        yield WITHOUT_WHEN
    if "atomic" not in names:
        yield NOT_ATOMIC
    if "ledger.write" not in names:
        yield NOT_RECORDED


def _reached(module: Module, action: Function) -> Iterator[str]:
    """Give the names used in an action, and in the functions of its module that it uses, decorators included."""
    local = {node.name: node for node in module.tree.body if isinstance(node, Function)}
    seen: set[str] = set()
    waiting = [action]
    while waiting:
        for node in ast.walk(waiting.pop()):
            match node:
                case ast.Attribute(value=ast.Name(id=owner), attr=name):
                    yield from (name, f"{owner}.{name}")
                case ast.Name(id=name) if name in local and name not in seen:
                    seen.add(name)
                    waiting.append(local[name])


def test_every_action_says_who_and_when_and_is_recorded() -> None:
    """Keyword-only, `by` and `at`, one transaction, one entry."""
    assert shortcomings(modules("cases")) == []


def test_every_excuse_is_still_needed() -> None:
    """An excuse for what is no longer lacking goes."""
    lacking = {
        (f"{module.place.as_posix()} {action.name}", lack)
        for module in modules("cases")
        if module.place.name == "actions.py"
        for action in actions(module)
        for lack in lacks(module, action)
    }

    assert {(action, lack) for action, excused in EXCUSED.items() for lack in excused} <= lacking


def test_an_action_without_who_or_when_is_found() -> None:
    """Each lack is named by itself."""
    text = "def accept(claim, *, by):\n    pass"

    assert shortcomings([seeded(text, "cases/claims/actions.py")]) == [
        "cases/claims/actions.py:1 accept takes arguments without their names",
        "cases/claims/actions.py:1 accept does not take at",
        "cases/claims/actions.py:1 accept is not one transaction",
        "cases/claims/actions.py:1 accept writes no ledger entry",
    ]


def test_an_entry_written_by_a_helper_counts() -> None:
    """What an action calls in its own module is part of it; what it does not call is not."""
    helper = "@transaction.atomic\ndef _record(by, at):\n    ledger.write(by=by, at=at)\n"
    calling = "def accept(*, by, at):\n    _record(by, at)\n"
    silent = "def accept(*, by, at):\n    pass\n"

    assert shortcomings([seeded(helper + calling, "cases/claims/actions.py")]) == []
    assert shortcomings([seeded(helper + silent, "cases/claims/actions.py")]) != []
