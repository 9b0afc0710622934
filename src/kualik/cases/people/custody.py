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
from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["CustodyLine", "distinct", "in_words", "line_of", "lines"]

SHOWN = ("state", "sentence", "sentenceText", "startDate", "endDate", "place")
UNSPECIFIED = "unspecified"
DAY = len("2024-02-08")
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
        parts = (_(self.state), in_words(self.sentence), *_when(self.start, self.end))
        return ", ".join(part for part in parts if part)


def _when(start: str, end: str) -> tuple[str, ...]:
    if start and start == end:
        return (_("on %(date)s") % {"date": start},) if len(start) == DAY else (_("in %(date)s") % {"date": start},)
    since = _("from %(date)s") % {"date": start} if start else ""
    until = _("until %(date)s") % {"date": end} if end else ""
    return (since, until)


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


def distinct(told: Iterable[CustodyLine]) -> tuple[CustodyLine, ...]:
    """Say each stretch of custody once: lines that can be one are one, accepted and proposed ones apart.

    A proposed line that says no more than an accepted one is left out. Sentences that differ stay side by side.
    """
    every = sorted(set(told), key=_fullest)
    accepted = _merged(line for line in every if line.accepted)
    proposed = _merged(line for line in every if not line.accepted)
    new = [line for line in proposed if not any(_says_no_more(line, other) for other in accepted)]
    return tuple(sorted([*accepted, *new], key=_place))


def _fullest(line: CustodyLine) -> tuple[bool, int, str, str, str]:
    """Put what says most first, so that what says little joins it; the result does not depend on any order."""
    told = sum(map(bool, (line.sentence, line.start, line.end)))
    return (line.state == UNSPECIFIED, -told, line.sentence, f"{line.start} {line.end}", f"{line.state} {line.place}")


def _merged(told: Iterable[CustodyLine]) -> list[CustodyLine]:
    found: list[CustodyLine] = []
    for line in told:
        place = next((place for place, other in enumerate(found) if _can_be_one(line, other)), None)
        if place is None:
            found.append(line)
        else:
            found[place] = _joined(found[place], line)
    return found


def _can_be_one(one: CustodyLine, other: CustodyLine) -> bool:
    states = one.state == other.state or UNSPECIFIED in {one.state, other.state}
    sentences = not one.sentence or not other.sentence or one.sentence == other.sentence
    return states and sentences and _fit(one.start, other.start) and _fit(one.end, other.end)


def _fit(one: str, other: str) -> bool:
    """Say whether two dates can be one; one that nobody gives fits any."""
    if not (one and other and is_edtf(one) and is_edtf(other)):
        return one == other or not (one and other)
    (first, last), (begin, end) = bounds(one), bounds(other)
    return not (last and begin and last < begin) and not (end and first and end < first)


def _joined(one: CustodyLine, other: CustodyLine) -> CustodyLine:
    """Take from two lines on one stretch what either says; of two dates the closer one, which is written longer."""
    return CustodyLine(
        state=other.state if one.state == UNSPECIFIED else one.state,
        sentence=one.sentence or other.sentence,
        start=max(one.start, other.start, key=len),
        end=max(one.end, other.end, key=len),
        place=one.place or other.place,
        accepted=one.accepted,
    )


def _says_no_more(line: CustodyLine, than: CustodyLine) -> bool:
    if not _can_be_one(line, than) or (than.state == UNSPECIFIED and line.state != UNSPECIFIED):
        return False
    pairs = ((line.sentence, than.sentence), (line.start, than.start), (line.end, than.end))
    return all(len(one) <= len(other) for one, other in pairs)


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
