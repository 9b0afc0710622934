"""A series of events: its occurrences, and the deeds that put an event into it or part it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.claims import queries as claims
from kualik.cases.findings import actions, policy, queries, series_list
from kualik.web.event_calendar import gaps, strip
from kualik.web.signed_in import viewer_of

__all__ = ["place", "series", "unplace"]


class PlacingForm(forms.Form):
    """Which series an event belongs to (none: it stands alone), and why."""

    series = forms.UUIDField(required=False)
    why = forms.CharField(max_length=2000, required=False)


@require_safe
def series(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one series with its occurrences, the time of which nobody tells, and what persons decided."""
    viewer = viewer_of(request)
    own = queries.event(viewer=viewer, entity=id).row
    found = series_list.series(viewer=viewer, row=own)
    if found.anchor is None:
        return redirect("event", id=id)
    context = {
        "row": found.anchor,
        "series": found,
        "strip": strip(found.rows),
        "gaps": gaps(found.rows),
        "may_place": policy.may_place(viewer),
    }
    return render(request, "pages/event_series.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Put an event into a series, or say that it stands alone; a GET offers the series there are."""
    viewer = viewer_of(request)
    row = queries.event(viewer=viewer, entity=id).row
    form = PlacingForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        if request.method == "POST":
            messages.error(request, _("Choose a series from the list. Nothing was changed."))
        choices = series_list.anchors(viewer=viewer, schema=row.schema)
        offered = [one for one in choices if one.address != row.address]
        return render(request, "pages/event_place.html", {"row": row, "choices": offered})
    event, wanted = claims.entity(viewer=viewer, id=row.address), form.cleaned_data["series"]
    into = claims.entity(viewer=viewer, id=wanted) if wanted else None
    actions.place_event(by=viewer, at=timezone.now(), event=event, series=into, why=form.cleaned_data["why"])
    said = _("The event belongs to this series now.") if into else _("The event stands alone now.")
    messages.success(request, said)
    return redirect("event", id=id)


@require_POST
def unplace(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take back what was decided of an event's series."""
    viewer = viewer_of(request)
    placing = series_list.placing(viewer=viewer, reference=id)
    actions.unplace_event(by=viewer, at=timezone.now(), placing=placing)
    messages.success(request, _("The decision was taken back: the series is worked out from the documents again."))
    return redirect("event", id=placing.event_id)
