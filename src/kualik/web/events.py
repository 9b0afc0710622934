"""Protests, appeals, hearings, replies: as a list, as a calendar, as a table to take along; and one event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kualik.cases.claims import policy as claims_policy
from kualik.cases.findings import actions, event_list, policy, queries, series_list
from kualik.cases.findings.event_list import NO_YEAR, Chosen, Tallies
from kualik.cases.findings.whereabouts import precisions
from kualik.web.boards import boards
from kualik.web.event_calendar import gaps, month_of, strip, weekdays, years_of
from kualik.web.event_parts import parts_of
from kualik.web.event_tables import FORMS
from kualik.web.event_words import ANSWERED, IN_A_SERIES, KINDS, codes_of
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.utils.functional import Promise

__all__ = ["calendar", "chosen_of", "event", "events", "table"]

FIRST_YEAR, LAST_YEAR, MONTHS = 1800, 2200, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a choice, how many events it leaves, and the link that makes it."""

    value: str
    word: str
    count: int
    query: str
    current: bool


def chosen_of(request: HttpRequest) -> Chosen:
    """Read which events are asked for; what is no choice is left out."""
    asked = request.GET if request.method in {"GET", "HEAD"} else request.POST
    kind, year, answered, series = (asked.get(name, "") for name in ("kind", "year", "answered", "series"))
    return Chosen(
        kind=kind if kind in KINDS else "",
        year=year if year == NO_YEAR or (year.isascii() and year.isdigit() and len(year) == len("2024")) else "",
        place=asked.get("place", "")[:300],
        answered=answered if answered in ANSWERED else "",
        series=series if series in IN_A_SERIES else "",
    )


def kept(chosen: Chosen) -> dict[str, str]:
    """Give the choices that are made, for a link."""
    return {name: getattr(chosen, name) for name in Chosen.__slots__ if getattr(chosen, name)}


def frame(chosen: Chosen, tallies: Tallies, *, view: str) -> dict[str, object]:
    """Give what the list, the calendar and the table have in common: the choices and the ways between them."""
    return {
        "view": view,
        "chosen": chosen,
        "kept": kept(chosen),
        "query": urlencode(kept(chosen)),
        "total": tallies.total,
        "kinds": _kinds(chosen, tallies),
        "years": [(year, count) for year, count in sorted(tallies.year.items(), reverse=True) if year != NO_YEAR],
        "no_year": tallies.year.get(NO_YEAR, 0),
        "places": _with_own(tallies.place, chosen.place),
        "answers": _words(ANSWERED, tallies.answered),
        "in_series": _words(IN_A_SERIES, tallies.series),
    }


def _kinds(chosen: Chosen, tallies: Tallies) -> list[Choice]:
    others = {name: value for name, value in kept(chosen).items() if name != "kind"}
    every = Choice(
        value="",
        word=_("All"),
        count=sum(tallies.kind.values()),
        query=urlencode(others),
        current=not chosen.kind,
    )
    return [every] + [
        Choice(
            value=kind,
            word=str(word),
            count=tallies.kind.get(kind, 0),
            query=urlencode({**others, "kind": kind}),
            current=kind == chosen.kind,
        )
        for kind, word in KINDS.items()
    ]


