"""Counting: the counts that were asked for, a new one, and the report of one with its drawings."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kualik.cases.findings import actions, counting, policy
from kualik.cases.findings.captures import Captured, Chosen
from kualik.cases.findings.counts import report_of, surroundings_of
from kualik.cases.findings.models import Count, CountState
from kualik.engine import counting as engine
from kualik.engine.counting.premises import Listed
from kualik.engine.counting.results import Overlap
from kualik.engine.counting.svg import Figure
from kualik.engine.counting.upset import upset
from kualik.web.count_forms import CountForm
from kualik.web.counting_words import say
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from kualik.engine.counting import Report
    from kualik.engine.counting.telling import Block

__all__ = ["Drawn", "Line", "Part", "ask", "count", "counts"]

BESIDE = {"lists": "overlap", "models": "posterior", "changed": "sensitivity", "checks": "chains"}
"""Which drawing stands in which part of a report."""

FOLDED = frozenset({"changed", "comparisons", "checks", "again"})
"""Parts that are long: a reader opens them."""

UNENDED = (CountState.WAITING, CountState.COUNTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing that is ready for the page, with the table that says the same."""

    figure: Figure
    svg: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a report in the reader's words, and what stands beneath it."""

    words: str
    below: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a report: a heading, lines, a drawing where there is one."""

    id: str
    title: str
    lines: tuple[Line, ...]
    drawn: Drawn | None
    folded: bool


@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """List every count that was asked for, the newest first."""
    viewer, offset = viewer_of(request), offset_of(request)
    found = counting.counts(viewer=viewer)
    context = {
        "counts": found[offset : offset + SIZE],
        "page": paging(offset=offset, total=found.count()),
        "may_count": policy.may_count(viewer),
    }
    return render(request, "pages/counts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Take which people are meant; show what is not known of them and which lists there are; take the question.

    The lists are worked out only when somebody asks to see them: in a large casebook that takes a while.
    """
    viewer = viewer_of(request)
    form = CountForm(request.POST or None)
    form.is_valid()  # the lists are not offered yet, so only what chooses people is read from this
    chosen = form.filters() if form.is_bound and "startDate" not in form.errors else Chosen()
    if not form.is_bound:
        return render(request, "pages/ask_count.html", {"form": form})
    found = counting.captured(viewer=viewer, chosen=chosen)
    form = CountForm(request.POST, rows=found.known.lists)
    if "ask" in request.POST and form.is_valid():
        wanted = replace(chosen, lists=tuple(form.cleaned_data["lists"]))
        made = actions.ask_count(by=viewer, at=timezone.now(), asked=form.asked(wanted))
        messages.success(request, _("The question is kept, and is counted in its turn."))
        return redirect("count", id=made.pk)
    ticked = request.POST.getlist("lists") if "ask" in request.POST else [row.name for row in found.known.lists]
    context = {"form": form, "known": found.known, "ticked": ticked, "overlap": _overlap(found)}
    return render(request, "pages/ask_count.html", context)


@require_safe
def count(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one count: how far it has come, or its report."""
    one = counting.count(viewer=viewer_of(request), reference=id)
    if request.headers.get("HX-Target") == "count-state" and one.state in UNENDED:
        return render(request, "pages/count_state.html", {"count": one})
    answer = render(request, "pages/count.html", _shown(one))
    if request.headers.get("HX-Request"):
        answer.headers["HX-Refresh"] = "true"  # it has ended: the whole page is another
    return answer


def _shown(one: Count) -> dict[str, object]:
    shown: dict[str, object] = {"count": one, "unended": one.state in UNENDED, "known": surroundings_of(one)}
    report = report_of(one)
    if report is None:
        return shown
    return shown | {
        "report": report,
        "first": say(engine.first_words(report)),
        "headline": say(engine.headline(report)),
        "parts": _parts(report),
    }


def _parts(report: "Report") -> tuple[Part, ...]:
    drawn = {one.id: _drawn(one) for one in engine.draw(report, say=say)}
    return tuple(_part(block, drawn.get(BESIDE.get(block.id, ""))) for block in engine.blocks(report))


def _part(block: "Block", drawn: Drawn | None) -> Part:
    lines = tuple(
        Line(words=say(row.words), below=tuple(say(one) for one in row.below), kind=row.kind) for row in block.rows
    )
    return Part(id=block.id, title=say(block.title), lines=lines, drawn=drawn, folded=block.id in FOLDED)


def _drawn(figure: Figure) -> Drawn:
    return Drawn(figure=figure, svg=SafeString(figure.svg))  # every word in it is escaped where it is drawn


def _overlap(found: Captured) -> Drawn | None:
    """Draw how the lists overlap, all strata together."""
    if not found.tables:
        return None
    names = next(iter(found.tables.values())).lists
    rows = {row.name: row for row in found.known.lists}
    lists = [Listed(name=name, people=rows[name].people, alone=rows[name].alone) for name in names]
    people = Counter[tuple[int, ...]]()
    for table in found.tables.values():
        for pattern, many in table.people.items():
            people[tuple(place for place, on in enumerate(pattern) if on)] += many
    overlaps = [Overlap(lists=places, people=many) for places, many in people.items()]
    return _drawn(upset(lists=lists, overlaps=overlaps, say=say))
