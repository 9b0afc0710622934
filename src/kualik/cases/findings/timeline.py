"""What happened when: dates as they are known, in the order of the days that they can mean."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from kualik.cases.findings.case import Moment, Passage
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.facts.schemata import properties

__all__ = ["timeline"]

SAYING = ("state", "eventType", "relationship", "summary")
"""Of an entity with a date, the property that says in a word what it is."""


def timeline(told: Sequence[Passage]) -> tuple[Moment, ...]:
    """Lay out the dated claims by their days. A date without a year stands last, as it is."""
    dated: dict[tuple[str, str, str, str], list[Passage]] = {}
    kinds = _kinds(told)
    for one in told:
        if _is_date(one):
            dated.setdefault((one.value, one.schema, one.property, kinds.get(str(one.entity), "")), []).append(one)
    return tuple(sorted((_moment(*key, told=group) for key, group in dated.items()), key=_order))


def _kinds(told: Iterable[Passage]) -> dict[str, str]:
    return {str(one.entity): one.value for one in told if one.property in SAYING}


def _is_date(one: Passage) -> bool:
    known = properties(one.schema).get(one.property)
    return known is not None and known.type == "date" and is_edtf(one.value)


def _moment(value: str, schema: str, name: str, kind: str, *, told: Sequence[Passage]) -> Moment:
    earliest, latest = bounds(value)
    what = told[0].label if not kind else f"{_(kind)} ({told[0].label.lower()})"
    return Moment(
        date=value,
        earliest=earliest,
        latest=latest,
        schema=schema,
        property=name,
        what=what,
        accepted=any(one.accepted for one in told),
        passages=tuple(told),
        kind=kind,
    )


def _order(moment: Moment) -> tuple[bool, date, date, str]:
    first = moment.earliest or moment.latest
    return (first is None, first or date.max, moment.latest or date.max, moment.date)
