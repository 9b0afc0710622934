"""Who is on which list: the casebook's own publishers as overlapping lists of people, as they were judged to be one.

A list is whoever published: a committee, a newspaper, an archive. What was copied is no second list: a near-copy counts
for the document that it repeats, and what one publisher has from another counts for the other. Nobody is on a list
twice, because lists hold persons and not mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.findings import policy, traits
from kualik.cases.findings.traits import Missing, Where
from kualik.cases.people import queries as people
from kualik.cases.people.custody import UNSAID
from kualik.cases.people.records import IN_FORCE
from kualik.cases.sources.models import Sensitivity
from kualik.engine import counting
from kualik.engine.facts import Status

if TYPE_CHECKING:
    from kualik.engine.counting import Table

__all__ = ["Captured", "Chosen", "Derived", "ListRow", "Surroundings", "capture"]

ALL = ""  # the name of the only stratum where nobody asked for any
NEEDED = (
    "document__source__handover",
    "document__copy_of__source__handover",
    "value_entity__mention",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which people and which lists: who fits all of `where`, on the lists named (all where none is).

    `same` pairs names of one and the same list. `strata` is a property by which people are counted apart. `proposed`
    lets claims in that nobody has decided on. `providers` takes whoever handed a source over for the list; only
    custodians may.
    """

    where: tuple[Where, ...] = ()
    lists: tuple[str, ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    strata: str = ""
    proposed: bool = False
    providers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A publisher whose documents count for another, from which it has them."""

    copier: str
    origin: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A list that may be chosen: how many people it names, how many of them no other does, in how many documents."""

    name: str
    people: int
    alone: int
    documents: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What must be known of a capture table before any figure.

    `missing` comes first wherever this is shown. `unlisted` people are named only where nobody says who published;
    `waiting` pairs of persons nobody has judged: each may be one person counted twice.
    """

    missing: tuple[Missing, ...]
    lists: tuple[ListRow, ...]
    derived: tuple[Derived, ...]
    people: int
    unlisted: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """The capture table, by stratum (one without a name where nobody asked for any), and what must be known of it.

    `levels` are the sensitivities of the sources behind it.
    """

    tables: "dict[str, Table]"
    known: Surroundings
    levels: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Gathered:
    on: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    copied: dict[tuple[str, str], set[UUID]] = field(default_factory=lambda: defaultdict(set))
    levels: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))


def capture(*, viewer: User, chosen: Chosen) -> Captured:
    """Make the capture table of the people who are said to be held, as far as the viewer may see.

    Raises:
        NotAllowed: lists by provider were asked for by somebody who is no custodian.
        BadWhere: there is no such property.
    """
    if chosen.providers:
        policy.check_may_count_providers(viewer)
    traits.check(chosen.where, strata=chosen.strata)
    told = list(_told(viewer, chosen))
    gathered = _gather(told, chosen)
    known = traits.known(
        viewer=viewer, told=told, properties=traits.asked(chosen.where, chosen.strata), statuses=_statuses(chosen)
    )
    fitting = [person for person in gathered.on if traits.fits(known[person], chosen.where)]
    return _captured(viewer, chosen, gathered, known, fitting)


def _statuses(chosen: Chosen) -> tuple[str, ...]:
    return IN_FORCE if chosen.proposed else (Status.ACCEPTED.value,)


def _told(viewer: User, chosen: Chosen) -> Iterable[Claim]:
    """Find the claims that say of a human being that they are held."""
    found = claims.claims(viewer=viewer).filter(property="detainee", value_entity__mention__isnull=False)
    standing = found.filter(status__in=_statuses(chosen)).exclude(stance__in=[one.value for one in UNSAID])
    return standing.select_related(*NEEDED).order_by("document__read_at", "document", "pk")


def _gather(told: Sequence[Claim], chosen: Chosen) -> _Gathered:
    names = _names((_name(one.document, chosen) for one in told), chosen)
    gathered = _Gathered()
    for one in told:
        assert one.value_entity is not None  # the query asks for it
        person = one.value_entity.mention.person_id
        own, origin = names[_name(one.document, chosen).casefold()], _origin(one, names, chosen)
        gathered.on[person].add(origin)
        gathered.documents[origin].add(one.document_id)
        gathered.levels[person].add(one.document.source.level)
        if own != origin:
            gathered.copied[own, origin].add(one.document_id)
    return gathered


def _names(given: Iterable[str], chosen: Chosen) -> dict[str, str]:
    """Find the list that each name stands for: its first spelling, or the one that somebody says it is the same as."""
    first: dict[str, str] = {"": ""}
    for name in given:
        first.setdefault(name.casefold(), name)
    for other, one in chosen.same:
        first[other.casefold()] = first.get(one.casefold(), one)
    return first


def _name(document: Document, chosen: Chosen) -> str:
    """Name whoever made a document: as it says itself or, where somebody asked for that, who handed it over."""
    if chosen.providers:
        return document.source.handover.provider.strip()
    return (document.publisher or document.source.publisher).strip()


def _origin(claim: Claim, names: Mapping[str, str], chosen: Chosen) -> str:
    """Find the list that a claim counts for: the publisher deepest in its chain of voices, else the first telling."""
    document = claim.document.copy_of or claim.document
    made = names.get(_name(document, chosen).casefold(), _name(document, chosen))
    if chosen.providers:
        return made
    deeper = (names[voice.casefold()] for voice in reversed(claim.voice[1:]) if names.get(voice.casefold()))
    return next(deeper, made)


def _captured(
    viewer: User, chosen: Chosen, gathered: _Gathered, known: traits.Known, fitting: Sequence[UUID]
) -> Captured:
    on = {person: gathered.on[person] - {""} for person in fitting}
    listed = {person: lists for person, lists in on.items() if lists}
    rows = _rows(listed, gathered, chosen)
    names = [row.name for row in rows if row.chosen]
    strata = traits.split(listed, known, chosen.strata) if chosen.strata else {ALL: list(listed)}
    return Captured(
        tables={
            stratum: _table(names, (listed[person] for person in within))
            for stratum, within in strata.items()
            if names and within
        },
        known=Surroundings(
            missing=traits.missing(known, gathered.on, traits.asked(chosen.where, chosen.strata)),
            lists=rows,
            derived=tuple(_derived(gathered)),
            people=len(fitting),
            unlisted=len(on) - len(listed),
            waiting=people.waiting_pairs(viewer=viewer),
        ),
        levels=_levels(chosen, gathered, fitting),
    )


def _derived(gathered: _Gathered) -> Iterable[Derived]:
    for (own, origin), documents in sorted(gathered.copied.items()):
        if own:
            yield Derived(copier=own, origin=origin, documents=len(documents))


def _levels(chosen: Chosen, gathered: _Gathered, fitting: Collection[UUID]) -> tuple[str, ...]:
    """Find the sensitivities that whoever sees the count must be allowed; providers are for custodians alone."""
    used = {level for person in fitting for level in gathered.levels[person]}
    return tuple(sorted(used | ({Sensitivity.SEALED.value} if chosen.providers else set())))


def _rows(listed: Mapping[UUID, Collection[str]], gathered: _Gathered, chosen: Chosen) -> tuple[ListRow, ...]:
    people_on = Counter(name for lists in listed.values() for name in lists)
    alone = Counter(name for lists in listed.values() for name in lists if len(lists) == 1)
    wanted = {name.casefold() for name in chosen.lists}
    ordered = sorted(people_on, key=lambda name: (-people_on[name], name))
    return tuple(
        ListRow(
            name=name,
            people=people_on[name],
            alone=alone[name],
            documents=len(gathered.documents[name]),
            chosen=not wanted or name.casefold() in wanted,
        )
        for name in ordered
    )


def _table(names: Sequence[str], people_on: Iterable[Collection[str]]) -> "Table":
    patterns = [[int(name in lists) for name in names] for lists in people_on]
    return counting.Table.of(names, patterns, [1] * len(patterns))
