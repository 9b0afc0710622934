"""Count the people of the casebook from the terminal: missingness first, every run kept and logged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from kualik.casebook import folder
from kualik.casebook.worker import gone, working
from kualik.cli import common
from kualik.cli.interrupts import INTERRUPTED, listening

if TYPE_CHECKING:
    from kualik.cases.findings.captures import Chosen, Surroundings
    from kualik.cases.findings.jobs import Outcome
    from kualik.cases.findings.models import Count
    from kualik.cli.count_report import Wanted
    from kualik.engine.counting import Question

__all__ = ["Choice", "count_waiting", "from_the_casebook", "told_first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which people and which lists, as they were typed."""

    where: list[str] | None = None
    only: list[str] | None = None
    same: list[str] | None = None
    strata: str = ""
    proposed: bool = False
    providers: bool = False


def from_the_casebook(question: "Question", choice: Choice, *, wanted: "Wanted", seed: int, methods: str) -> int:
    """Ask, count at once, and print; stopped, the count waits for `kualik work`.

    Returns:
        The exit code.
    """
    common.open_casebook()
    by = common.acting()
    from kualik.cases.findings import actions, counts

    asked = counts.Asked(question=question, chosen=_chosen(choice), seed=seed, methods=methods)
    count = actions.ask_count(by=by, at=common.now(), asked=asked)
    known = counts.surroundings_of(count)
    if not wanted.as_json:
        common.say("\n".join([*told_first(known), ""]))
    outcome = _counted(count)
    if outcome.report is None:
        return _not_counted(outcome)
    from kualik.cli.count_report import write
    from kualik.cli.plain import plain

    write(outcome.report, wanted, count=str(count.pk), casebook=plain(known))
    return 0


def _counted(count: "Count") -> "Outcome":
    from kualik.cases.findings import actions, jobs

    with listening() as stop, working(folder.located()) as worker:
        leased = actions.lease_count(worker=worker, at=common.now(), seconds=jobs.LEASE, only=count)
        if leased is None:  # another worker of this casebook was quicker
            return jobs.Outcome(count=count)
        return jobs.do(count=leased, worker=worker, clock=common.now, stopped=stop)


def _not_counted(outcome: "Outcome") -> int:
    if outcome.failure:
        common.tell(f"the count {outcome.count.pk} was broken off: {outcome.failure}")
        return 1
    common.tell(f"the count {outcome.count.pk} is kept and waits; `kualik work --once` goes on with it")
    return INTERRUPTED


def _chosen(choice: Choice) -> "Chosen":
    from kualik.cases.findings.captures import Chosen
    from kualik.cases.findings.traits import where

    return Chosen(
        where=tuple(where(one) for one in choice.where or ()),
        lists=tuple(choice.only or ()),
        same=tuple(_pair(one) for one in choice.same or ()),
        strata=choice.strata,
        proposed=choice.proposed,
        providers=choice.providers,
    )


def _pair(given: str) -> tuple[str, str]:
    other, equals, one = given.partition("=")
    if not (equals and other.strip() and one.strip()):
        raise typer.BadParameter(f"{given!r}: write OTHER=ONE", param_hint="--same")
    return other.strip(), one.strip()


def told_first(known: "Surroundings") -> Iterator[str]:
    """Say what must be known of the lists before any figure: what is not known of people, then the lists themselves.

    Args:
        known: what the casebook says of the table.

    Yields:
        Lines.
    """
    yield f"Of {known.people} people who fit, this is not known:"
    for one in known.missing:
        yield f"  {one.property}: of {one.unknown} of all {one.people} who are said to be held"
    yield f"{known.unlisted} people are named only where nobody says who published: they are on no list."
    yield f"{known.waiting} pairs of persons wait for a judgement: each may be one person counted twice."
    yield "The lists are whoever published:"
    for row in known.lists:
        left = "" if row.chosen else " (left out)"
        yield f"  {row.name}: {row.people} people, {row.alone} on no other list, documents: {row.documents}{left}"
    for derived in known.derived:
        yield f"  {derived.copier}: documents that count for {derived.origin}, whose they are: {derived.documents}"


def count_waiting(stop: Callable[[], bool]) -> int:
    """Make every count that waits.

    Returns:
        How many could not be made.
    """
    from kualik.cases.findings import actions, counting

    if not (counting.waiting_counts() or counting.holders()):
        return 0
    from kualik.cases.findings import jobs

    failed = 0
    casebook = folder.located()
    with working(casebook) as worker:
        actions.release_counts(workers=gone(casebook, counting.holders()))
        for outcome in jobs.run(worker=worker, clock=common.now, stopped=stop):
            failed += bool(outcome.failure)
            if outcome.failure:
                common.tell(f"the count {outcome.count.pk} was broken off: {outcome.failure}")
    return failed
