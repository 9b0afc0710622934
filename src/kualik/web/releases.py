"""Releases and consents: what may leave the house, for whom, under whose approval."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.people import queries as people
from kualik.cases.people.models import Person
from kualik.cases.people.rows import rows
from kualik.cases.releases import actions, policy, queries
from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.models import Audience
from kualik.web.release_forms import ConsentForm, DraftForm
from kualik.web.signed_in import viewer_of

__all__ = ["approve", "consent", "draft", "release", "releases", "withdraw", "withdraw_consent"]


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """List releases."""
    viewer = viewer_of(request)
    context = {"releases": queries.releases(viewer=viewer), "may_publish": policy.may_publish(viewer)}
    return render(request, "pages/releases.html", context)


@require_safe
def release(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one release: what it shows, what it withholds and why."""
    return render(request, "pages/release.html", {"case": queries.release(viewer=viewer_of(request), release=id)})


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    """Draft a release of persons with a consent."""
    viewer = viewer_of(request)
    known = _with_consent(viewer)
    form = DraftForm(request.POST or None, persons={str(pk): word for pk, (_person, word) in known.items()})
    if not form.is_valid():
        return render(request, "pages/draft.html", {"form": form, "nobody": not known})
    given = form.cleaned_data
    listed = allowed(given["audience"])
    made = actions.draft(
        by=viewer,
        at=timezone.now(),
        title=given["title"],
        audience=Audience(given["audience"]),
        persons=[known[UUID(one)][0] for one in given["persons"]],
        properties=[one for one in given["properties"] if one in listed],
    )
    messages.success(request, _("The draft is made. Nobody outside sees it before it is approved."))
    return redirect("release", id=made.pk)


def _with_consent(viewer: User) -> dict[UUID, tuple[Person, str]]:
    """Find everybody with a consent in force: the person, and what to call them in a list."""
    given = queries.consents(viewer=viewer).filter(withdrawn_at=None)
    audiences: dict[UUID, set[str]] = {}
    persons: dict[UUID, Person] = {}
    for one in given:
        persons[one.person_id] = one.person
        audiences.setdefault(one.person_id, set()).add(str(Audience(one.audience).label))
    return {
        row.person.pk: (row.person, f"{row.label} · {row.person} · {', '.join(sorted(audiences[row.person.pk]))}")
        for row in rows(viewer=viewer, persons=list(persons.values()))
    }


@require_POST
def approve(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Approve a draft."""
    viewer = viewer_of(request)
    found = queries.release(viewer=viewer, release=id).release
    actions.approve(by=viewer, at=timezone.now(), release=found)
    messages.success(request, _("The release is approved and does not change any more."))
    return redirect("release", id=id)


@require_POST
def withdraw(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Withdraw a release."""
    viewer = viewer_of(request)
    found = queries.release(viewer=viewer, release=id).release
    actions.withdraw(by=viewer, at=timezone.now(), release=found)
    messages.success(request, _("The release is withdrawn. Take down what was published from it."))
    return redirect("release", id=id)


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