def _with_own(places: Mapping[str, int], own: str) -> list[tuple[str, int]]:
    """List places by how many events they have; the one that is chosen is among them."""
    found = dict(places)
    if own:
        found.setdefault(own, 0)
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def _words(words: "Mapping[str, Promise]", counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    return [(value, str(word), counts.get(value, 0)) for value, word in words.items()]


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """List events: all, or those that are asked for."""
    viewer, chosen, offset = viewer_of(request), chosen_of(request), offset_of(request)
    found = event_list.listed(viewer=viewer, chosen=chosen, limit=SIZE, offset=offset)
    context = {
        **frame(chosen, event_list.tallies(viewer=viewer, chosen=chosen), view="list"),
        "rows": found.rows,
        "page": paging(offset=offset, total=found.total, **kept(chosen)),
        "may_hand_on": policy.may_hand_on(viewer),
    }
    return render(request, "pages/events.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the strip of years, and a month with its days; dates stand as exactly as they are known."""
    viewer, chosen = viewer_of(request), replace(chosen_of(request), year="")
    counts = event_list.months(viewer=viewer, chosen=chosen)
    year, month = _month_asked(request, counts)
    first = date(year, month, 1)
    rows = event_list.within(viewer=viewer, chosen=chosen, first=first, last=_last(first))
    context = {
        **frame(chosen, event_list.tallies(viewer=viewer, chosen=chosen), view="calendar"),
        "strip": years_of(counts),
        "year": year,
        "month_number": month,
        "month": month_of(rows, year=year, month=month),
        "weekdays": weekdays(),
        "before": _beside(year, month, -1),
        "after": _beside(year, month, 1),
        "at": f"&year={year}&month={month}",
        "may_hand_on": policy.may_hand_on(viewer),
    }
    return render(request, "pages/event_calendar.html", context)


def _month_asked(request: HttpRequest, counts: Mapping[tuple[int, int], int]) -> tuple[int, int]:
    """Read which month is asked for; else the latest one with an event, else this one."""
    year, month = (request.GET.get(name, "") for name in ("year", "month"))
    today = timezone.now().date()
    latest = max((place for place in counts if place[1]), default=(today.year, today.month))
    if not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return latest
    if month.isascii() and month.isdigit() and 1 <= int(month) <= MONTHS:
        return int(year), int(month)
    return max((place for place in counts if place[0] == int(year) and place[1]), default=(int(year), 1))


def _last(first: date) -> date:
    year, month = _beside(first.year, first.month, 1)
    return date.fromordinal(date(year, month, 1).toordinal() - 1)


def _beside(year: int, month: int, step: int) -> tuple[int, int]:
    number = year * MONTHS + month - 1 + step
    return number // MONTHS, number % MONTHS + 1


@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest) -> "HttpResponseBase":
    """Say what a table of the events asked for would hold; on a POST send it, and write down that it was taken."""
    viewer, chosen = viewer_of(request), chosen_of(request)
    policy.check_may_hand_on(viewer)
    form = request.POST.get("form", "")
    if request.method == "POST" and form in FORMS:
        return _sent(request, chosen, form)
    if request.method == "POST":
        messages.error(request, _("Choose how the table is to be written: CSV or JSON."))
        return redirect(request.get_full_path())
    tallies = event_list.tallies(viewer=viewer, chosen=chosen)
    return render(request, "pages/event_table.html", frame(chosen, tallies, view="table"))


def _sent(request: HttpRequest, chosen: Chosen, form: str) -> StreamingHttpResponse:
    viewer, at = viewer_of(request), timezone.now()
    rows = event_list.listed(viewer=viewer, chosen=chosen, limit=0).total
    entry = actions.hand_on_events(by=viewer, at=at, form=form, rows=rows, chosen=kept(chosen))
    write, media_type = FORMS[form]
    lines = write(event_list.stream(viewer=viewer, chosen=chosen), entry=entry, precision=precisions())
    name = f"events-working-table-{at:%Y-%m-%d}-{entry}.{'csv' if form == 'csv' else 'jsonl'}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(lines, content_type=media_type, headers=headers)


@require_safe
def event(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one event: what is told of it, who took part, how authorities answered, what happened after."""
    viewer = viewer_of(request)
    case = queries.event(viewer=viewer, entity=id)
    found = series_list.series(viewer=viewer, row=case.row)
    context = {
        "case": case,
        "row": case.row,
        "parts": parts_of(boards(case.known, (*case.passages, *case.beside))),
        "series": found,
        "strip": strip(found.rows),
        "gaps": gaps(found.rows),
        "placing": next((one for one in found.placings if one.event_id in case.row.entities), None),
        "may_place": policy.may_place(viewer),
        "codes": codes_of(case.row, precision=precisions()(case.row.place)),
        "may_add": claims_policy.may_add(viewer),
    }
    return render(request, "pages/event.html", context)
