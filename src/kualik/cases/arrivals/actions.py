"""Everything that can be done to a batch, to what came in with it, and to a table. Nothing else writes one."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from kualik.casebook.errors import TooLarge
from kualik.casebook.vault import Stored
from kualik.cases.accounts.models import User
from kualik.cases.arrivals import policy
from kualik.cases.arrivals.errors import BatchRefused
from kualik.cases.arrivals.models import Arrival, Batch, Import, Match, Outcome, Row, Stage, Standing
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.arrivals.queries import about
from kualik.cases.documents.models import Document
from kualik.cases.ledger import actions as ledger
from kualik.cases.sources import actions as sources
from kualik.cases.sources import keeping
from kualik.cases.sources import policy as sources_policy
from kualik.cases.sources.errors import SourceRefused
from kualik.cases.sources.intake import HandoverNote, Told, check_told
from kualik.cases.sources.models import Handover, RowMapping, Source

if TYPE_CHECKING:
    from kualik.cases.ledger.canonical import JSON

__all__ = [
    "arrive",
    "begin",
    "drop",
    "lease",
    "note",
    "open_batch",
    "put_back",
    "settle",
    "try_out",
    "undo",
]

LONGEST_TITLE, LONGEST_NAME = 200, 500  # characters
TOLD = ("publisher", "published", "language", "official")
TRIED = (Stage.CHECKING, Stage.CHECKED)


@transaction.atomic
def open_batch(*, by: User, at: datetime, title: str) -> Batch:
    """Begin a batch: what comes in with it can be undone as one.

    Raises:
        NotAllowed: `by` is no contributor.
    """
    sources_policy.check_may_add(by)
    batch = Batch.objects.create(title=title[:LONGEST_TITLE], by=by, at=at)
    ledger.write(by=by, at=at, kind="batch:opened", about=about(batch))
    return batch


def arrive(*, by: User, at: datetime, batch: Batch, piece: Piece, told: Told, handover: HandoverNote) -> Arrival:
    """Keep one thing that is handed in, or note why it is not taken.

    Where the same bytes are here already, what is told now and was not known before is added to what is known of them.

    Raises:
        NotAllowed: `by` is no contributor.
        DiskFull: there is no room; nothing is kept of it.
    """
    sources_policy.check_may_add(by)
    try:
        check_told(piece.name, told)
        stored = keeping.keep(piece.content, piece.name)
    except (TooLarge, SourceRefused) as refused:
        return _turned_away(by, at, batch, piece, str(refused))
    return _arrived(by, at, _arrival(batch, piece, at), stored, (told, handover))


@transaction.atomic
def try_out(*, by: User, at: datetime, document: Document, mapping: RowMapping, match: Match) -> Import:
    """Begin to try a mapping out on a table: nothing is taken in yet.

    Args:
        by: a contributor.
        at: when.
        document: the table as it was read, headers in its first line.
        mapping: which column says what.
        match: by what rows are known to be some that came before.

    Raises:
        NotAllowed: `by` is no contributor.
        BatchRefused: it has no rows below its headers.
    """
    sources_policy.check_may_add(by)
    total = document.text.count("\n")
    if not total:
        raise BatchRefused(why=f"{document}: there are no rows below the headers")
    title = document.title or document.source.handover.file_name
    batch = Batch.objects.create(title=title[:LONGEST_TITLE], by=by, at=at)
    place = document.text.index("\n") + 1
    made = Import.objects.create(batch=batch, document=document, mapping=mapping, match=match, total=total, place=place)
    details: dict[str, JSON] = {"document": str(document.pk), "mapping": str(mapping.pk), "match": match.value}
    ledger.write(by=by, at=at, kind="table:tried", about=about(batch), details=details)
    return made


@transaction.atomic
def begin(*, by: User, at: datetime, imported: Import) -> None:
    """Begin to take the rows of a table in that was tried out.

    Raises:
        NotAllowed: `by` is no contributor.
        BatchRefused: it was not tried out to its end, or is being taken in already.
    """
    sources_policy.check_may_add(by)
    place = imported.document.text.index("\n") + 1
    _move(imported, Stage.CHECKED, Stage.IMPORTING, row=2, place=place, counted={}, faults=[])
    Batch.objects.filter(pk=imported.pk).update(by=by, at=at)
    ledger.write(by=by, at=at, kind="table:begun", about=about(imported.batch))


@transaction.atomic
def drop(*, by: User, at: datetime, imported: Import) -> None:
    """Give a table up that was only tried out.

    Raises:
        NotAllowed: `by` is no contributor.
        BatchRefused: it is being taken in, or was.
    """
    sources_policy.check_may_add(by)
    _move(imported, imported.stage if imported.stage in TRIED else Stage.CHECKED, Stage.DROPPED)
    ledger.write(by=by, at=at, kind="table:dropped", about=about(imported.batch))


def lease(*, worker: str, at: datetime, seconds: int, imported: Import | None = None) -> Import | None:
    """Give a worker the next table that waits, or the one that is asked for; None where another has it.

    It is bookkeeping and leaves no entry, as the queue of sources.
    """
    free = Q(stage__in=[Stage.CHECKING, Stage.IMPORTING]) & (Q(until=None) | Q(until__lt=at) | Q(holder=worker))
    found = Import.objects.filter(free, batch__standing=Standing.IN).order_by("batch__at")
    found = found.filter(pk=imported.pk) if imported else found
    one = found.first()
    if one is None or not Import.objects.filter(free, pk=one.pk).update(
        holder=worker, until=at + timedelta(seconds=seconds)
    ):
        return None
    return Import.objects.select_related("batch__by", "document__source", "mapping").get(pk=one.pk)


def note(*, imported: Import, worker: str, rows: Sequence[Row] = (), **reached: Any) -> None:
    """Note how far a table has come, and which rows were taken in; the claims they make left their own entry.

    Raises:
        BatchRefused: another worker has it by now; nothing is noted.
    """
    held = Import.objects.filter(pk=imported.pk, holder=worker)
    ended = reached.get("stage", imported.stage) not in {Stage.CHECKING, Stage.IMPORTING}
    if not held.update(**reached, **({"holder": "", "until": None} if ended else {})):
        raise BatchRefused(why="another worker has this table by now; its result was dropped, nothing is lost")
    Row.objects.bulk_create(rows)
    for name, value in reached.items():
        setattr(imported, name, value)


@transaction.atomic
def undo(*, by: User, at: datetime, batch: Batch, decided: bool = False, why: str = "") -> None:
    """Begin to undo a batch: everything it brought is withdrawn. What people decided stays, unless `decided` is said.

    Raises:
        NotAllowed: `by` neither handed it in nor is an editor, or people decided on it and `by` is no editor.
        BatchRefused: it is undone already.
    """
    policy.check_may_undo(by, batch, decided=decided)
    held = Batch.objects.filter(pk=batch.pk, standing=Standing.IN)
    if not held.update(standing=Standing.UNDOING, with_decided=decided, moved_by=by, moved_at=at, why=why):
        raise BatchRefused(why="this batch is undone already, or somebody is at it: load the page again")
    ledger.write(by=by, at=at, kind="batch:undone", about=about(batch), details={"decided": decided})
    batch.refresh_from_db()


@transaction.atomic
def put_back(*, by: User, at: datetime, batch: Batch) -> None:
    """Begin to put back what was undone.

    Raises:
        NotAllowed: `by` is no editor.
        BatchRefused: it is not undone.
    """
    policy.check_may_put_back(by)
    held = Batch.objects.filter(pk=batch.pk, standing=Standing.UNDONE)
    if not held.update(standing=Standing.RETURNING, moved_by=by, moved_at=at):
        raise BatchRefused(why="this batch is not undone, or not yet to its end: load the page again")
    ledger.write(by=by, at=at, kind="batch:put-back", about=about(batch))
    batch.refresh_from_db()


def settle(*, batch: Batch, standing: Standing) -> None:
    """Note that undoing, or putting back, has come to its end; each step of it left its own entry."""
    Batch.objects.filter(pk=batch.pk).update(standing=standing)
    batch.standing = standing


def _move(imported: Import, was: str, became: Stage, **more: object) -> None:
    held = Import.objects.filter(pk=imported.pk, stage=was, batch__standing=Standing.IN)
    if not held.update(stage=became, holder="", until=None, **more):
        raise BatchRefused(why="this table is at another point by now: load the page again")
    imported.refresh_from_db()


@transaction.atomic
def _arrived(by: User, at: datetime, arrival: Arrival, stored: Stored, said: tuple[Told, HandoverNote]) -> Arrival:
    told, handover = said
    added = sources.add(by=by, at=at, content=stored, name=arrival.name, handover=handover, told=told)
    arrival.source, arrival.outcome = added.source, Outcome.NEW if added.new else Outcome.KNOWN
    arrival.save(force_insert=True)
    if not added.new:
        more = _more(by, added.source, told, handover)
        if more is None:
            ledger.write(by=by, at=at, kind="batch:met", about=about(arrival.batch))
        else:
            sources.tell(by=by, at=at, source=added.source, told=more[0], handover=more[1])
    return arrival


def _more(by: User, source: Source, told: Told, handover: HandoverNote) -> tuple[Told, HandoverNote] | None:
    """Fill in what is not known yet of a source; what was told otherwise stands. None where nothing is new."""
    if not sources_policy.may_see(by, source):
        return None
    known = Handover.objects.get(source=source)
    filled = replace(
        told,
        publisher=source.publisher or told.publisher,
        published=source.published or told.published,
        language=source.language or told.language,
        official=source.official or told.official,
    )
    noted = HandoverNote(**{name: getattr(known, name) or value for name, value in asdict(handover).items()})
    same_told = all(getattr(filled, name) == getattr(source, name) for name in TOLD)
    same_note = all(getattr(noted, name) == getattr(known, name) for name in asdict(noted))
    return None if same_told and same_note else (filled, noted)


@transaction.atomic
def _turned_away(by: User, at: datetime, batch: Batch, piece: Piece, why: str) -> Arrival:
    arrival = _arrival(batch, piece, at)
    arrival.outcome, arrival.reason = Outcome.REFUSED, why
    arrival.save(force_insert=True)
    ledger.write(by=by, at=at, kind="batch:refused", about=about(batch))
    return arrival


def _arrival(batch: Batch, piece: Piece, at: datetime) -> Arrival:
    return Arrival(batch=batch, name=keeping.plain_name(piece.name)[-LONGEST_NAME:], inside=piece.inside, at=at)
