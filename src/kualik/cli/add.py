"""`kualik add`: sources in, read, claims proposed."""

import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kualik.casebook import folder
from kualik.casebook.errors import CasebookError, DiskFull
from kualik.casebook.worker import gone, working
from kualik.cli import common
from kualik.cli.files import Found, PathRefused, Skipped, files
from kualik.cli.interrupts import INTERRUPTED, Stop, listening
from kualik.cli.progress import shown

if TYPE_CHECKING:
    from kualik.assistant.opinion import Assistant
    from kualik.cases.accounts.models import User
    from kualik.cases.claims.jobs import Outcome
    from kualik.cases.sources.intake import Added, HandoverNote, Told
    from kualik.cases.sources.models import RowMapping

__all__ = ["Intake", "app", "read_waiting"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@dataclass(slots=True, kw_only=True)
class Intake:
    """One run of `kualik add`: in whose name, what is said of every source, and what became of them so far."""

    by: "User"
    told: "Told"
    note: "HandoverNote"
    as_json: bool
    again: bool
    added: int = 0
    here: int = 0
    refused: int = 0
    left: int = field(default=0)  # not looked at, because somebody pressed Ctrl-C


@app.command(no_args_is_help=True)
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    published: Annotated[str, typer.Option(help="When it was published: 2024-02-08, 2024-02, 2024.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    lang: Annotated[str, typer.Option(help="Its language as a BCP 47 tag, such as kk-Cyrl.")] = "",
    mapping: Annotated[str, typer.Option(help="Which column says what: a saved mapping, or a JSON or TOML file.")] = "",
    provider: Annotated[str, typer.Option(help="Who handed it over; only custodians see this.")] = "",
    consent: Annotated[str, typer.Option(help="What they allowed, in their words.")] = "",
    sensitivity: Annotated[str, typer.Option(help="public, internal, restricted or sealed.")] = "internal",
    official: Annotated[bool, typer.Option("--official", help="It is an official paper: a verdict, a notice.")] = False,
    encoding: Annotated[str, typer.Option(help="The encoding of a text that could not be told by itself.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Read once more what was refused before.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Add sources: each is kept byte for byte, then read, and what it claims is proposed.

    A second time adds nothing. Ctrl-C ends after the file at hand; the same command goes on from there.

    Example: kualik add ~/reports --publisher "RFE/RL" --published 2024-02-08
    """
    common.open_casebook()
    by = common.acting()
    from kualik.cases.sources.intake import HandoverNote, Told

    told = Told(
        publisher=publisher,
        published=published,
        language=lang,
        level=_level(sensitivity),
        official=official,
        encoding=encoding,
        mapping=_mapping(by, mapping),
    )
    intake = Intake(
        by=by, told=told, note=HandoverNote(provider=provider, consent=consent), as_json=as_json, again=again
    )
    raise typer.Exit(_run(intake, paths))


def _run(intake: Intake, paths: Sequence[str]) -> int:
    with listening() as stop:
        _take_in(intake, paths, stop)
        refused = 0 if stop() else read_waiting(stop, as_json=intake.as_json)
    _sum_up(intake)
    if stop():
        common.tell("stopped as asked; the same command goes on from here")
        return INTERRUPTED
    return 1 if intake.refused or refused else 0


def _take_in(intake: Intake, paths: Sequence[str], stop: Stop) -> None:
    found = list(files(paths))
    with shown("keeping", total=len(found)) as bar:
        for at, one in enumerate(found):
            if stop():
                intake.left = len(found) - at
                return
            _take(intake, one)
            bar.step()


def _take(intake: Intake, one: Found | Skipped | PathRefused) -> None:
    if isinstance(one, Skipped):
        common.tell(f"{one.path}: skipped, {one.why}")
        return
    if isinstance(one, PathRefused):
        _refuse(intake, one.path, str(one), one.why)
        return
    try:
        added = _add(intake, one)
    except DiskFull:
        raise
    except CasebookError as error:
        _refuse(intake, str(one.path or one.name), str(error), str(error))
    except OSError as error:
        why = error.strerror or str(error)
        _refuse(intake, str(one.path), f"{one.path}: {why}; ask whoever owns it", why)
    else:
        _acknowledge(intake, one, added)


def _add(intake: Intake, one: Found) -> "Added":
    from dataclasses import replace

    from kualik.cases.sources import actions

    return actions.add(
        by=intake.by,
        at=common.now(),
        content=one.path or sys.stdin.buffer,
        name=one.name,
        handover=replace(intake.note, origin=str(one.path.absolute()) if one.path else ""),
        told=intake.told,
    )


def _acknowledge(intake: Intake, one: Found, added: "Added") -> None:
    result = "added" if added.new else "already here"
    if added.new:
        intake.added += 1
    else:
        intake.here += 1
        if intake.again and added.source.state == "refused":
            _again(intake, added)
            result = "read again"
    _print(intake.as_json, result, str(one.path or one.name), sha256=added.source.sha256)


def _again(intake: Intake, added: "Added") -> None:
    from kualik.cases.sources import actions

    actions.read_again(
        by=intake.by,
        at=common.now(),
        source=added.source,
        encoding=intake.told.encoding,
        mapping=intake.told.mapping,
    )


def _refuse(intake: Intake, path: str, message: str, why: str) -> None:
    intake.refused += 1
    _print(intake.as_json, "refused", path, why=why)
    common.tell(message)


def _print(as_json: bool, result: str, path: str, **more: Any) -> None:
    if as_json:
        common.say(json.dumps({"result": result, "path": path} | more, ensure_ascii=False))
    else:
        mark = str(more.get("sha256", ""))[:12]
        common.say("\t".join(part for part in (result, mark, path, str(more.get("why", ""))) if part))


def _sum_up(intake: Intake) -> None:
    counted = {"added": intake.added, "already here": intake.here, "refused": intake.refused, "left": intake.left}
    common.tell(", ".join(f"{count} {what}" for what, count in counted.items() if count) or "there was nothing to add")


def read_waiting(stop: Callable[[], bool], *, as_json: bool) -> int:
    """Read every source that waits, take tables in and undo batches, then look who the persons are.

    Returns:
        How many could not be read.
    """
    from kualik.cases.arrivals import importing, moving
    from kualik.cases.claims import jobs
    from kualik.cases.findings import following
    from kualik.cases.people import jobs as people
    from kualik.cases.sources import actions as sources
    from kualik.cases.sources import queries
    from kualik.engine.reading import Apart, Limits

    by = common.acting()
    refused = 0
    limits = Limits(file_bytes=common.file_limit())
    casebook = folder.located()
    with (
        Apart(limits) as apart,
        working(casebook) as worker,
        shown("reading", total=jobs.waiting(viewer=by) or None) as bar,
    ):
        sources.release(workers=gone(casebook, queries.holders()))
        second = _second() if jobs.waiting(viewer=by) else None
        for outcome in jobs.run(worker=worker, apart=apart, clock=common.now, stopped=stop, second=second):
            refused += bool(outcome.refusal)
            _tell_outcome(outcome, as_json=as_json)
            bar.step()
        importing.run(worker=worker, clock=common.now, stopped=stop)
        moving.run(stopped=stop)
    _index(by)
    people.run(by=by, at=common.now())
    following.run(stopped=stop)
    return refused


def _index(by: "User") -> None:
    """Put into the index of full text what is not there: after a restore, or since the index is made another way."""
    from kualik.cases.claims import indexing
    from kualik.cases.documents import jobs

    jobs.run(by=by, at=common.now())
    indexing.catch_up(by=by, at=common.now())


def _second() -> "Assistant | None":
    """Make the casebook's language model ready, where one is set; one that cannot be used is said and left out."""
    from kualik.assistant import settings

    if not settings.is_set(folder.located()):
        return None
    from kualik.cli.llm import assistant

    try:
        return assistant()
    except CasebookError as error:
        common.tell(f"{error}; sources are read by the rules alone")
        return None


def _tell_outcome(outcome: "Outcome", *, as_json: bool) -> None:
    from kualik.cases.sources.queries import file_name

    name = file_name(outcome.source)
    if as_json:
        common.say(json.dumps(_as_json(outcome, name), ensure_ascii=False))
    elif outcome.refusal:
        common.say("\t".join(("not read", outcome.source.sha256[:12], name, outcome.refusal)))
    else:
        what = f"documents: {outcome.documents}, claims proposed: {outcome.claims}"
        common.say("\t".join(("read", outcome.source.sha256[:12], name, what)))
    if outcome.refusal:
        common.tell(f"{name}: {outcome.refusal}: {outcome.detail}")


def _as_json(outcome: "Outcome", name: str) -> dict[str, Any]:
    shared = {"path": name, "sha256": outcome.source.sha256}
    if outcome.refusal:
        return {"result": "not read"} | shared | {"reason": outcome.refusal, "detail": outcome.detail}
    return {"result": "read"} | shared | {"documents": outcome.documents, "claims": outcome.claims}


def _level(name: str) -> Any:
    from kualik.cases.sources.models import Sensitivity

    if name not in Sensitivity.values:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(Sensitivity.values)}", param_hint="--sensitivity")
    return Sensitivity(name)


def _mapping(by: "User", given: str) -> "RowMapping | None":
    """Take a saved mapping by its name, or save the one in a file under the file's name."""
    from kualik.cases.sources import actions, queries

    path = Path(given)
    if not given:
        return None
    if not path.is_file():
        return queries.mapping(viewer=by, name=given)
    text = path.read_text(encoding="utf-8")
    try:
        definition = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except ValueError as error:  # of which both libraries' errors are a kind
        raise PathRefused(path=given, why=f"is not a mapping: {error}") from error
    return actions.save_mapping(by=by, at=common.now(), name=path.stem, definition=definition)
