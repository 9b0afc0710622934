"""The gazetteer that the package carries: places with their names in five languages, and which lies in which."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kualik.engine.facts.tables import Tables
from kualik.engine.placing.errors import NoSuchPlace
from kualik.engine.placing.folding import fold, is_han
from kualik.engine.placing.geometry import Point

__all__ = [
    "Kind",
    "Place",
    "holds",
    "known",
    "label",
    "longest_han",
    "place",
    "places",
    "seated",
    "shared",
    "suggest",
    "within",
]

LANGUAGES = ("en", "kk", "ru", "zh", "ug")
DATA = Tables("kualik.engine.placing", "data")
LEAST_TYPED = 2  # letters before something is suggested; one in Chinese


class Kind(StrEnum):
    """How large the thing is that a name names."""

    SETTLEMENT = "settlement"
    COUNTY = "county"
    PREFECTURE = "prefecture"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place. `point` is the seat of an area, longitude first; None for a country of which no seat is kept."""

    id: str
    kind: Kind
    parent: str
    point: Point | None
    population: int
    names: Mapping[str, str]
    spellings: tuple[str, ...]

    def __str__(self) -> str:
        """Give its English name."""
        return self.names["en"]


@cache
def places() -> Mapping[str, Place]:
    """Load every place.

    Returns:
        The places by id, countries first.
    """
    return {row["id"]: _place(row) for row in DATA.keyed("gazetteer")}


def _place(row: Mapping[str, str]) -> Place:
    names = {language: row[language] for language in LANGUAGES if row[language]}
    return Place(
        id=row["id"],
        kind=Kind(row["kind"]),
        parent=row["parent"],
        point=(float(row["lon"]), float(row["lat"])) if row["lat"] else None,
        population=int(row["population"]),
        names=names,
        spellings=tuple(dict.fromkeys((*names.values(), *(one for one in row["more"].split("|") if one)))),
    )


def place(id_: str) -> Place:
    """Find a place by its id.

    Args:
        id_: as in the gazetteer: GeoNames' number, "cn654025" (GB/T 2260), "kz-33" (ISO 3166-2), "kz" (ISO 3166-1).

    Returns:
        The place.

    Raises:
        NoSuchPlace: there is none.
    """
    found = places().get(id_)
    if found is None:
        raise NoSuchPlace(id_=id_)
    return found


def label(one: Place, language: str) -> str:
    """Choose what to call a place.

    Args:
        one: the place.
        language: a BCP 47 tag; its first part counts.

    Returns:
        Its name in that language; in Russian or English where the gazetteer knows none.
    """
    wanted = language.partition("-")[0]
    fallback = ("ru", "en") if wanted == "kk" else ("en",)
    return next(one.names[tag] for tag in (wanted, *fallback) if tag in one.names)


@cache
def within(id_: str) -> tuple[str, ...]:
    """List what a place lies in.

    Args:
        id_: of a place.

    Returns:
        The ids of the places that hold it, the nearest first.
    """
    parent = places()[id_].parent
    return (parent, *within(parent)) if parent in places() else ()


def holds(outer: str, inner: str) -> bool:
    """Say whether one place lies in another, or is the same.

    Args:
        outer: an id.
        inner: another.

    Returns:
        True where `inner` is `outer` or lies in it.
    """
    return outer == inner or outer in within(inner)


@cache
def shared() -> Mapping[str, tuple[str, ...]]:
    """List the rows that a city and a county of one name share.

    Returns:
        The ids of the city and of the county by that of their row.
    """
    inner: dict[str, list[str]] = defaultdict(list)
    for one in places().values():
        inner[one.parent].append(one.id)
    counties = (one for one in places().values() if one.kind == Kind.COUNTY)
    return {
        one.id: tuple(inner[one.id])
        for one in counties
        if any(places()[id_].kind == Kind.COUNTY for id_ in inner[one.id])
    }


@cache
def seated() -> Mapping[Point | None, tuple[str, ...]]:
    """List what has its seat in one point.

    Returns:
        The ids of a town and of the areas whose seat it is, by the point; nothing for places without a point.
    """
    found: dict[Point, list[str]] = defaultdict(list)
    for one in places().values():
        if one.point:
            found[one.point].append(one.id)
    return {None: (), **{point: tuple(ids) for point, ids in found.items()}}


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """Index every spelling.

    Returns:
        The ids of the places that are written so, by the folded spelling.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for one in places().values():
        for spelling in one.spellings:
            found[fold(spelling)][one.id] = None
    return {key: tuple(ids) for key, ids in found.items() if key}


@cache
def longest_han() -> int:
    """Measure the longest Chinese name.

    Returns:
        Its length in characters.
    """
    return max(len(key) for key in known() if is_han(key[0]))


def suggest(typed: str, *, limit: int = 12) -> tuple[Place, ...]:
    """Find places whose name begins as somebody has begun to write it.

    Args:
        typed: the beginning of a name in any of the scripts.
        limit: how many at most.

    Returns:
        The places; those that are written just so first, then the larger ones.
    """
    key = fold(typed)
    if len(key) < LEAST_TYPED and not any(is_han(letter) for letter in key):
        return ()
    exact = dict.fromkeys(known().get(key, ()))
    begun = dict.fromkeys(id_ for spelling, ids in known().items() if spelling.startswith(key) for id_ in ids)
    ranked = sorted((places()[id_] for id_ in begun if id_ not in exact), key=_largest)
    return (*sorted((places()[id_] for id_ in exact), key=_largest), *ranked)[:limit]


def _largest(one: Place) -> tuple[int, int, str]:
    return (-list(Kind).index(one.kind), -one.population, one.id)
