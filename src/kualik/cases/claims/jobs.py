"""What waits to be read, and how one source is read: the one place where readers and extractors are called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from django.conf import settings
from django.db import transaction

from kualik.casebook import folder
from kualik.cases.accounts.models import User
from kualik.cases.claims import actions
from kualik.cases.documents.actions import record
from kualik.cases.sources import actions as sources
from kualik.cases.sources import queries
from kualik.cases.sources.models import Sensitivity, Source
from kualik.engine import facts
from kualik.engine.extracting import extract
from kualik.engine.extracting.rows import Mapping, extract_rows
from kualik.engine.reading import Options, Refusal, Refused, identify
from kualik.engine.reading.parts import first_line
from kualik.engine.reading.sniffing import TABLES

if TYPE_CHECKING:
    from kualik.assistant.opinion import Opinion

__all__ = ["LEASE", "MOST_ATTEMPTS", "Outcome", "Reader", "Second", "do", "run", "transcribe", "waiting"]

TRANSCRIPT = "transcript/person"
"""The reader of a document that a person typed."""

LEASE = 600  # seconds: more than the reader's longest, twice over
SECOND = 300  # seconds for the language model's part of one source: with the reader's longest, less than the lease
MAY_LEAVE = frozenset({Sensitivity.PUBLIC.value, Sensitivity.INTERNAL.value})
"""The sensitivity of sources of which a language model on another machine may be asked, where one is allowed at all."""
MOST_ATTEMPTS = 5  # a file that took its worker down so often is refused

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a faulty extractor raises. The text is kept all the same; a fault in one document must not stop the others."""


class Reader(Protocol):
    """Whatever reads bytes apart from this process: `kualik.engine.reading.Apart`."""

    def read_content(self, content: bytes, *, name: str, options: Options) -> tuple[facts.Document, ...]:
        """Read bytes, or raise Refused."""
        ...


class Second(Protocol):
    """Whatever gives a second reading: `kualik.assistant.Assistant`."""

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        ...

    def second(self, reading: facts.Reading, *, seconds: float) -> "Opinion":
        """Add to what the rules read; never raises for a model that fails."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source; `refusal` is empty where it was read."""

    source: Source
    documents: int = 0
    claims: int = 0
    refusal: str = ""
    detail: str = ""


def waiting(*, viewer: User) -> int:
    """Count the sources that wait to be read."""
    return queries.waiting_count(viewer=viewer)


def run(
    *,
    worker: str,
    apart: Reader,
    clock: Callable[[], datetime],
    stopped: Callable[[], bool] = lambda: False,
    second: Second | None = None,
) -> Iterator[Outcome]:
    """Read what waits, one source after the other, until nothing does or somebody says stop.

    Safe beside other workers and after a crash: a source is leased, and what is half done is not done.
    """
    while not stopped():
        source = sources.lease(worker=worker, at=clock(), seconds=LEASE)
        if source is None:
            return
        yield do(source=source, worker=worker, apart=apart, clock=clock, second=second)


def do(
    *, source: Source, worker: str, apart: Reader, clock: Callable[[], datetime], second: Second | None = None
) -> Outcome:
    """Read one leased source: documents, claims and the source's state in one transaction.

    It is done in the name of whoever added the source. A second reading, where there is one, adds proposals.

    Raises:
        NotTheHolder: the lease ran out meanwhile; nothing was kept.
        DamagedObject: the vault has lost the original; the source waits for it.
    """
    try:
        readings = [_extracted(source, document) for document in _read(source, apart)]
    except Refused as refused:
        return _refused(source, worker, refused, clock())
    if second is not None and _may_be_asked(source, second):
        readings = _seconded(readings, second, clock)
    return _kept(source, worker, readings, clock())


def _may_be_asked(source: Source, second: Second) -> bool:
    """Say whether a language model may see a source: never a table of rows; what is restricted only on this machine."""
    return source.mapping is None and (not second.remote or source.level in MAY_LEAVE)


def _seconded(readings: list[facts.Reading], second: Second, clock: Callable[[], datetime]) -> list[facts.Reading]:
    began = clock()
    return [_second(reading, second, SECOND - (clock() - began).total_seconds()) for reading in readings]


