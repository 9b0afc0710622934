"""The custody of persons in one line each, for lists; whether it is accepted or only proposed is said."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.people.records import IN_FORCE
from kualik.engine.facts import Status

__all__ = ["CustodyLine", "in_words", "line_of", "lines"]

SHOWN = ("state", "sentence", "sentenceText", "startDate", "endDate", "place")
UNSPECIFIED = "unspecified"
DURATION = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyLine:
    """One stretch of custody: state of the closed list, sentence (ISO 8601 duration or words), dates (EDTF)."""

    state: str
    sentence: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    accepted: bool = False

    def __str__(self) -> str:
        """Say it in words, such as "prison, 22 years, from 2018"."""
        since = _("from %(date)s") % {"date": self.start} if self.start else ""
        until = _("until %(date)s") % {"date": self.end} if self.end else ""
        parts = (_(self.state), in_words(self.sentence), since, until)
        return ", ".join(part for part in parts if part)


def in_words(duration: str) -> str:
    """Write an ISO 8601 duration of years, months, weeks and days in words; anything else stays as it is."""
    match = DURATION.fullmatch(duration)
    if not match or duration == "P":
        return duration
    years, months, weeks, days = (int(match[name] or 0) for name in ("years", "months", "weeks", "days"))
    said = (
        years and ngettext("%(count)d year", "%(count)d years", years) % {"count": years},
        months and ngettext("%(count)d month", "%(count)d months", months) % {"count": months},
        weeks and ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks},
        days and ngettext("%(count)d day", "%(count)d days", days) % {"count": days},
    )
    return " ".join(str(part) for part in said if part)


def line_of(told: Iterable[tuple[str, str, bool]], *, accepted: bool) -> CustodyLine:
    """Sum up what is told of one stretch of custody: of each property the first accepted value, else the first.

    Args:
        told: property, value, and whether it was accepted, in the order of the text.
        accepted: whether it was accepted that the person was held at all.
    """
    best: dict[str, tuple[str, bool]] = {}
    for name, value, decided in told:
        if name not in best or (decided and not best[name][1]):
            best[name] = (value, decided)
    value_of = {name: value for name, (value, _decided) in best.items()}
    return CustodyLine(
        state=value_of.get("state", UNSPECIFIED),
        sentence=value_of.get("sentence", "") or value_of.get("sentenceText", ""),
        start=value_of.get("startDate", ""),
        end=value_of.get("endDate", ""),
        place=value_of.get("place", ""),
        accepted=accepted,
    )


def lines(*, viewer: User, entities: Collection[UUID]) -> dict[UUID, tuple[CustodyLine, ...]]:
    """Sum up the custody of persons that documents speak of, by entity; accepted lines first, then by date."""
    standing = claims.claims(viewer=viewer).filter(status__in=IN_FORCE)
    held: dict[UUID, list[tuple[UUID, bool]]] = defaultdict(list)
    for claim in standing.filter(property="detainee", value_entity__in=entities).order_by("pk"):
        if claim.value_entity_id:
            held[claim.value_entity_id].append((claim.entity_id, claim.status == Status.ACCEPTED.value))
    told: dict[UUID, list[tuple[str, str, bool]]] = defaultdict(list)
    custodies = {custody for pairs in held.values() for custody, _accepted in pairs}
    for claim in standing.filter(entity__in=custodies, property__in=SHOWN).order_by("start", "pk"):
        told[claim.entity_id].append((claim.property, claim.value, claim.status == Status.ACCEPTED.value))
    return {
        entity: tuple(sorted({line_of(told[one], accepted=accepted) for one, accepted in pairs}, key=_place))
        for entity, pairs in held.items()
    }


def _place(line: CustodyLine) -> tuple[bool, str, str, str]:
    return (not line.accepted, line.start or "9", line.state, line.sentence)
