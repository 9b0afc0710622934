"""Drafting a release: for whom, who is in it, and what of them is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kualik.cases.releases import actions, queries
from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.candidates import candidates, chosen, fitting
from kualik.cases.releases.models import Audience
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.release_forms import DraftForm
from kualik.web.release_words import AUDIENCES, field_word
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.releases.candidates import Candidate

__all__ = ["MOST", "draft"]

MOST = 200  # people in one draft made on the page: each is put together from all that is known of them
LONGEST = 300  # characters of a name that is looked for
LOOKS = frozenset({"look", "offset", "all", "none"})  # buttons that change the page and make nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the page holds so far: for whom, which name is looked for, who was ticked."""

    audience: Audience
    query: str
    persons: tuple[UUID, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    """Draft a release of people with a consent. Names are posted, so that none stands in an address or a log."""
    viewer, asked = viewer_of(request), _asked(request)
    making = request.method == "POST" and not LOOKS & set(request.POST)
    form = DraftForm(request.POST if making else None, initial=_kept(request))
    picked = chosen(viewer=viewer, audience=asked.audience, persons=asked.persons)
    if making:
        _check(form, asked, picked)
        if form.is_valid():
            return _made(request, form, asked, picked)
    return render(request, "pages/draft.html", _context(request, form, asked, picked))


def _asked(request: HttpRequest) -> Asked:
    audience = request.POST.get("audience", "")
    held = Audience(audience) if audience in Audience.values else Audience.PUBLIC
    persons = [] if "none" in request.POST else _ids(request.POST.getlist("persons"))
    if "all" in request.POST:
        persons = [*persons, *fitting(viewer=viewer_of(request), audience=held, limit=MOST)]
    query = request.POST.get("query", "")[:LONGEST].strip()
    return Asked(audience=held, query=query, persons=tuple(dict.fromkeys(persons))[:MOST])


def _ids(texts: list[str]) -> list[UUID]:
    """Read the ids of persons; what is none is nobody's."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _kept(request: HttpRequest) -> dict[str, object]:
    """Keep what was typed and ticked while the page is only looked at."""
    if request.method != "POST":
        return {}
    return {
        "title": request.POST.get("title", ""),
        "audience": request.POST.get("audience", ""),
        "properties": request.POST.getlist("properties"),
    }


def _check(form: DraftForm, asked: Asked, picked: "list[Candidate]") -> None:
    """Refuse a draft of nobody, or of somebody without a consent for the audience."""
    if missing := [one for one in picked if one.consent is None]:
        named = ", ".join(f"{one.label} ({one.person})" for one in missing)
        form.add_error(None, _("No consent for this audience is in force of: %(people)s") % {"people": named})
    if not picked or len(picked) < len(asked.persons):
        form.add_error(None, _("Tick at least one person.") if not picked else _("Somebody ticked is not there."))


def _made(request: HttpRequest, form: DraftForm, asked: Asked, picked: "list[Candidate]") -> HttpResponse:
    listed = allowed(asked.audience)
    made = actions.draft(
        by=viewer_of(request),
        at=timezone.now(),
        title=form.cleaned_data["title"],
        audience=asked.audience,
        persons=[one.person for one in picked],
        properties=[one for one in form.cleaned_data["properties"] if one in listed],
    )
    messages.success(request, _("The draft is made. Nobody outside sees it before it is approved."))
    return redirect("release", id=made.pk)


def _context(request: HttpRequest, form: DraftForm, asked: Asked, picked: "list[Candidate]") -> dict[str, object]:
    viewer, offset = viewer_of(request), offset_of(request)
    found = candidates(viewer=viewer, audience=asked.audience, query=asked.query, limit=SIZE, offset=offset)
    ticked = set(form["properties"].value() or ())
    return {
        "form": form,
        "asked": asked,
        "picked": picked,
        "most": MOST,
        "rows": [one for one in found.rows if one.person.pk not in asked.persons],
        "page": paging(offset=offset, total=found.total),
        "nobody": not found.total and not asked.query and not picked,
        "missing": _missing(viewer),
        "audiences": [(one.value, one.label, AUDIENCES[one], one == asked.audience) for one in Audience],
        "fields": [(name, field_word(name), name in ticked) for name in allowed(asked.audience)],
    }


def _missing(viewer: "User") -> int:
    """Count the people proposed to be shown of whom no consent stands."""
    return queries.without_consent(viewer=viewer).count()
