"""Everything that can be done to a source. Nothing else writes one."""

import unicodedata
from collections.abc import Collection
from contextlib import nullcontext
from datetime import datetime, timedelta
from hashlib import file_digest
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q

from kualik.casebook import folder
from kualik.casebook.errors import TooLarge
from kualik.casebook.vault import Stored
from kualik.cases.accounts.models import User
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.canonical import JSON
from kualik.cases.sources import policy, verification
from kualik.cases.sources.errors import MappingRefused, NotTheHolder, SourceRefused
from kualik.cases.sources.intake import Added, HandoverNote, Told, check_told
from kualik.cases.sources.models import Handover, RowMapping, Sensitivity, Source, State
from kualik.cases.sources.queries import about
from kualik.engine.extracting.rows import Mapping

__all__ = ["add", "classify", "finish", "lease", "read_again", "refuse", "release", "save_mapping", "transcribed"]

NOTHING_NOTED = HandoverNote()
NOTHING_TOLD = Told()
LONGEST_NAME = 500  # characters


def add(
    *,
    by: User,
    at: datetime,
    content: Path | BinaryIO | bytes,
    name: str,
    handover: HandoverNote = NOTHING_NOTED,
    told: Told = NOTHING_TOLD,
) -> Added:
    """Keep bytes as they were given, and put them in line to be read.

    The bytes are in the vault, on the disk, before a row speaks of them. Adding the same bytes again adds nothing.

    Args:
        by: a contributor.
        at: when.
        content: a file, a stream that is read to its end, or the bytes themselves.
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
    _check_size(content, name)
    if known := _known(content):
        return Added(source=known, new=False)
    stored = _stored(content, name)
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
    """Put a source that was refused in line again, with what is known better now.

    Raises:
        NotAllowed: `by` is no contributor.
        SourceRefused: it was not refused.
    """
    policy.check_may_add(by)
    changed: dict[str, object] = {"state": State.WAITING, "refusal": "", "refusal_detail": "", "attempts": 0}
    changed |= {"encoding": encoding} if encoding else {}
    changed |= {"mapping": mapping} if mapping else {}
    if not Source.objects.filter(pk=source.pk, state=State.REFUSED).update(**changed):
        raise SourceRefused(name=str(source), why="was not refused, so there is nothing to read again")
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


def _check_size(content: Path | BinaryIO | bytes, name: str) -> None:
    limit = folder.describe(Path(settings.CASEBOOK)).file_limit
    if isinstance(content, Path) and content.stat().st_size > limit:
        raise TooLarge(name=name, limit=limit)


def _known(content: Path | BinaryIO | bytes) -> Source | None:
    """Find a file that is here already without copying it, so that going on with a large folder is quick."""
    if not isinstance(content, Path) or not content.is_file():
        return None
    with content.open("rb") as file:
        found = Source.objects.filter(sha256=file_digest(file, "sha256").hexdigest()).first()
    vault = folder.vault(Path(settings.CASEBOOK))
    return found if found and vault.exists(found.object_name) else None


def _stored(content: Path | BinaryIO | bytes, name: str) -> Stored:
    casebook = folder.describe(Path(settings.CASEBOOK))
    with _stream(content) as stream:
        return folder.vault(casebook.path).put(stream, label=name, limit=casebook.file_limit)


def _stream(content: Path | BinaryIO | bytes) -> "BinaryIO | nullcontext[BinaryIO]":
    if isinstance(content, Path):
        return content.open("rb")
    return BytesIO(content) if isinstance(content, bytes) else nullcontext(content)


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
    )
    source.save(force_insert=True)
    handover.source = source
    handover.save(force_insert=True)
    details: dict[str, JSON] = {"size": stored.size, "commitment": verification.commitment(source, handover)}
    ledger.write(by=by, at=at, kind="source:added", about=about(source), details=details)
    return source


def _noted(name: str, note: HandoverNote) -> Handover:
    return Handover(
        file_name=_plain_name(name), origin=note.origin, provider=note.provider, note=note.note, consent=note.consent
    )


def _plain_name(name: str) -> str:
    """Take folders, control letters and what turns text around out of a file's name; keep its end, which says what."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(letter for letter in last if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
    return plain[-LONGEST_NAME:] or "unnamed"
