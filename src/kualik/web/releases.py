"""Releases and consents: what may leave the house, for whom, under whose approval."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.people import queries as people
from kualik.cases.releases import actions, policy, queries
from kualik.cases.releases.errors import NotInThatState
from kualik.cases.releases.models import Audience, Release, ReleaseState
from kualik.web.conflicts import Conflict, conflict
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.release_forms import ConsentForm
from kualik.web.release_words import FILES
from kualik.web.signed_in import viewer_of

__all__ = ["approve", "consent", "release", "releases", "withdraw", "withdraw_consent"]


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """List releases."""
    viewer = viewer_of(request)
    offset, listed = offset_of(request), queries.releases(viewer=viewer)
    context = {
        "releases": listed[offset : offset + SIZE],
        "page": paging(offset=offset, total=listed.count()),
        "may_publish": policy.may_publish(viewer),
    }
    return render(request, "pages/releases.html", context)


@require_safe
def release(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one release: what it shows, what it withholds and why, a stretch of its people at a time."""
    viewer, offset = viewer_of(request), offset_of(request)
    found = queries.release(viewer=viewer, release=id, offset=offset, limit=queries.PAGE)
    own = found.release.drafted_by_id == viewer.pk
    context = {
        "case": found,
        "page": replace(paging(offset=offset, total=found.total), size=queries.PAGE),
        "withheld_shown": policy.may_see_withheld(viewer),
        "waits_for_another": policy.may_publish(viewer) and own and found.is_draft and not found.may_approve,
        "files": _files(found, viewer),
    }
    return render(request, "pages/release.html", context)


def _files(found: queries.ReleaseCase, viewer: User) -> list[tuple[str, Promise, Promise]]:
    """List in which forms somebody may take a release out; a site is for the public alone."""
    if not policy.may_publish(viewer) or found.release.state != ReleaseState.APPROVED:
        return []
    public = found.release.audience == Audience.PUBLIC
    return [(form, word, meaning) for form, (word, meaning) in FILES.items() if form != "site" or public]


@require_POST
def approve(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Approve a draft."""
    viewer = viewer_of(request)
    found = queries.release(viewer=viewer, release=id, limit=0).release
    try:
        actions.approve(by=viewer, at=timezone.now(), release=found)
    except NotInThatState:
        return _meanwhile(request, found)
    messages.success(request, _("The release is approved and does not change any more."))
    return redirect("release", id=id)


@require_POST
def withdraw(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Withdraw a release."""
    viewer = viewer_of(request)
    found = queries.release(viewer=viewer, release=id, limit=0).release
    try:
        actions.withdraw(by=viewer, at=timezone.now(), release=found)
    except NotInThatState:
        return _meanwhile(request, found)
    messages.success(request, _("The release is withdrawn. Take down what was published from it."))
    return redirect("release", id=id)


def _meanwhile(request: HttpRequest, found: Release) -> HttpResponse:
    """Say that somebody else approved or withdrew it first."""
    withdrawn = found.state == ReleaseState.WITHDRAWN
    first = found.withdrawn_by if withdrawn else found.approved_by
    return conflict(
        request,
        Conflict(
            what=found.title,
            said=_("It was withdrawn meanwhile. Nothing of yours was done.")
            if withdrawn
            else _("It was approved meanwhile. Nothing of yours was done."),
            by=str(first or ""),
            at=found.withdrawn_at if withdrawn else found.approved_at,
            theirs=reverse("release", args=[found.pk]),
        ),
    )


@require_POST
def consent(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that a person may be shown to an audience."""
    viewer = viewer_of(request)
    one = people.person(viewer=viewer, reference=reference)
    form = ConsentForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data | {"audience": Audience(form.cleaned_data["audience"])}
        actions.record_consent(by=viewer, at=timezone.now(), person=one, **given)
        messages.success(request, _("The consent is recorded."))
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect("person", reference=str(one))


@require_POST
def withdraw_consent(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Withdraw a consent: no export and no page holds the person from now on."""
    viewer = viewer_of(request)
    found = queries.consent(viewer=viewer, reference=id)
    touched = actions.withdraw_consent(by=viewer, at=timezone.now(), consent=found)
    messages.success(request, _("The consent is withdrawn."))
    for one in touched:
        messages.warning(request, _("Make “%(title)s” anew: it held this person.") % {"title": one.title})
    return redirect("person", reference=str(found.person))
