"""The custody of persons in one line each, for lists; whether it is accepted or only proposed is said."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people.records import IN_FORCE
from kualik.engine.facts import Stance, Status
from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["CustodyLine", "distinct", "in_words", "line_of", "lines", "lines_among", "sentences_in_words", "stands"]

SHOWN = ("state", "sentence", "sentenceText", "startDate", "endDate", "place")
SENTENCES = ("sentence", "sentenceText")
UNSAID = (Stance.DENIES, Stance.DEMANDS, Stance.RETRACTS, Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND)
"""Stances of those who do not say that the value is so."""

UNSPECIFIED = "unspecified"
DAY = len("2024-02-08")
MANY = 2
DAYS = {"years": 365, "months": 30, "weeks": 7, "days": 1}  # to put durations in order, no more
DURATION = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyLine:
    """One stretch of custody: state of the closed list, sentence (ISO 8601 duration or words), dates (EDTF).

    `others` are the sentences that others give for the same stretch; `documents` tell of it, where that is known.
    """

    state: str
    sentence: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    accepted: bool = False
    others: tuple[str, ...] = ()
    documents: tuple[UUID, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences that are given, the shortest first."""
        return (self.sentence, *self.others) if self.sentence else ()

    def __str__(self) -> str:
        """Say it in words, such as "prison, 22 years, from 2018"."""
        parts = (_(self.state), sentences_in_words(self), *_when(self.start, self.end))
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


def sentences_in_words(line: CustodyLine) -> str:
    """Say how long somebody was sentenced to; where that is disputed, all that is said: "10 or 12 years (disputed)"."""
    said = [in_words(one) for one in line.sentences]
    if len(said) < MANY:
        return "".join(said)
    counted = [one.split(" ") for one in said]
    if all(len(one) == MANY for one in counted) and len({unit for _count, unit in counted}) == 1:
        said = [*(count for count, _unit in counted[:-1]), said[-1]]
    every = reduce(lambda left, right: _("%(left)s or %(right)s") % {"left": left, "right": right}, said)
    return f"{every} ({_('disputed')})"


def stands(property_: str, stance: str) -> bool:
    """Say whether a claim tells of a custody what a line shows: a sentence that is only denied is none."""
    return property_ not in SENTENCES or stance not in UNSAID


def _length(sentence: str) -> tuple[bool, int, str]:
    """Put durations by their length, words after them."""
    match = DURATION.fullmatch(sentence)
    if not match:
        return (True, 0, sentence)
    return (False, sum(int(match[name] or 0) * days for name, days in DAYS.items()), sentence)


def line_of(told: Iterable[tuple[str, str, bool]], *, accepted: bool, documents: Collection[UUID] = ()) -> CustodyLine:
    """Sum up what is told of one stretch of custody: of each property the first accepted value, else the first.

    Of sentences all are taken that were accepted, or where none was, all.

    Args:
        told: property, value, and whether it was accepted, in the order of the text.
        accepted: whether it was accepted that the person was held at all.
        documents: which documents tell of it.
    """
    said = list(told)
    value_of = {name: _decided(said, name)[0] for name in {name for name, _value, _accepted in said}}
    first, *others = sorted(_decided(said, "sentence") or _decided(said, "sentenceText"), key=_length) or [""]
    return CustodyLine(
        state=value_of.get("state", UNSPECIFIED),
        sentence=first,
        others=tuple(others),
        documents=tuple(sorted(documents)),
        start=value_of.get("startDate", ""),
        end=value_of.get("endDate", ""),
        place=value_of.get("place", ""),
        accepted=accepted,
    )


def _decided(said: Iterable[tuple[str, str, bool]], name: str) -> list[str]:
    """List the values of a property that were accepted, or where none was, all that are proposed; each once."""
    values = [(value, accepted) for property_, value, accepted in said if property_ == name]
    settled = [value for value, accepted in values if accepted]
    return list(dict.fromkeys(settled or [value for value, _accepted in values]))


def distinct(told: Iterable[CustodyLine]) -> tuple[CustodyLine, ...]:
    """Say each stretch of custody once: lines that can be one are one, accepted and proposed ones apart.

    A proposed line that says no more than an accepted one is left out. Where documents differ on the sentence alone,
    the line gives all; one document that tells of two sentences tells of two stretches.
    """
    every = sorted(set(told), key=_fullest)
    accepted = _merged(line for line in every if line.accepted)
    proposed = _merged(line for line in every if not line.accepted)
    new = [line for line in proposed if not any(_says_no_more(line, other) for other in accepted)]
    return tuple(sorted([*accepted, *new], key=_place))


