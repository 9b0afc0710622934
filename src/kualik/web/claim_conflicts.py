"""Two people at one claim: what to show whoever came second, with both answers and neither lost."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries
from kualik.cases.claims.models import Claim, Decision
from kualik.engine.facts import Status
from kualik.web import words
from kualik.web.claim_forms import CorrectionForm
from kualik.web.conflicts import Conflict, Row, conflict
from kualik.web.reviewing import claim_address

__all__ = ["corrected_meanwhile", "decided_meanwhile"]

DEEDS = {Status.ACCEPTED: "accept", Status.REJECTED: "reject", Status.PROPOSED: "reopen"}


def decided_meanwhile(request: HttpRequest, *, viewer: User, claim: Claim, became: Status, why: str) -> HttpResponse:
    """Show that somebody decided otherwise on a claim after the page was made."""
    last = queries.decisions(viewer=viewer, claim=claim).last()
    open_ = claim.status != Status.WITHDRAWN.value
    return conflict(
        request,
        Conflict(
            what=_what(claim),
            said=_("Somebody else decided on this claim after your page was made. Nothing was changed."),
            theirs=claim_address(claim),
            by=_who(last),
            at=last.at if last else None,
            why=last.why if last else "",
            rows=(
                Row(
                    label=_("Decision"),
                    mine=str(words.STATUSES.get(became.value, became.value)),
                    theirs=str(words.STATUSES.get(claim.status, claim.status)),
                ),
            ),
            action=reverse(DEEDS[became], args=[claim.pk]),
            mine={"seen": claim.status, "why": why} if open_ else {},
        ),
    )


def corrected_meanwhile(request: HttpRequest, *, viewer: User, claim: Claim, form: CorrectionForm) -> HttpResponse:
    """Show that a claim was decided on, or corrected by somebody else, while a correction was written."""
    now = queries.standing(viewer=viewer, claim=claim)
    last = queries.decisions(viewer=viewer, claim=now).last()
    again = CorrectionForm(_carried(form, now), claim=now) if now.status != Status.WITHDRAWN.value else None
    return conflict(
        request,
        Conflict(
            what=_what(claim),
            said=_("Somebody else changed this claim while you wrote. Nothing was changed by you yet."),
            theirs=claim_address(now),
            by=_who(last),
            at=last.at if last else None,
            why=last.why if last else "",
            rows=_rows(form, now),
            action=reverse("correct", args=[now.pk]),
            mine={**_carried(form, now), "seen": now.status} if again else {},
            form=again,
        ),
    )


def _carried(form: CorrectionForm, now: Claim) -> dict[str, str]:
    """Write what was typed as an answer to the form of the claim as it is now."""
    prefix = CorrectionForm(claim=now).prefix
    return {f"{prefix}-{name}": str(value) for name, value in form.cleaned_data.items()}


def _rows(form: CorrectionForm, now: Claim) -> tuple[Row, ...]:
    theirs = CorrectionForm(claim=now).initial
    given = form.cleaned_data
    names = [name for name in ("property", "value", "stance", "witness", "through") if name in given]
    language = now.document.language
    rows = (
        Row(
            label=str(form.fields[name].label),
            mine=_read(form, name, str(given[name])),
            theirs=_read(form, name, str(theirs.get(name, ""))),
            language="" if name in {"property", "stance"} else language,
        )
        for name in names
    )
    return (*rows, Row(label=_("Decision"), mine=_status("accepted"), theirs=_status(now.status)))


def _status(status: str) -> str:
    return str(words.STATUSES.get(status, status))


def _read(form: CorrectionForm, name: str, value: str) -> str:
    """Say a choice in its word."""
    choices = getattr(form.fields[name], "choices", ())
    return str(dict(choices).get(value, value))


def _what(claim: Claim) -> str:
    about = claim.entity.name or claim.entity.description or words.schema_word(claim.entity.schema)
    return f"{about} · {words.property_word(claim.property, claim.entity.schema)}"


def _who(last: Decision | None) -> str:
    return str(last.by) if last else ""