def _second(reading: facts.Reading, second: Second, seconds: float) -> facts.Reading:
    try:
        return second.second(reading, seconds=seconds).reading
    except FAULTS as fault:
        warning = f"the language model's answer was not used, its reader failed: {type(fault).__name__}"
        return replace(reading, document=replace(reading.document, warnings=(*reading.document.warnings, warning)))


def _read(source: Source, apart: Reader) -> tuple[facts.Document, ...]:
    if source.attempts > MOST_ATTEMPTS:
        raise Refused(Refusal.CRASHED, detail=f"it ended its reader {MOST_ATTEMPTS} times")
    with folder.vault(Path(settings.CASEBOOK)).open(source.object_name) as original:
        content = original.read()
    read = apart.read_content(content, name=queries.file_name(source), options=_options(source))
    for document in read:
        _check_text(document.text)
    return read


def _options(source: Source) -> Options:
    return Options(
        publisher=source.publisher or None,
        published=source.published or None,
        language=source.language or None,
        encoding=source.encoding or None,
        enclosures=not source.opened,
    )


def _check_text(text: str) -> None:
    """Refuse what not every database keeps: a text that holds NUL, or half of a character."""
    if "\0" in text:
        raise Refused(Refusal.DAMAGED, detail="it holds NUL characters", where=f"character {text.index(chr(0))}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refused(Refusal.DAMAGED, detail="it holds half a character", where=f"character {error.start}") from error


def _extracted(source: Source, document: facts.Document) -> facts.Reading:
    try:
        if source.mapping:
            return extract_rows(document, Mapping.from_dict(source.mapping.definition))
        return facts.Reading(document=document) if document.media_type in TABLES else extract(document)
    except FAULTS as fault:
        warning = f"no claims were read, the extractor failed: {type(fault).__name__}"
        return facts.Reading(document=replace(document, warnings=(*document.warnings, warning)))


def transcribe(*, by: User, at: datetime, source: Source, text: str, language: str = "") -> Outcome:
    """Keep a person's transcript of a source, such as a scan that no machine could read, and read its claims.

    Args:
        by: a contributor.
        at: when.
        source: what was transcribed; it counts as read from now on. A document that a machine read of it stays, as an
            earlier version.
        text: every word of it, as the person reads it.
        language: BCP 47; found out where it is left out.

    Raises:
        NotAllowed: `by` is no contributor.
        Refused: the text is empty, or holds what cannot be kept.
    """
    _check_text(text)
    if not text.strip():
        raise Refused(Refusal.NO_TEXT, detail="nothing but blanks")
    return _transcribed(source, by, _extracted(source, _transcript(source, text, language)), at)


def _transcript(source: Source, text: str, language: str) -> facts.Document:
    """Take what was typed as it stands: it never passes a reader of files, which would guess what it is."""
    return facts.Document(
        id=f"transcript:{source.sha256}",
        media_type="text/plain",
        text=text,
        language=language or source.language or identify(text),
        title=first_line(text),
        publisher=source.publisher or None,
        published=source.published or None,
        reader=TRANSCRIPT,
    )


@transaction.atomic
def _transcribed(source: Source, by: User, reading: facts.Reading, at: datetime) -> Outcome:
    sources.transcribed(by=by, at=at, source=source)
    return _recorded(source, by, [reading], at)


@transaction.atomic
def _kept(source: Source, worker: str, readings: list[facts.Reading], at: datetime) -> Outcome:
    media_type = readings[0].document.media_type if readings else ""
    sources.finish(by=source.added_by, at=at, source=source, worker=worker, media_type=media_type)
    return _recorded(source, source.added_by, readings, at)


@transaction.atomic
def _recorded(source: Source, by: User, readings: list[facts.Reading], at: datetime) -> Outcome:
    documents = record(by=by, at=at, source=source, read=[reading.document for reading in readings])
    claims = 0
    for document, reading in zip(documents, readings, strict=True):
        claims += len(actions.propose(by=by, at=at, document=document, reading=reading))
    return Outcome(source=source, documents=len(documents), claims=claims)


def _refused(source: Source, worker: str, refused: Refused, at: datetime) -> Outcome:
    found = ": ".join(part for part in (refused.where, refused.detail) if part)
    detail = ". ".join(part for part in (found, refused.advice) if part)
    sources.refuse(by=source.added_by, at=at, source=source, worker=worker, reason=refused.reason.value, detail=detail)
    return Outcome(source=source, refusal=refused.reason.value, detail=detail)
