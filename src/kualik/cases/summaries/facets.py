"""By what summaries are told apart in lists: each facet with its value, as text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kualik.cases.summaries.models import EventSummary, Noun, PersonSummary

__all__ = ["ALL", "Facet", "counted", "facets_of"]

ALL = "all"
LONGEST = 300
Facet = tuple[int, str, str, str]  # tier, noun, facet, value


def facets_of(one: PersonSummary | EventSummary) -> Iterator[Facet]:
    """List what one summary counts for; what nobody says counts as empty."""
    noun = Noun.PERSON if isinstance(one, PersonSummary) else Noun.EVENT
    told = _of_person(one) if isinstance(one, PersonSummary) else _of_event(one)
    yield (one.tier, noun.value, ALL, "")
    for facet, value in told.items():
        yield (one.tier, noun.value, facet, value[:LONGEST])


def _of_person(one: PersonSummary) -> dict[str, str]:
    return {
        "state": one.state,
        "held": _yes(one.held),
        "sex": one.sex,
        "grade": one.grade,
        "disputed": _yes(one.disputed),
        "proposals": _yes(one.proposals),
        "described": _yes(one.described),
        "custody_place": one.custody_place,
        "origin_place": one.origin_place,
        "birth_decade": str(one.birth_year // 10 * 10) if one.birth_year is not None else "",
        "ends": _month(one.ends_earliest),
    }


def _of_event(one: EventSummary) -> dict[str, str]:
    return {
        "schema": one.schema,
        "kind": one.kind,
        "type": one.type,
        "year": str(one.year or ""),
        "place": one.place,
        "answered": _yes(one.answered),
        "accepted": _yes(one.accepted),
    }


def _yes(so: object) -> str:
    return "yes" if so else "no"


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""


def counted(summaries: Iterable[PersonSummary | EventSummary]) -> Counter[Facet]:
    """Count summaries by facet."""
    return Counter(facet for one in summaries for facet in facets_of(one))
