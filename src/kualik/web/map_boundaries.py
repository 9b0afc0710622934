"""Boundaries that a team brought along: on the map, and the page on which an administrator looks after them."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kualik.cases.places import actions, queries
from kualik.cases.places.errors import BadBoundaries
from kualik.cases.places.models import Boundaries
from kualik.engine.placing.geojson import Fields, unpack_area
from kualik.web.map_views import VIEWS, View, path_of
from kualik.web.signed_in import viewer_of

__all__ = ["Drawn", "boundaries", "drawn_boundaries", "turn_boundaries"]

REMEMBERED = 8  # sets of boundaries by view of which the drawing is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Boundaries as one line of the drawing, and whose they are."""

    title: str
    licence: str
    path: str


class BoundariesForm(forms.Form):
    """A file of boundaries, and what must be known of it."""

    file = forms.FileField(label=gettext_lazy("GeoJSON file"))
    title = forms.CharField(label=gettext_lazy("What the boundaries are called"), max_length=200)
    licence = forms.CharField(
        label=gettext_lazy("Licence, and from whom"),
        help_text=gettext_lazy("It stands under the map, for example: geoBoundaries, public domain (PDDL)"),
        max_length=300,
    )
    code = forms.CharField(
        label=gettext_lazy("Property that holds the code of an area"), max_length=80, initial="shapeID"
    )
    name = forms.CharField(
        label=gettext_lazy("Property that holds the name of an area"), max_length=80, initial="shapeName"
    )


def drawn_boundaries(kept: QuerySet[Boundaries], view: View) -> list[Drawn]:
    """Draw boundaries in a view; they never change, so that each is drawn once per process."""
    found = kept.values_list("pk", "title", "licence")
    return [Drawn(title=title, licence=licence, path=_path(pk, view.name)) for pk, title, licence in found]


@lru_cache(maxsize=REMEMBERED)
def _path(pk: UUID, view: str) -> str:
    areas = Boundaries.objects.values_list("areas", flat=True).get(pk=pk)
    return "".join(path_of(VIEWS[view], unpack_area(area).rings) for area in areas)


@require_http_methods(["GET", "HEAD", "POST"])
def boundaries(request: HttpRequest) -> HttpResponse:
    """List boundaries with their licences, and take a file in."""
    viewer = viewer_of(request)
    form = BoundariesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _taken_in(request, form):
        return redirect("boundaries")
    context = {"form": form, "boundaries": queries.boundaries(viewer=viewer)}
    return render(request, "pages/map_boundaries.html", context, status=422 if form.errors else 200)


def _taken_in(request: HttpRequest, form: BoundariesForm) -> bool:
    given = form.cleaned_data
    fields = Fields(code=given["code"], name=given["name"])
    try:
        made = actions.import_boundaries(
            by=viewer_of(request), at=timezone.now(), content=given["file"].read(), title=given["title"],
            licence=given["licence"], fields=fields,
        )  # fmt: skip
    except BadBoundaries as error:
        form.add_error("file", str(error))
        return False
    said = _("%(count)s areas of “%(title)s” are on the map now.")
    messages.success(request, said % {"count": made.count, "title": made.title})
    return True


@require_POST
def turn_boundaries(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take boundaries off the map, or put them back."""
    viewer = viewer_of(request)
    found = queries.boundaries_of(viewer=viewer, reference=id)
    if found.removed_at is None:
        actions.remove_boundaries(by=viewer, at=timezone.now(), boundaries=found)
        said = _("“%(title)s” was taken off the map. It can be put back here.")
    else:
        actions.restore_boundaries(by=viewer, at=timezone.now(), boundaries=found)
        said = _("“%(title)s” is on the map again.")
    messages.success(request, said % {"title": found.title})
    return redirect("boundaries")
