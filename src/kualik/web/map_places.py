"""How many people or events there are at which place, from the names that documents write."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.cases.places.models import Naming
from kualik.cases.places.queries import Placer
from kualik.engine import placing
from kualik.engine.placing import Kind, Place

__all__ = ["KIND_WORDS", "LAYERS", "Layer", "Spot", "Spread", "Unplaced", "spread", "where"]

DRAWN = frozenset({Kind.SETTLEMENT, Kind.COUNTY})
"""Kinds of places that stand on the map; of larger areas a point would say what nobody knows."""

KIND_WORDS: Mapping[str, Promise] = {
    Kind.SETTLEMENT: _("Town or village"),
    Kind.COUNTY: _("County or district"),
    Kind.PREFECTURE: _("Prefecture"),
    Kind.REGION: _("Region or province"),
    Kind.COUNTRY: _("Country"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What is counted: whose places, by which column of their summaries."""

    name: str
    word: Promise
    facet: str
    meaning: Promise


LAYERS: Mapping[str, Layer] = {
    one.name: one
    for one in (
        Layer(
            name="held", word=_("Where people are held"), facet="custody_place",
            meaning=_("Each person once, at the last known place of custody, whether or not they were released since."),
        ),
        Layer(
            name="origin", word=_("Where people come from"), facet="origin_place",
            meaning=_("Each person once, at the place of birth or origin that documents give."),
        ),
        Layer(
            name="events", word=_("Events"), facet="place",
            meaning=_("Protests, appeals, hearings, replies and incidents, at the place where they happened."),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place with how many are there, and how documents write it."""

    place: Place
    label: str
    within: str
    count: int
    written: tuple[tuple[str, int], ...]

    @property
    def exact(self) -> bool:
        """Say whether the town is known, and not only the county."""
        return self.place.kind == Kind.SETTLEMENT

    @property
    def kind_word(self) -> Promise:
        """Say what kind of place it is."""
        return KIND_WORDS[self.place.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A written name that is no place of the gazetteer, or may be several; with the decision about it, if any."""

    written: str
    count: int
    candidates: tuple[tuple[str, str], ...]
    decision: Naming | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Everything that is counted: on the map, known only to a larger area, not found, and with no place told."""

    spots: tuple[Spot, ...]
    areas: tuple[Spot, ...]
    unplaced: tuple[Unplaced, ...]
    untold: int

    @property
    def all(self) -> tuple[Spot, ...]:
        """Give every place, the largest number first."""
        return tuple(sorted((*self.spots, *self.areas), key=_most))

    @property
    def placed(self) -> int:
        """Count who or what is at a known place."""
        return sum(one.count for one in self.all)

    @property
    def missed(self) -> int:
        """Count whose place is written, but not found."""
        return sum(one.count for one in self.unplaced)

    def spot(self, id_: str) -> Spot | None:
        """Find a place among those that have somebody."""
        return next((one for one in self.all if one.place.id == id_), None)


def spread(told: Mapping[str, int], *, placer: Placer, language: str) -> Spread:
    """Spread numbers by written name over the places of the gazetteer.

    Args:
        told: how many there are by written name; under the empty name those of whom no place is told.
        placer: says which place a name is.
        language: of the labels.

    Returns:
        The numbers by place. Together they are as many as were told.
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    missed = []
    for written, count in told.items():
        resolved = placer.place(written) if written else placing.Resolved()
        if resolved.place:
            found[resolved.place][written] = count
        elif written:
            named = tuple((id_, where(placing.place(id_), language)) for id_ in resolved.candidates)
            decision = placer.decision(written)
            missed.append(Unplaced(written=written, count=count, candidates=named, decision=decision))
    spots = [_spot(placing.place(id_), forms, language) for id_, forms in found.items()]
    return Spread(
        spots=tuple(sorted((one for one in spots if one.place.kind in DRAWN), key=_most)),
        areas=tuple(sorted((one for one in spots if one.place.kind not in DRAWN), key=_most)),
        unplaced=tuple(sorted(missed, key=lambda one: (-one.count, one.written))),
        untold=told.get("", 0),
    )


def _spot(place: Place, forms: Mapping[str, int], language: str) -> Spot:
    return Spot(
        place=place,
        label=placing.label(place, language),
        within=_within(place, language),
        count=sum(forms.values()),
        written=tuple(sorted(forms.items(), key=lambda form: (-form[1], form[0]))),
    )


def _within(place: Place, language: str) -> str:
    return ", ".join(placing.label(placing.place(id_), language) for id_ in placing.within(place.id))


def where(place: Place, language: str) -> str:
    """Call a place with what it lies in."""
    within = _within(place, language)
    label = placing.label(place, language)
    return f"{label} ({within})" if within else label


def _most(one: Spot) -> tuple[int, str]:
    return (-one.count, one.place.id)
