"""People: the list with its sieves, and a search by name."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.people import queries
from kualik.cases.people.ends import SOON
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import Noun, PersonSummary
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of
from kualik.web.summaries import lag_of

__all__ = ["people"]

LONGEST = 300  # characters of a search

SHOW: Mapping[str, Promise] = {
    "": _("All"),
    "held": _("Held now"),
    "released": _("Released"),
    "ends-soon": _("Sentence ends soon"),
    "disputed": _("Disputed"),
    "proposals": _("To review"),
    "described": _("Without a name"),
}
COUNTED = {"": ("all", ""), "held": ("held", "yes"), "released": ("state", "released"), "disputed": ("disputed", "yes"),
           "proposals": ("proposals", "yes"), "described": ("described", "yes")}  # fmt: skip
"""Sieves of which a number is kept."""

ORDERS: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "": (pgettext_lazy("order of a list", "Number"), ("number",)),
    "name": (pgettext_lazy("order of a list", "Name"), ("sort_key", "number")),
    "changed": (pgettext_lazy("order of a list", "Last changed"), ("-changed_at", "number")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """List people. A search is a POST, so that no name stands in an address, a history or a log."""
    query = request.POST.get("query", "")[:LONGEST].strip()
    context = _found(request, query) if query else _listed(request)
    part = request.headers.get("HX-Target") == "found"
    return render(request, "pages/people_found.html" if part else "pages/people.html", context)


def _found(request: HttpRequest, query: str) -> dict[str, object]:
    viewer, offset = viewer_of(request), offset_of(request)
    found = queries.people(viewer=viewer, query=query, limit=SIZE, offset=offset)
    persons = [row.person.pk for row in found.rows]
    known = {one.number: one for one in summaries.people(viewer=viewer).filter(person__in=persons)}
    page = paging(offset=offset, total=found.total)
    return {"query": query, "rows": found.rows, "known": known, "page": page, "shows": _shows(viewer), "orders": ORDERS}


def _listed(request: HttpRequest) -> dict[str, object]:
    viewer, offset = viewer_of(request), offset_of(request)
    show, order = request.GET.get("show", ""), request.GET.get("order", "")
    show, order = show if show in SHOW else "", order if order in ORDERS else ""
    fitting = summaries.people(viewer=viewer).filter(_sieve(show, today=timezone.now().date()))
    by = ("ends_earliest", "number") if show == "ends-soon" and not order else ORDERS[order][1]
    shows = _shows(viewer)
    counts = {name: count for name, _word, count in shows}
    counted = counts[show]
    total = summaries.capped(fitting) if counted is None else counted
    return {
        "query": "",
        **_rows(list(fitting.order_by(*by)[offset : offset + SIZE])),
        "page": paging(offset=offset, total=total, show=show, order=order),
        "show": show,
        "order": order,
        "shows": shows,
        "orders": ORDERS,
        "lag": lag_of(request),
    }


def _sieve(show: str, *, today: date) -> Q:
    return {
        "": Q(),
        "held": Q(held=True),
        "released": Q(state="released"),
        "ends-soon": Q(ends_earliest__lte=today + SOON, ends_latest__gte=today),
        "disputed": Q(disputed=True),
        "proposals": Q(proposals__gt=0),
        "described": Q(described=True),
    }[show]


def _shows(viewer: User) -> list[tuple[str, Promise, int | None]]:
    """Say how many there are behind each sieve of which a number is kept."""
    kept = summaries.tally(viewer=viewer, noun=Noun.PERSON, facets=dict(COUNTED.values()))
    return [(name, word, kept[COUNTED[name][0]] if name in COUNTED else None) for name, word in SHOW.items()]


def _rows(found: list[PersonSummary]) -> dict[str, object]:
    rows = [summaries.row_of(one) for one in found]
    return {"rows": rows, "known": {one.number: one for one in found}}
