"""Build the demo's casebook by the same actions that people's own work goes through."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zlib import crc32

from kualik.cli.demo_scans import scan

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.documents.models import Document
    from kualik.cases.sources.models import Source

__all__ = ["World", "build"]

CORPUS = files("kualik.cli.demo_corpus")
WORKER = "demo"
BY = "daniyar"  # who brings the documents in


@dataclass(slots=True, kw_only=True)
class World:
    """What is being built: the users by name, and the document of each of the corpus's files."""

    users: dict[str, "User"] = field(default_factory=dict)
    documents: dict[str, "Document"] = field(default_factory=dict)


def build(*, keeper: "User", password: str, tell: Callable[[str], None]) -> World:
    """Fill a new casebook: users, sources, what was read from them, what people decided, a release.

    Args:
        keeper: the casebook's first account, in whose name the others are made.
        password: what all of them sign in with.
        tell: shows what is being done.
    """
    from kualik.cli import demo_decisions

    manifest, decisions = _load("manifest.json"), _load("decisions.json")
    world = World()
    tell("making four accounts")
    _make_users(world, decisions["users"], keeper, password)
    tell("adding and reading the documents of five families: reports, letters, scans, a spreadsheet")
    _read_all(world, sorted(_entries(manifest), key=lambda entry: str(entry["received"])))
    tell("entering what their fictional colleagues decided")
    demo_decisions.apply(world, decisions["decisions"])
    return world


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CORPUS / name).read_text(encoding="utf-8"))
    return loaded


def _entries(manifest: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in ("documents", "tables", "scans"):
        yield from manifest[kind]


def _make_users(world: World, users: list[dict[str, Any]], keeper: "User", password: str) -> None:
    from kualik.cases.accounts import actions
    from kualik.cases.accounts.models import Role

    at = datetime(2018, 1, 8, 9, tzinfo=UTC)
    for user in users:
        world.users[user["name"]] = actions.create(
            by=keeper,
            at=at,
            username=user["name"],
            display_name=user["full_name"],
            roles=[Role(role) for role in user["roles"]],
            password=password,
        )


def _read_all(world: World, entries: list[dict[str, Any]]) -> None:
    from kualik.engine.reading import Apart

    with Apart() as apart:
        for minute, entry in enumerate(entries):
            at = datetime.fromisoformat(entry["received"]).replace(tzinfo=UTC) + timedelta(hours=9, minutes=minute)
            source = _add(world, entry, at)
            _read(world, entry, source, apart, at + timedelta(minutes=1))


def _add(world: World, entry: Mapping[str, Any], at: datetime) -> "Source":
    from kualik.cases.sources import actions
    from kualik.cases.sources.intake import HandoverNote, Told
    from kualik.cases.sources.models import Sensitivity

    told = Told(
        publisher=entry["publisher"] or "",
        published=entry["published"] or "",
        language=entry["language"],
        level=Sensitivity(entry["sensitivity"]),
        official=entry["official_record"],
        mapping=_mapping(world, entry, at),
    )
    handover = HandoverNote(
        origin=entry["url"] or "", provider=entry["provider"], note=entry["handed_over"], consent=entry["consent"]
    )
    name = entry.get("output") or entry["file"]
    return actions.add(
        by=world.users[BY], at=at, content=_content(entry), name=name, handover=handover, told=told
    ).source


def _mapping(world: World, entry: Mapping[str, Any], at: datetime) -> Any:
    from kualik.cases.sources import actions

    if "mapping" not in entry:
        return None
    definition = _load(entry["mapping"])
    return actions.save_mapping(by=world.users[BY], at=at, name=definition["name"], definition=definition)


def _content(entry: Mapping[str, Any]) -> bytes:
    raw: bytes = (CORPUS / entry["file"]).read_bytes()
    if "layout" not in entry:
        return raw
    form = entry["output"].rpartition(".")[2].upper()
    return scan(raw.decode(), entry["layout"], form=form, seed=crc32(entry["file"].encode()))


def _read(world: World, entry: Mapping[str, Any], source: "Source", apart: Any, at: datetime) -> None:
    from kualik.cases.claims import jobs
    from kualik.cases.people import jobs as people

    list(jobs.run(worker=WORKER, apart=apart, clock=lambda: at))
    if "transcript" in entry:
        jobs.transcribe(
            by=world.users[BY], at=at, source=source, text=entry["transcript"]["text"], language=entry["language"]
        )
    people.run(by=world.users[BY], at=at)
    document = source.documents.order_by("-version", "part").first()
    if document:
        world.documents[entry["file"]] = document