def _fullest(line: CustodyLine) -> tuple[bool, int, str, str, str]:
    """Put what says most first, so that what says little joins it; the result does not depend on any order."""
    told = sum(map(bool, (line.sentence, line.start, line.end)))
    where = " ".join([line.state, line.place, *map(str, line.documents)])
    return (line.state == UNSPECIFIED, -told, " ".join(line.sentences), f"{line.start} {line.end}", where)


def _merged(told: Iterable[CustodyLine]) -> list[CustodyLine]:
    """Join the lines that agree, then those that differ on the sentence alone."""
    agreed = _joined_where(told, same=_can_be_one)
    return _joined_where(sorted(agreed, key=_fullest), same=_differ)


def _joined_where(
    told: Iterable[CustodyLine], *, same: Callable[[CustodyLine, CustodyLine], bool]
) -> list[CustodyLine]:
    found: list[CustodyLine] = []
    for line in told:
        place = next((place for place, other in enumerate(found) if same(line, other)), None)
        if place is None:
            found.append(line)
        else:
            found[place] = _joined(found[place], line)
    return found


def _can_be_one(one: CustodyLine, other: CustodyLine) -> bool:
    sentences = not one.sentence or not other.sentence or one.sentences == other.sentences
    return sentences and _same_stretch(one, other)


def _same_stretch(one: CustodyLine, other: CustodyLine) -> bool:
    states = one.state == other.state or UNSPECIFIED in {one.state, other.state}
    return states and _fit(one.start, other.start) and _fit(one.end, other.end)


def _differ(one: CustodyLine, other: CustodyLine) -> bool:
    """Say whether two lines tell of one stretch, though not of one sentence: a document tells its own apart."""
    return _same_stretch(one, other) and not set(one.documents) & set(other.documents)


def _fit(one: str, other: str) -> bool:
    """Say whether two dates can be one; one that nobody gives fits any."""
    if not (one and other and is_edtf(one) and is_edtf(other)):
        return one == other or not (one and other)
    (first, last), (begin, end) = bounds(one), bounds(other)
    return not (last and begin and last < begin) and not (end and first and end < first)


def _joined(one: CustodyLine, other: CustodyLine) -> CustodyLine:
    """Take from two lines on one stretch what either says; of two dates the closer one, which is written longer."""
    first, *others = sorted({*one.sentences, *other.sentences}, key=_length) or [""]
    return replace(
        one,
        state=other.state if one.state == UNSPECIFIED else one.state,
        sentence=first,
        others=tuple(others),
        documents=tuple(sorted({*one.documents, *other.documents})),
        start=max(one.start, other.start, key=len),
        end=max(one.end, other.end, key=len),
        place=one.place or other.place,
    )


def _says_no_more(line: CustodyLine, than: CustodyLine) -> bool:
    if not _same_stretch(line, than) or (than.state == UNSPECIFIED and line.state != UNSPECIFIED):
        return False
    dates = ((line.start, than.start), (line.end, than.end))
    return set(line.sentences) <= set(than.sentences) and all(len(one) <= len(other) for one, other in dates)


def lines(*, viewer: User, entities: Collection[UUID]) -> dict[UUID, tuple[CustodyLine, ...]]:
    """Sum up the custody of persons that documents speak of, by entity; accepted lines first, then by date."""
    return lines_among(claims.claims(viewer=viewer), entities=entities)


def lines_among(told: QuerySet[Claim], *, entities: Collection[UUID]) -> dict[UUID, tuple[CustodyLine, ...]]:
    """Sum up what some claims tell of the custody of persons; whether anybody may see them, the caller knows."""
    standing = told.filter(status__in=IN_FORCE)
    held: dict[UUID, list[tuple[UUID, bool]]] = defaultdict(list)
    for claim in standing.filter(property="detainee", value_entity__in=entities).order_by("pk"):
        if claim.value_entity_id:
            held[claim.value_entity_id].append((claim.entity_id, claim.status == Status.ACCEPTED.value))
    said: dict[UUID, list[tuple[str, str, bool]]] = defaultdict(list)
    where: dict[UUID, set[UUID]] = defaultdict(set)
    custodies = {custody for pairs in held.values() for custody, _accepted in pairs}
    for claim in standing.filter(entity__in=custodies, property__in=SHOWN).order_by("start", "pk"):
        where[claim.entity_id].add(claim.document_id)
        if stands(claim.property, claim.stance):
            said[claim.entity_id].append((claim.property, claim.value, claim.status == Status.ACCEPTED.value))

    def line(custody: UUID, *, accepted: bool) -> CustodyLine:
        return line_of(said[custody], accepted=accepted, documents=where[custody])

    return {
        entity: tuple(sorted({line(one, accepted=accepted) for one, accepted in pairs}, key=_place))
        for entity, pairs in held.items()
    }


def _place(line: CustodyLine) -> tuple[bool, str, str, str]:
    return (not line.accepted, line.start or "9", line.state, line.sentence)
