"""The map: where people are held, where they come from, where things happened; and which place a written name is."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.places import actions
from kualik.cases.places.errors import AlreadyNamed
from kualik.cases.places.models import Naming
from kualik.cases.places.policy import may_import, may_name
from kualik.cases.places.queries import naming, placer, shown_boundaries
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import EventSummary, Noun, PersonSummary
from kualik.engine import placing
from kualik.web.conflicts import Conflict, Row, conflict
from kualik.web.event_words import ANSWERED, KINDS
from kualik.web.map_boundaries import drawn_boundaries
from kualik.web.map_drawing import draw
from kualik.web.map_places import LAYERS, Layer, Spread, spread, where
from kualik.web.map_views import VIEWS, Window, window_of
from kualik.web.paging import Paging, offset_of
from kualik.web.signed_in import viewer_of

__all__ = ["name_place", "place_map", "unname_place"]

ROWS = 20  # of the list beside the map
PLACES = 100  # of the table below it
EVERY = 1_000_000
LONGEST = 300  # characters of a written name
LONGEST_WHY = 2000
YEAR = len("2024")
Summaries = QuerySet[PersonSummary] | QuerySet[EventSummary]
KEPT = ("layer", "place", "written", "kind", "year", "answered", "view", "zoom", "at")
"""What an address of the map holds; each link changes a part of it and keeps the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link that changes what is seen; without an address there is no such step."""

    word: str
    sign: str
    key: str
    query: str


@require_safe
def place_map(request: HttpRequest) -> HttpResponse:
    """Show how many people or events are known at which place, and the list behind one of the numbers."""
    viewer, window = viewer_of(request), window_of(request.GET)
    layer = LAYERS.get(request.GET.get("layer", ""), LAYERS["held"])
    filters = _filters(request) if layer.name == "events" else {}
    language = get_language() or "en"
    found = spread(_told(viewer, layer, filters), placer=placer(), language=language)
    asked = request.GET.get("written")
    context = {
        "layer": layer,
        "layers": [(one, _query(request, layer=one.name, place="", written=None)) for one in LAYERS.values()],
        "views": [(one, _query(request, view=one.name, zoom="", at="")) for one in VIEWS.values()],
        "filters": _filter_words(filters),
        "clear": _query(request, place="", written=None),
        "steps": _steps(request, window),
        "drawing": draw(found.spots, window=window, language=language),
        "found": found,
        "boundaries": drawn_boundaries(shown_boundaries(viewer=viewer), window.view),
        "query": _query(request, place="", written=None),
        "here": request.get_full_path(),
        "may_name": may_name(viewer),
        "may_import": may_import(viewer),
        "table": found.all[:PLACES],
        "rest": max(0, len(found.all) - PLACES),
    }
    return render(request, "pages/map.html", context | _listed(request, viewer, layer, found, filters, asked))


def _filters(request: HttpRequest) -> dict[str, str]:
    """Read the filters that the list of events hands over; what is no choice is left out."""
    kind, year, answered = (request.GET.get(name, "") for name in ("kind", "year", "answered"))
    return {
        "kind": kind if kind in KINDS else "",
        "year": year if year.isascii() and year.isdigit() and len(year) == YEAR else "",
        "answered": answered if answered in ANSWERED else "",
    }


def _filter_words(filters: Mapping[str, str]) -> list[str]:
    words = {"kind": KINDS, "answered": ANSWERED}
    return [str(words[name][value]) if name in words else value for name, value in filters.items() if value]


def _summaries(viewer: User, layer: Layer, filters: Mapping[str, str]) -> Summaries:
    if layer.name != "events":
        return summaries.people(viewer=viewer)
    chosen: dict[str, object] = {name: value for name, value in filters.items() if value}
    if "answered" in chosen:
        chosen["answered"] = chosen["answered"] == "yes"
    return summaries.events(viewer=viewer).filter(**chosen)


def _told(viewer: User, layer: Layer, filters: Mapping[str, str]) -> dict[str, int]:
    """Say how many there are by written place: kept numbers, or counted where the list is filtered."""
    if not any(filters.values()):
        noun = Noun.EVENT if layer.name == "events" else Noun.PERSON
        return summaries.tallies(viewer=viewer, noun=noun, facet=layer.facet, most=EVERY)
    grouped = _summaries(viewer, layer, filters).order_by().values(layer.facet).annotate(many=Count("pk"))
    return dict(grouped.values_list(layer.facet, "many"))


def _listed(
    request: HttpRequest, viewer: User, layer: Layer, found: Spread, filters: Mapping[str, str], asked: str | None
) -> dict[str, object]:
    """List who or what is at the chosen place, or under the chosen written name."""
    spot = found.spot(request.GET.get("place", ""))
    if spot is None and asked is None:
        return {"chosen": None}
    forms = [written for written, _count in spot.written] if spot else [asked or ""]
    rows = _summaries(viewer, layer, filters).filter(**{f"{layer.facet}__in": forms})
    missed = {one.written: one for one in found.unplaced}.get(asked or "")
    total = spot.count if spot else missed.count if missed else found.untold if not asked else 0
    offset = offset_of(request)
    order = ("-earliest", "pk") if layer.name == "events" else ("number",)
    page = Paging(offset=offset, total=total, query=f"{_query(request).removeprefix('?')}&", size=ROWS)
    return {
        "chosen": spot or missed or asked,
        "spot": spot,
        "unplaced": missed,
        "untold_asked": spot is None and not asked,
        "rows": rows.order_by(*order)[offset : offset + ROWS],
        "page": page,
    }


def _query(request: HttpRequest, **changed: str | None) -> str:
    """Write the address of the map with a part of it changed; None leaves the part out."""
    now = {name: request.GET[name] for name in KEPT if name in request.GET}
    said = {name: value for name, value in (now | changed).items() if value or (name == "written" and value == "")}
    return f"?{urlencode(said)}" if said else reverse("map")


def _steps(request: HttpRequest, window: Window) -> list[Step]:
    """Offer the steps that lead nearer, farther and to the sides."""
    ways = (
        (_("Closer"), "+", "+", window.closer(1)),
        (_("Farther"), "−", "-", window.closer(-1)),
        (_("To the west"), "←", "", window.moved(-1, 0)),
        (_("To the north"), "↑", "", window.moved(0, -1)),
        (_("To the south"), "↓", "", window.moved(0, 1)),
        (_("To the east"), "→", "", window.moved(1, 0)),
    )
    empty = {"view": "", "zoom": "", "at": ""}
    return [
        Step(word=word, sign=sign, key=key, query=_query(request, **(empty | to.query)) if to and to != window else "")
        for word, sign, key, to in ways
        if to != window or window.zoom > 1
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def name_place(request: HttpRequest) -> HttpResponse:
    """Say which place a written name is: choose among what it may be, or look the place up."""
    viewer = viewer_of(request)
    asked = request.POST if request.method == "POST" else request.GET
    written, typed = asked.get("written", "")[:LONGEST], asked.get("typed", "")[:LONGEST].strip()
    chosen = asked.get("place", "")
    if request.method == "POST" and written and (chosen or asked.get("nowhere")):
        why = asked.get("why", "")[:LONGEST_WHY]
        try:
            made = _named(viewer, written=written, place=chosen, why=why, replaces=asked.get("replaces", ""))
        except AlreadyNamed as already:
            return _named_meanwhile(request, written=written, place=chosen, why=why, standing=already.naming)
        messages.success(request, _("Kept: “%(name)s”. It can be taken back on the map.") % {"name": made.written})
        return redirect(_next(request))
    return render(request, "pages/map_name.html", _naming(viewer, written, typed) | {"next": _next(request)})


@transaction.atomic
def _named(viewer: User, *, written: str, place: str, why: str, replaces: str) -> Naming:
    """Keep which place a name is; a decision that was seen to stand in its way is taken back first."""
    at, standing = timezone.now(), placer().decision(written)
    if standing and str(standing.pk) == replaces:
        actions.undo_naming(by=viewer, at=at, naming=standing)
    return actions.name_place(by=viewer, at=at, written=written, place=place, why=why)


def _named_meanwhile(request: HttpRequest, *, written: str, place: str, why: str, standing: Naming) -> HttpResponse:
    """Show both answers, where somebody said first which place a name is; the same answer is no conflict."""
    if place == standing.place:
        messages.info(request, _("Somebody gave the same answer before you. Nothing was changed."))
        return redirect(_next(request))
    answer = {"place": place} if place else {"nowhere": "yes"}
    found = Conflict(
        what=written,
        said=_("Somebody has said already which place this name is. Their answer stands; yours was not kept yet."),
        by=str(standing.by),
        at=standing.at,
        why=standing.why,
        rows=(
            Row(label=_("Place"), mine=_place_word(place), theirs=_place_word(standing.place)),
            Row(label=_("Why?"), mine=why, theirs=standing.why),
        ),
        theirs=_next(request),
        action=reverse("name_place"),
        mine={"written": written, **answer, "why": why, "replaces": str(standing.pk), "next": _next(request)},
    )
    return conflict(request, found)


def _place_word(place: str) -> str:
    """Call a place of the gazetteer in the reader's language."""
    if not place:
        return _("No place for a map")
    try:
        return where(placing.place(place), get_language() or "en")
    except placing.NoSuchPlace:
        return place


def _naming(viewer: User, written: str, typed: str) -> dict[str, object]:
    language = get_language() or "en"
    known = placer()
    fitting = known.place(written).candidates if not typed else ()
    places = placing.suggest(typed) if typed else tuple(placing.place(id_) for id_ in fitting)
    return {
        "written": written,
        "typed": typed,
        "decision": known.decision(written),
        "places": [(one, where(one, language)) for one in places],
        "may_name": may_name(viewer),
    }


@require_POST
def unname_place(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take back which place a name was said to be."""
    viewer = viewer_of(request)
    undone = actions.undo_naming(by=viewer, at=timezone.now(), naming=naming(viewer=viewer, reference=id))
    messages.success(request, _("Taken back: “%(name)s”.") % {"name": undone.written})
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    asked = request.POST if request.method == "POST" else request.GET
    to = asked.get("next", "")
    return to if url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}) else reverse("map")
