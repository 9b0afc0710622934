"""What is handed in, and what is said of all that is handed in at once."""

from dataclasses import dataclass
from datetime import datetime

from kualik.cases.accounts.models import User
from kualik.cases.arrivals.models import Arrival, Batch
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.keeping import Content
from kualik.engine.reading import Limits

__all__ = ["Handed", "Piece"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that is handed in; `inside` is what it was taken out of."""

    name: str
    content: Content
    inside: Arrival | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What is said of everything that somebody hands in at once."""

    by: User
    at: datetime
    batch: Batch
    told: Told
    handover: HandoverNote
    limits: Limits
