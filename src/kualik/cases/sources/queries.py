"""What can be asked about sources."""

from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import CharField, Count, Min, QuerySet, Value
from django.db.models.functions import Concat

from kualik.casebook import folder
from kualik.cases.accounts.models import User
from kualik.cases.sources import policy
from kualik.cases.sources.errors import MappingRefused, NoSuchSource
from kualik.cases.sources.models import Handover, RowMapping, Source, State

__all__ = [
    "about",
    "counted",
    "file_name",
    "handover",
    "holders",
    "mapping",
    "mappings",
    "original",
    "source",
    "sources",
    "waiting_count",
]


DIGITS = 64  # of a SHA-256


def sources(*, viewer: User, state: str = "") -> QuerySet[Source]:
    """List the sources that the viewer may know of, the oldest first."""
    found = Source.objects.filter(level__in=policy.levels(viewer)).select_related("added_by", "handover")
    return found.filter(state=state) if state else found


def source(*, viewer: User, sha256: str) -> Source:
    """Find one source by its SHA-256, or by enough of its first digits to be unmistakable.

    Raises:
        NoSuchSource: there is none, or none that the viewer may know of.
    """
    digits = sha256.removeprefix("sha256:").lower()
    asked = {"sha256": digits} if len(digits) == DIGITS else {"sha256__startswith": digits}  # no index finds beginnings
    found = list(sources(viewer=viewer).filter(**asked)[:2])
    if len(found) != 1 or not sha256:
        raise NoSuchSource(sha256=sha256)
    return found[0]


def about(source: Source) -> str:
    """Say how the ledger names a source: by its HMAC, so that the ledger does not tell which files we hold."""
    return f"source:{source.object_name}"


def file_name(source: Source) -> str:
    """Say what the file was called when it was handed over."""
    return source.handover.file_name


def handover(*, viewer: User, source: Source) -> Handover | None:
    """Show who handed a source over, and where it comes from, to a custodian; None for anybody else."""
    if not (policy.may_see(viewer, source) and policy.may_see_handover(viewer)):
        return None
    return Handover.objects.filter(source=source).first()


def waiting_count(*, viewer: User) -> int:
    """Count the sources that wait to be read or are being read."""
    return sources(viewer=viewer).filter(state__in=[State.WAITING, State.READING]).count()


def counted(*, viewer: User) -> QuerySet[Source, tuple[str, int]]:
    """Count the sources that the viewer may know of by state and refusal ("refused:no text"): a part of a union."""
    told = Source.objects.filter(level__in=policy.levels(viewer)).exclude(state=State.WITHDRAWN).order_by()
    what = Concat(Min("state"), Value(":"), Min("refusal"), output_field=CharField())
    return told.values("state", "refusal").annotate(what=what, many=Count("*")).values_list("what", "many")


def holders() -> set[str]:
    """Name the workers that hold a source to read it; whether they live, whoever asks has to find out."""
    return set(Source.objects.filter(state=State.READING).values_list("lease_holder", flat=True))


def original(*, viewer: User, sha256: str) -> BinaryIO:
    """Open the original of a source, byte for byte.

    Raises:
        NoSuchSource: there is none, or none that the viewer may know of.
        DamagedObject: the vault has lost it.
    """
    found = source(viewer=viewer, sha256=sha256)
    return folder.vault(Path(settings.CASEBOOK)).open(found.object_name)


def mappings(*, viewer: User) -> QuerySet[RowMapping]:
    """List the saved mappings of spreadsheets, the newest version of each name first."""
    found = RowMapping.objects.order_by("name", "-version")
    return found if policy.may_add(viewer) else found.none()


def mapping(*, viewer: User, name: str) -> RowMapping:
    """Find the newest version of a mapping by its name.

    Raises:
        MappingRefused: there is none of that name.
    """
    found = mappings(viewer=viewer).filter(name=name).first()
    if found is None:
        raise MappingRefused(name=name, why="there is no mapping of this name, nor a file; save one first")
    return found
