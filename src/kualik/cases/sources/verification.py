"""Whether every source is as it was when it was added: its row, and its original in the vault."""

from collections.abc import Collection, Iterator
from pathlib import Path

from django.conf import settings

from kualik.casebook import folder
from kualik.cases.ledger.canonical import JSON, stamp
from kualik.cases.ledger.commitments import commit
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.verification import Problem
from kualik.cases.sources.models import Earlier, Handover, Source
from kualik.cases.sources.queries import about

__all__ = ["commitment", "orphans", "problems", "stated"]

SAID = ("source:added", "source:told")
"""Deeds whose entries commit to what is said of a source; the last of them holds."""


def stated(source: Source, handover: Handover) -> dict[str, JSON]:
    """Gather what is said of a source: it changes by being told anew only, and what it was is kept."""
    return {
        "sha256": source.sha256,
        "object_name": source.object_name,
        "size": source.size,
        "added_by": str(source.added_by_id),
        "added_at": stamp(source.added_at),
        "publisher": source.publisher,
        "published": source.published,
        "language": source.language,
        "official": source.official,
        "file_name": handover.file_name,
        "origin": handover.origin,
        "provider": handover.provider,
        "note": handover.note,
        "consent": handover.consent,
    }


def commitment(source: Source, handover: Handover) -> str:
    """Commit to what is said of a source."""
    return commit(stated(source, handover))


def problems() -> Iterator[Problem]:
    """Check every source against its entry in the ledger, and every original against its hash."""
    vault = folder.vault(Path(settings.CASEBOOK))
    said = Entry.objects.filter(kind__in=SAID).order_by("seq").values_list("about", "details__commitment")
    promised = dict(said)
    yield from _earlier(set(said))
    for source in Source.objects.select_related("handover").iterator():
        where = f"source {source.sha256}"
        if about(source) not in promised:
            yield Problem(where=where, what="no entry in the ledger says that it was added")
        elif promised.pop(about(source)) != commitment(source, source.handover):
            yield Problem(where=where, what="its row is not as the ledger says that it was told")
        if vault.name_of(source.sha256) != source.object_name:
            yield Problem(where=where, what="its object's name does not follow from its hash")
        elif wrong := vault.check(source.object_name, source.sha256):
            yield Problem(where=where, what=f"the original {wrong}")
    for name in promised:
        yield Problem(where=name, what="the ledger says that it was added, and it is gone")


def _earlier(said: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Check that what was told before is what the ledger says was told."""
    for one in Earlier.objects.select_related("source").iterator():
        if (about(one.source), commit(one.was)) not in said:
            yield Problem(where=f"source {one.source_id}", what="what was told of it before is not as the ledger says")


def orphans() -> list[str]:
    """Name the vault's objects that no source names: copied in, and the end came before the source was recorded."""
    known = set(Source.objects.values_list("object_name", flat=True))
    return [name for name in folder.vault(Path(settings.CASEBOOK)).names() if name not in known]
