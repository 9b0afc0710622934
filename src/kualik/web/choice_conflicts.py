"""Two people choosing what is published of a person: what to show whoever came second."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kualik.cases.accounts.models import User
from kualik.cases.findings import queries
from kualik.cases.findings.models import Choice
from kualik.cases.people.models import Person
from kualik.web import words
from kualik.web.conflicts import Conflict, Row, conflict
from kualik.web.templatetags.kualik import said_value

__all__ = ["chosen_meanwhile", "is_new"]


def is_new(request: HttpRequest, standing: Choice | None) -> bool:
    """Say whether another choice stands than the one that somebody saw when they answered."""
    return "seen" in request.POST and request.POST["seen"] != (str(standing.pk) if standing else "")


def chosen_meanwhile(
    request: HttpRequest, *, viewer: User, person: Person, standing: Choice | None, answer: dict[str, str]
) -> HttpResponse:
    """Show both choices; where both would have it the same, say so.

    Args:
        request: what somebody answered.
        viewer: who.
        person: whose finding it is.
        standing: the choice in force by now.
        answer: what was answered: property, value and why, or unchoose.
    """
    property_, value = answer.get("unchoose") or answer["property"], answer.get("value", "")
    if value == (standing.value if standing else ""):
        messages.info(request, _("Somebody gave the same answer before you. Nothing was changed."))
        return redirect("person", reference=str(person))
    may_know = standing and standing.value in queries.accepted_values(viewer=viewer, person=person, property_=property_)
    hidden = _("A value from a document that you may not see") if standing else _("Nothing is chosen")
    schema, _dot, own = property_.partition(".")
    why = standing.why if standing and may_know else ""
    found = Conflict(
        what=f"{person} · {words.property_word(own, schema)}",
        said=_("Somebody else decided what is published while you looked at it. Yours was not kept yet."),
        by=str(standing.by) if standing else "",
        at=standing.at if standing else None,
        rows=(
            Row(
                label=_("Chosen for publication"),
                mine=said_value(value, property_) if value else _("Nothing is chosen"),
                theirs=said_value(standing.value, property_) if standing and may_know else hidden,
            ),
            Row(label=_("Why?"), mine=answer.get("why", ""), theirs=why),
        ),
        theirs=reverse("person", args=[str(person)]),
        action=reverse("choose", args=[str(person)]),
        mine={**answer, "seen": str(standing.pk) if standing else ""},
    )
    return conflict(request, found)
