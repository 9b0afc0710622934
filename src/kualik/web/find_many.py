"""What is done to many hits at once: chosen, shown before it is done, done as one deed, undone."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.desk import actions, previews, queries
from kualik.cases.desk.models import Bulk, How
from kualik.cases.desk.previews import Preview
from kualik.cases.findings.asking import Kind
from kualik.cases.findings.hits import MOST, hits
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Status
from kualik.web.find import search_of
from kualik.web.find_words import value_word
from kualik.web.signed_in import viewer_of

__all__ = ["ManyForm", "do", "done", "preview", "undo"]

HOWS = {
    How.APPEND.value: gettext_lazy("Add them to it"),
    How.REPLACE.value: gettext_lazy("Let it hold these and nobody else"),
    How.REMOVE.value: gettext_lazy("Take them out of it"),
}
DECISIONS = {
    Status.ACCEPTED.value: gettext_lazy("Accept"),
    Status.REJECTED.value: gettext_lazy("Reject"),
}


class ManyForm(forms.Form):
    """A deed to many: of which kind, which of them, and what."""

    kind = forms.ChoiceField(choices=[(one.value, one.value) for one in (Kind.PEOPLE, Kind.CLAIMS, Kind.DOCUMENTS)])
    ids = forms.CharField(required=False, max_length=MOST * 40)
    title = forms.CharField(required=False, max_length=100)
    how = forms.ChoiceField(required=False, choices=list(HOWS.items()))
    became = forms.ChoiceField(required=False, choices=list(DECISIONS.items()))
    level = forms.ChoiceField(required=False, choices=Sensitivity.choices)
    why = forms.CharField(required=False, max_length=2000)

    def clean_ids(self) -> list[UUID]:
        """Read the ids."""
        try:
            return [UUID(one) for one in self.cleaned_data["ids"].split()]
        except ValueError as error:
            raise forms.ValidationError(_("Choose from the list.")) from error

    def clean(self) -> dict[str, Any]:
        """See that it is said what is to be done."""
        given = super().clean() or {}
        needed = {Kind.PEOPLE.value: "title", Kind.CLAIMS.value: "became", Kind.DOCUMENTS.value: "level"}
        if not str(given.get(needed.get(str(given.get("kind")), "kind")) or "").strip():
            raise forms.ValidationError(_("Say what is to be done."))
        return given


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """Show what would change, before anything does."""
    viewer = viewer_of(request)
    posted, more = _with_ids(request.POST, viewer)
    form = ManyForm(posted)
    if not form.is_valid() or not form.cleaned_data["ids"]:
        messages.error(request, _("Nothing was changed. Tick at least one row and say what is to be done."))
        return redirect("find")
    given = form.cleaned_data
    shown = _preview(viewer, given)
    context = {
        "shown": shown,
        "changing": [(_state_word(given["kind"], was), count) for was, count in shown.changing],
        "samples": [(one, _state_word(given["kind"], one.was)) for one in shown.samples],
        "deed": _deed_word(given),
        "more": more,
        "most": MOST,
        "given": {**given, "ids": " ".join(map(str, given["ids"]))},
    }
    return render(request, "pages/find_many.html", context)


def _with_ids(posted: QueryDict, viewer: User) -> tuple[QueryDict, bool]:
    """Gather what was chosen: what was ticked, or all that the search finds."""
    told = posted.copy()
    if not posted.get("all"):
        told["ids"] = " ".join(posted.getlist("one"))
        return told, False
    search = search_of(posted)
    if search.kind is None:
        return told, False
    found = hits(viewer=viewer, search=search, kind=search.kind)
    told["ids"] = " ".join(map(str, found.ids))
    return told, found.more


def _preview(viewer: User, given: dict[str, Any]) -> Preview:
    ids = given["ids"]
    assert isinstance(ids, list)  # the form made it
    match given["kind"]:
        case Kind.PEOPLE.value:
            return previews.of_people(viewer=viewer, ids=ids, title=str(given["title"]), how=_how(given))
        case Kind.CLAIMS.value:
            return previews.of_claims(viewer=viewer, ids=ids, became=Status(given["became"]))
    return previews.of_documents(viewer=viewer, ids=ids, level=Sensitivity(given["level"]))


def _how(given: dict[str, Any]) -> How:
    return How(given["how"] or How.APPEND)


def _state_word(kind: str, was: str) -> str:
    if kind == Kind.PEOPLE.value:
        return _("in it now") if was == previews.INSIDE else _("not in it now")
    return value_word("status" if kind == Kind.CLAIMS.value else "level", was)


def _deed_word(given: dict[str, Any]) -> str:
    match given["kind"]:
        case Kind.PEOPLE.value:
            return f"{given['title']}: {HOWS[_how(given).value]}"
        case Kind.CLAIMS.value:
            return str(DECISIONS[str(given["became"])])
    return _("Sensitivity: %(level)s") % {"level": value_word("level", str(given["level"]))}


@require_POST
def do(request: HttpRequest) -> HttpResponse:
    """Do to many what was shown: one deed, one entry in the ledger, one undo."""
    form = ManyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was changed. Tick at least one row and say what is to be done."))
        return redirect("find")
    bulk = _done(viewer_of(request), form.cleaned_data)
    return redirect("find_done", id=bulk.pk)


def _done(viewer: User, given: dict[str, Any]) -> Bulk:
    ids, at = given["ids"], timezone.now()
    assert isinstance(ids, list)  # the form made it
    match given["kind"]:
        case Kind.PEOPLE.value:
            return actions.collect(by=viewer, at=at, title=str(given["title"]), persons=ids, how=_how(given))
        case Kind.CLAIMS.value:
            became, why = Status(given["became"]), str(given["why"])
            return actions.decide(by=viewer, at=at, claims_=ids, became=became, why=why)
    return actions.classify(by=viewer, at=at, documents_=ids, level=Sensitivity(given["level"]))


@require_safe
def done(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Say what was done to many, with its undo."""
    bulk = queries.bulk(viewer=viewer_of(request), id=id)
    return render(request, "pages/find_done.html", {"bulk": bulk, "count": len(bulk.changes)})


@require_POST
def undo(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (as above)
    """Undo what was done to many."""
    viewer = viewer_of(request)
    count = actions.undo(by=viewer, at=timezone.now(), bulk=queries.bulk(viewer=viewer, id=id))
    said = ngettext("%(count)s was put back as it was.", "%(count)s were put back as they were.", count)
    messages.success(request, said % {"count": count})
    return redirect("find_done", id=id)
