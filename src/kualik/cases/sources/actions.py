"""Everything that can be done to a source. Nothing else writes one."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from kualik.casebook.vault import Stored
from kualik.cases.accounts.models import User
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.canonical import JSON
from kualik.cases.sources import keeping, policy, verification
from kualik.cases.sources.errors import MappingRefused, NotTheHolder, SourceRefused
from kualik.cases.sources.intake import Added, HandoverNote, Told, check_told
from kualik.cases.sources.models import Earlier, Handover, RowMapping, Sensitivity, Source, State
from kualik.cases.sources.queries import about
from kualik.engine.extracting.rows import Mapping

__all__ = [
    "add",
    "classify",
    "classify_together",
    "finish",
    "lease",
    "put_back",
    "read_again",
    "refuse",
    "release",
    "save_mapping",
    "tell",
    "transcribed",
    "withdraw",
]

NOTHING_NOTED = HandoverNote()
NOTHING_TOLD = Told()


def add(
    *,
    by: User,
    at: datetime,
    content: keeping.Content | Stored,
    name: str,
    handover: HandoverNote = NOTHING_NOTED,
    told: Told = NOTHING_TOLD,
) -> Added:
    """Keep bytes as they were given, and put them in line to be read.

    The bytes are in the vault, on the disk, before a row speaks of them. Adding the same bytes again adds nothing.

    Args:
        by: a contributor.
        at: when.
        content: a file, a stream that is read to its end, the bytes themselves, or what `keeping.keep` made of them.
        name: what the file is called where it comes from.
        handover: where it comes from and who handed it over.
        told: what is known of it beforehand.

    Returns:
        The source, and whether it is new.

    Raises:
        NotAllowed: `by` is no contributor.
        SourceRefused: what was told cannot be so.
        TooLarge: there are more bytes than the casebook takes; nothing is kept.
        DiskFull: there is no room; nothing is kept.
    """
    policy.check_may_add(by)
    check_told(name, told)
    if not isinstance(content, Stored) and (known := keeping.known(content)):
        return Added(source=known, new=False)
    stored = content if isinstance(content, Stored) else keeping.keep(content, name)
    if known := Source.objects.filter(sha256=stored.sha256).first():
        return Added(source=known, new=False)
    try:
        return Added(source=_recorded(by, at, stored, _noted(name, handover), told), new=True)
    except IntegrityError:  # somebody else added the same bytes just now
        return Added(source=Source.objects.get(sha256=stored.sha256), new=False)


@transaction.atomic
def read_again(
    *, by: User, at: datetime, source: Source, encoding: str = "", mapping: RowMapping | None = None
) -> None:
    """Put a source in line again that was refused, or read, with what is known better now.

    A new reading is a new version of the document; what was read before stays, with its claims.

    Raises:
        NotAllowed: `by` is no contributor.
        SourceRefused: it waits already, was withdrawn, or was opened and holds no text of its own.
    """
    policy.check_may_add(by)
    changed: dict[str, object] = {"state": State.WAITING, "refusal": "", "refusal_detail": "", "attempts": 0}
    changed |= {"encoding": encoding} if encoding else {}
    changed |= {"mapping": mapping} if mapping else {}
    again = Q(state=State.REFUSED) | Q(state=State.READ) & ~Q(opened=True, documents=None)
    if not Source.objects.filter(pk__in=Source.objects.filter(again, pk=source.pk)).update(**changed):
        raise SourceRefused(name=str(source), why="is in line already, or there is nothing in it to read again")
    details: dict[str, JSON] = {"encoding": encoding, "mapping": str(mapping.pk) if mapping else None}
    ledger.write(by=by, at=at, kind="source:read-again", about=about(source), details=details)


@transaction.atomic
def classify(*, by: User, at: datetime, source: Source, level: Sensitivity) -> None:
    """Change who may know of a source.

    Raises:
        NotAllowed: `by` may not know of sources of the old or the new level, or is no editor.
    """
    present = Source.objects.select_for_update().get(pk=source.pk)  # it may have been sealed since it was looked at
    policy.check_may_classify(by, present, level)
    ledger.write(
        by=by,
        at=at,
        kind="source:classified",
        about=about(source),
        details={"was": present.level, "became": level.value},
    )
    Source.objects.filter(pk=source.pk).update(level=level)
    source.level = level


@transaction.atomic
def classify_together(*, by: User, at: datetime, levels: dict[str, Sensitivity]) -> None:
    """Change who may know of many sources, all or none; `levels` by their SHA-256.

    Raises:
        NotAllowed: `by` may not know of sources of one of the old or the new levels, or is no editor.
    """
    present = list(Source.objects.select_for_update().filter(pk__in=levels).order_by("pk"))
    for source in present:
        policy.check_may_classify(by, source, levels[source.pk])
    moved: dict[str, JSON] = {about(one): {"was": one.level, "became": levels[one.pk].value} for one in present}
    cause = about(present[0]) if len(present) == 1 else "sources:many"
    ledger.write(by=by, at=at, kind="source:classified", about=cause, details=moved)
    for level in sorted(set(levels.values())):
        Source.objects.filter(pk__in=[one.pk for one in present if levels[one.pk] == level]).update(level=level)


@transaction.atomic
def tell(
    *, by: User, at: datetime, source: Source, told: Told = NOTHING_TOLD, handover: HandoverNote | None = None
) -> None:
    """Say of a source what is known better now. What was said before is kept.

    Args:
        by: a contributor who may know of the source; what only custodians see, only a custodian changes, but anybody
            may fill it in where nothing was noted.
        at: when.
        source: what it is about.
        told: publisher, date, language, and whether it is official, as they are to stand; the rest of it stays.
        handover: who handed it over and what they allowed, as it is to stand; None leaves that.

    Raises:
        NotAllowed: `by` may not say that of this source.
        SourceRefused: it cannot be so, or it says nothing new.
    """
    present = Source.objects.select_for_update().get(pk=source.pk)
    note = Handover.objects.get(source=present)
    said = asdict(handover) if handover else {}
    secrets = any(getattr(note, field) not in {"", value} for field, value in said.items())
    policy.check_may_tell(by, present, secrets=secrets)
    check_told(str(source), told)
    was = verification.stated(present, note)
    for field in ("publisher", "published", "language", "official"):
        setattr(present, field, getattr(told, field))
    for field, value in said.items():
        setattr(note, field, value)
    if verification.stated(present, note) == was:
        raise SourceRefused(name=str(source), why="nothing in it is changed")
    Earlier.objects.create(source=present, was=was, by=by, at=at)
    present.save(update_fields=["publisher", "published", "language", "official"])
    note.save(update_fields=["origin", "provider", "note", "consent"])
    details: dict[str, JSON] = {"commitment": verification.commitment(present, note)}
    ledger.write(by=by, at=at, kind="source:told", about=about(present), details=details)


@transaction.atomic
def withdraw(*, by: User, at: datetime, sources: Collection[Source], cause: str) -> None:
    """Take sources back that should not have come in: they are not read, and stand in no list. They are kept.

    Args:
        by: whoever added them, or an editor.
        at: when.
        sources: which.
        cause: for whose sake, as the ledger names it, such as "batch:…".

    Raises:
        NotAllowed: `by` is no editor and did not add one of them.
    """
    for source in sources:
        policy.check_may_withdraw(by, source)
    found = Source.objects.filter(pk__in=[source.pk for source in sources])
    found.update(state=State.WITHDRAWN, refusal="", refusal_detail="", lease_holder="", lease_until=None)
    _move_together(by, at, "source:withdrawn", sources, cause)


@transaction.atomic
def put_back(*, by: User, at: datetime, sources: Collection[Source], cause: str) -> None:
    """Put sources back that were withdrawn: those that were read count as read, the others wait.

    Raises:
        NotAllowed: `by` is no editor and did not add one of them.
    """
    for source in sources:
        policy.check_may_withdraw(by, source)
    found = Source.objects.filter(pk__in=[source.pk for source in sources], state=State.WITHDRAWN)
    read = found.exclude(media_type="").values_list("pk", flat=True)
    Source.objects.filter(pk__in=list(read)).update(state=State.READ)
    found.update(state=State.WAITING, attempts=0)
    _move_together(by, at, "source:put-back", sources, cause)


def _move_together(by: User, at: datetime, kind: str, sources: Collection[Source], cause: str) -> None:
    named: list[JSON] = [about(source) for source in sources]
    ledger.write(by=by, at=at, kind=kind, about=cause, details={"sources": named})


@transaction.atomic
def save_mapping(*, by: User, at: datetime, name: str, definition: dict[str, JSON]) -> RowMapping:
    """Save which column of a spreadsheet says what, under a name. The same again is the same version.

    Raises:
        NotAllowed: `by` is no contributor.
        MappingRefused: the name is empty.
        EngineError: the definition makes no sense; names the column.
    """
    policy.check_may_add(by)
    if not name.strip():
        raise MappingRefused(name=name, why="a mapping is saved under a name")
    Mapping.from_dict(definition)
    last = RowMapping.objects.filter(name=name).order_by("-version").first()
    if last and last.definition == definition:
        return last
    made = RowMapping.objects.create(
        name=name, version=last.version + 1 if last else 1, definition=definition, saved_by=by, saved_at=at
    )
    ledger.write(by=by, at=at, kind="mapping:saved", about=f"mapping:{made.pk}", details={"version": made.version})
    return made


def lease(*, worker: str, at: datetime, seconds: int) -> Source | None:
    """Give a worker the next source to read, for so long; None when none waits.

    It is bookkeeping and leaves no entry: nothing is decided, and what comes of it leaves one.
    """
    free = Q(state=State.WAITING) | Q(state=State.READING, lease_until__lt=at)
    while (source := Source.objects.filter(free).order_by("added_at", "sha256").first()) is not None:
        taken = Source.objects.filter(free, pk=source.pk).update(
            state=State.READING,
            lease_holder=worker,
            lease_until=at + timedelta(seconds=seconds),
            attempts=F("attempts") + 1,
        )
        if taken:
            return Source.objects.select_related("added_by", "handover", "mapping").get(pk=source.pk)
    return None


def release(*, workers: Collection[str]) -> int:
    """Take back what workers hold that live no more, so that it is read at once; bookkeeping, as `lease`."""
    held = Source.objects.filter(state=State.READING, lease_holder__in=workers)
    return held.update(state=State.WAITING, lease_holder="", lease_until=None)


@transaction.atomic
def finish(*, by: User, at: datetime, source: Source, worker: str, media_type: str) -> None:
    """Note that a source was read.

    Raises:
        NotAllowed: `by` neither added it nor is a contributor.
        NotTheHolder: the worker's time ran out and another has it.
    """
    policy.check_may_read_for(by, source)
    _end(source, worker, state=State.READ, media_type=media_type)
    ledger.write(by=by, at=at, kind="source:read", about=about(source), details={"media_type": media_type})


@transaction.atomic
def refuse(*, by: User, at: datetime, source: Source, worker: str, reason: str, detail: str) -> None:
    """Note that a source could not be read, with a reason from the reader's closed list.

    Raises:
        NotAllowed: `by` neither added it nor is a contributor.
        NotTheHolder: the worker's time ran out and another has it.
    """
    policy.check_may_read_for(by, source)
    _end(source, worker, state=State.REFUSED, refusal=reason, refusal_detail=detail)
    ledger.write(by=by, at=at, kind="source:refused", about=about(source), details={"reason": reason})


@transaction.atomic
def transcribed(*, by: User, at: datetime, source: Source) -> None:
    """Note that a person wrote down what a source says: it counts as read, whatever a machine made of it.

    One that a worker is reading just now stays with the worker.

    Raises:
        NotAllowed: `by` is no contributor.
    """
    policy.check_may_add(by)
    unread = Source.objects.filter(pk=source.pk, state__in=[State.REFUSED, State.WAITING])
    unread.update(state=State.READ, refusal="", refusal_detail="")
    ledger.write(by=by, at=at, kind="source:transcribed", about=about(source))


def _end(source: Source, worker: str, **changed: str) -> None:
    held = Source.objects.filter(pk=source.pk, state=State.READING, lease_holder=worker)
    if not held.update(lease_holder="", lease_until=None, **changed):
        raise NotTheHolder(sha256=source.sha256, worker=worker)


@transaction.atomic
def _recorded(by: User, at: datetime, stored: Stored, handover: Handover, told: Told) -> Source:
    source = Source(
        sha256=stored.sha256,
        object_name=stored.name,
        size=stored.size,
        added_by=by,
        added_at=at,
        level=told.level,
        publisher=told.publisher,
        published=told.published,
        language=told.language,
        official=told.official,
        encoding=told.encoding,
        mapping=told.mapping,
        opened=told.opened is not None,
        **_reading_of(told),
    )
    source.save(force_insert=True)
    handover.source = source
    handover.save(force_insert=True)
    details: dict[str, JSON] = {"size": stored.size, "commitment": verification.commitment(source, handover)}
    ledger.write(by=by, at=at, kind="source:added", about=about(source), details=details)
    return source


def _reading_of(told: Told) -> dict[str, str]:
    """Say how far the reading has come of what was looked into on its way in."""
    if told.refusal is not None:
        return {
            "state": State.REFUSED,
            "refusal": told.refusal.reason.value,
            "refusal_detail": " ".join(part for part in (told.refusal.detail, told.refusal.advice) if part),
        }
    if told.opened is not None and not told.opened.readable:
        return {"state": State.READ, "media_type": told.opened.media_type}
    return {}


def _noted(name: str, note: HandoverNote) -> Handover:
    return Handover(file_name=keeping.plain_name(name), **asdict(note))
