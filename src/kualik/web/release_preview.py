"""One person of a release: what we know beside what its audience would see, and why the rest stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kualik.cases.findings import queries as findings
from kualik.cases.releases import queries
from kualik.cases.releases.allowed import PASSAGES
from kualik.engine.weighing import Grade
from kualik.web.release_words import field_word, reason_word
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from kualik.cases.findings.case import Case, Known

__all__ = ["Beside", "item", "lines_beside"]


@dataclass(slots=True, kw_only=True)
class Beside:
    """One field on both sides: the values known in the house, those that are shown, and why others are not."""

    property: str
    word: str
    known: list[str] = field(default_factory=list)
    shown: list[dict[str, Any]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


@require_safe
def item(request: HttpRequest, id: UUID, position: int) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one person of a release from both sides, for whoever may see what it withholds."""
    viewer = viewer_of(request)
    one = queries.item(viewer=viewer, release=id, position=position)
    total = one.release.items.count()
    known = findings.case(viewer=viewer, person=one.person)
    context = {
        "release": one.release,
        "total": total,
        "item": one,
        "known": known,
        "lines": lines_beside(case=known, content=one.content, withheld=one.withheld),
        "back": position - 1,
        "onward": position + 1 if position < total else 0,
        "page_offset": (position - 1) // queries.PAGE * queries.PAGE,
    }
    return render(request, "pages/release_item.html", context)


def lines_beside(*, case: "Case", content: dict[str, Any], withheld: Iterable[tuple[str, str]]) -> list[Beside]:
    """Set what is known and accepted beside what a release shows, a line for each field."""
    lines: dict[str, Beside] = {}

    def line(name: str) -> Beside:
        return lines.setdefault(name, Beside(property=name, word=field_word(name)))

    for known in _known(case):
        line(known.property).known += [one for one in _values(known) if one not in line(known.property).known]
    for shown in [*content["findings"], *(one for custody in content["custody"] for one in custody["findings"])]:
        line(shown["property"]).shown.append(shown)
    for name, why in withheld:
        line(name).why += [said for said in [reason_word(why)] if said not in line(name).why]
    if content["passages"]:
        line(PASSAGES).shown += [{"value": one["quote"], "language": one["language"]} for one in content["passages"]]
    return [one for one in lines.values() if one.known or one.shown or one.why]


def _known(case: "Case") -> "Iterator[Known]":
    yield from case.known
    for episode in case.episodes:
        if episode.accepted:
            yield from episode.known


def _values(known: "Known") -> list[str]:
    told = known.finding.values if known.finding else ()
    return [one.value for one in told if one.grade != Grade.UNSUPPORTED]
