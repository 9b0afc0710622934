"""Every passage of a case, in stretches, or only those of one property or one state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from kualik.cases.findings.case import Passage
from kualik.web import words
from kualik.web.paging import SIZE, Paging, offset_of, paging

__all__ = ["Passages", "chosen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """A stretch of the passages, and the choices with how many there are of each."""

    rows: tuple[Passage, ...]
    page: Paging
    property: str
    status: str
    properties: tuple[tuple[str, str, int], ...]  # value, word, count
    statuses: tuple[tuple[str, str, int], ...]


def chosen(request: HttpRequest, told: Sequence[Passage]) -> Passages:
    """Pick the passages that the address asks for; what it asks for that there is not is left aside."""
    names, states = Counter(map(_name, told)), Counter(one.status for one in told)
    name, status = (request.GET.get(asked, "") for asked in ("property", "status"))
    name, status = name if name in names else "", status if status in states else ""
    fitting = [one for one in told if name in {"", _name(one)} and status in {"", one.status}]
    offset = offset_of(request)
    return Passages(
        rows=tuple(fitting[offset : offset + SIZE]),
        page=paging(offset=offset, total=len(fitting), property=name, status=status),
        property=name,
        status=status,
        properties=tuple(sorted(((one, _word(one), count) for one, count in names.items()), key=lambda one: one[1])),
        statuses=tuple((one, str(words.STATUSES[one]), count) for one, count in sorted(states.items())),
    )


def _name(one: Passage) -> str:
    return f"{one.schema}.{one.property}"


def _word(name: str) -> str:
    schema, _dot, own = name.partition(".")
    return f"{words.schema_word(schema)}: {words.property_word(own, schema)}"
