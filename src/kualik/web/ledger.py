"""The ledger: who did what, when, and whether the chain is whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kualik.cases.accounts import queries as accounts
from kualik.cases.ledger import queries
from kualik.cases.ledger.verification import check_chain
from kualik.web.signed_in import viewer_of

__all__ = ["ledger"]

SIZE = 100  # entries on a page
NOUNS = (
    ("account:", _("Accounts")),
    ("source:", _("Sources")),
    ("document:", _("Documents")),
    ("claim:", _("Claims")),
    ("person:", _("Persons")),
    ("judgement:", _("Judgements")),
    ("choice:", _("Choices")),
    ("count:", _("Counts")),
    ("consent:", _("Consents")),
    ("release:", _("Releases")),
)


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Show entries, the newest first; on request the whole chain is checked."""
    viewer = viewer_of(request)
    kind, actor, before = (request.GET.get(name, "") for name in ("kind", "actor", "before"))
    found = queries.entries(
        viewer=viewer, kind=kind, actor=actor, limit=SIZE + 1, before=int(before) if before.isdecimal() else None
    )
    seq, head = queries.head()
    context = {
        "entries": found[:SIZE],
        "older": found[SIZE - 1].seq if len(found) > SIZE else None,
        "kind": kind,
        "actor": actor,
        "nouns": NOUNS,
        "actors": accounts.users(viewer),
        "seq": seq,
        "head": head,
        "problems": list(check_chain(queries.rows(viewer=viewer))) if "check" in request.GET else None,
    }
    return render(request, "pages/ledger.html", context)
