"""Find: one box for people, documents, events and claims; saved searches.

Words are posted, so that none stands in an address, a history or a log.
"""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.claims import policy as claims_policy
from kualik.cases.desk import actions, policy, queries
from kualik.cases.desk.errors import NoSuchThing
from kualik.cases.findings import search as finding
from kualik.cases.findings.asking import Kind, Search
from kualik.cases.people.models import Person
from kualik.cases.people.rows import rows
from kualik.cases.sources.models import Sensitivity
from kualik.cases.sources.policy import levels
from kualik.web import find_words
from kualik.web.paging import offset_of, paging
from kualik.web.signed_in import viewer_of

__all__ = ["collection", "find", "forget", "save", "saved", "search_of"]

SIZE = 20  # hits on a page
BY = "by."  # begins the field of a facet
LEVELS = {level.value: level.label for level in Sensitivity}


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Look for words; without any, show the saved searches and the collections."""
    search = search_of(request.POST)
    if not search.words:
        return _start(request)
    return _found(request, search)


def search_of(posted: QueryDict) -> Search:
    """Read a search from a form: `to` goes over to another kind, `narrow` adds a facet, `widen` takes one away."""
    to = posted.get("to")
    told = {"words": posted.get("words", ""), "kind": posted.get("kind", "") if to is None else to}
    if to is not None:
        return Search.of_json(told)
    narrowed = {name.removeprefix(BY): value for name, value in posted.items() if name.startswith(BY)}
    name, _equals, value = posted.get("narrow", "").partition("=")
    narrowed |= {name: value} if value else {}
    narrowed.pop(posted.get("widen", ""), None)
    return Search.of_json({**told, "narrowed": narrowed})


def _start(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "search": Search(),
        "searches": queries.searches(viewer=viewer),
        "collections": queries.collections(viewer=viewer).order_by("title"),
    }
    return render(request, "pages/find.html", context)


def _found(request: HttpRequest, search: Search, kept: object = None) -> HttpResponse:
    viewer = viewer_of(request)
    offset = offset_of(request) if search.kind else 0
    found = finding.results(viewer=viewer, search=search, limit=SIZE, offset=offset)
    hits = found.hits[search.kind] if search.kind else None
    context = {
        "search": search,
        "narrowed": [
            (name, find_words.FACETS[name], value, find_words.value_word(name, value))
            for name, value in search.narrowed
        ],
        "kept": kept,
        "found": found,
        "kinds": [(kind, find_words.KINDS[kind], find_words.ICONS[kind], one) for kind, one in found.hits.items()],
        "hits": hits,
        "narrowings": find_words.narrowings(hits.facets) if hits else [],
        "page": replace(paging(offset=offset, total=hits.total), size=SIZE) if hits else None,
        **_offers(viewer, search),
    }
    return render(request, "pages/find.html", context)


def _offers(viewer: User, search: Search) -> dict[str, object]:
    """Say what may be done to many of the kind that is shown."""
    match search.kind:
        case Kind.PEOPLE if policy.may_collect(viewer):
            return {"may_collect": True, "collections": queries.collections(viewer=viewer)}
        case Kind.CLAIMS if claims_policy.may_decide(viewer):
            return {"may_decide": True}
        case Kind.DOCUMENTS if claims_policy.may_decide(viewer):
            return {"levels": [(value, LEVELS[value]) for value in LEVELS if value in levels(viewer)]}
    return {}


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep a search under a name."""
    made = actions.save_search(
        by=viewer_of(request), at=timezone.now(), name=request.POST.get("name", ""), search=search_of(request.POST)
    )
    messages.success(request, _("The search is kept. It stands here and on your start page, with what is new."))
    return redirect("find_saved", id=made.pk)


@require_safe
def saved(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show what a saved search finds now; from here on it is seen."""
    viewer = viewer_of(request)
    kept = queries.saved(viewer=viewer, id=id)
    if request.method == "GET":
        actions.look(by=viewer, at=timezone.now(), saved=kept)
    return _found(request, Search.of_json(kept.search), kept)


@require_POST
def forget(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (as above)
    """Keep a search no longer."""
    viewer = viewer_of(request)
    actions.forget_search(by=viewer, at=timezone.now(), saved=queries.saved(viewer=viewer, id=id))
    messages.success(request, _("The search is no longer kept."))
    return redirect("find")


@require_safe
def collection(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (as above)
    """List who is in a collection, as far as the viewer may see them."""
    viewer = viewer_of(request)
    one = queries.collections(viewer=viewer).filter(pk=id).first()
    if one is None:
        raise NoSuchThing
    offset = offset_of(request)
    ids = queries.members(collection=one)[offset : offset + SIZE]
    persons = Person.objects.in_bulk(ids)
    context = {
        "collection": one,
        "rows": rows(viewer=viewer, persons=[persons[pk] for pk in ids]),
        "total": (total := queries.size(one)),
        "page": replace(paging(offset=offset, total=total), size=SIZE),
    }
    return render(request, "pages/find_collection.html", context)
