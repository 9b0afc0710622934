"""What whoever hands over a source says of it."""

from dataclasses import dataclass

from kualik.cases.sources.errors import SourceRefused
from kualik.cases.sources.models import RowMapping, Sensitivity, Source
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.reading import Refused
from kualik.engine.reading.unpacking import Unpacked

__all__ = ["Added", "HandoverNote", "Told", "check_told"]

LONGEST = {"publisher": 300, "language": 20, "published": 40}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverNote:
    """Where a source comes from and who handed it over: kept apart, for custodians."""

    origin: str = ""
    provider: str = ""
    note: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a source beforehand; what is left out, the reader finds out."""

    publisher: str = ""
    published: str = ""  # EDTF
    language: str = ""  # BCP 47
    level: Sensitivity = Sensitivity.INTERNAL
    official: bool = False  # an official paper: a verdict, a notice, a certificate
    mapping: RowMapping | None = None  # for a spreadsheet
    encoding: str = ""  # of a text whose encoding the reader was unsure of
    opened: Unpacked | None = None  # what was taken out of it, and came in as sources of its own
    refusal: Refused | None = None  # why it was not opened, where it should have been


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of bytes handed over; `new` is False where they were here already."""

    source: Source
    new: bool


def check_told(name: str, told: Told) -> None:
    """Refuse what cannot be so.

    Raises:
        SourceRefused: a date is not EDTF, or something is too long; says which.
    """
    if told.published and not is_edtf(told.published):
        raise SourceRefused(
            name=name,
            why=f"published {told.published!r} is not a date that we understand; write 2024-02-08, 2024-02 or 2024",
        )
    for field, longest in LONGEST.items():
        if len(getattr(told, field)) > longest:
            raise SourceRefused(name=name, why=f"{field} is longer than {longest} characters")
