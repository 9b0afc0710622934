"""The ledger: who did what, when, and whether the chain is whole."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kualik.cases.accounts import queries as accounts
from kualik.cases.ledger import queries
from kualik.cases.ledger.verification import check_chain
from kualik.web.deeds import NOUNS, deed_of, thing_of
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.ledger.models import Entry

__all__ = ["ledger"]

SIZE = 50  # entries on a page
DIGITS = 18  # of the largest number that the databases can compare with
FILTERS = ("kind", "actor", "about", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which entries are asked for; what is empty narrows nothing."""

    kind: str = ""
    actor: str = ""
    about: str = ""
    day: date | None = None
    before: int | None = None

    def kept(self) -> str:
        """Write the filters as links keep them."""
        chosen = {name: getattr(self, name) for name in FILTERS}
        return urlencode({name: value for name, value in chosen.items() if value})

    def fitting(self, viewer: "User") -> "list[Entry]":
        """Fetch a page of entries, and one more where there are more."""
        return queries.entries(
            viewer=viewer,
            kind=self.kind,
            actor=self.actor,
            about=self.about,
            day=self.day,
            limit=SIZE + 1,
            before=self.before,
        )


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Show entries, the newest first; on request the whole chain is checked."""
    viewer = viewer_of(request)
    asked = _asked(request)
    found = asked.fitting(viewer)
    seq, head = queries.head()
    context = {
        "asked": asked,
        "deeds": [deed_of(entry) for entry in found[:SIZE]],
        "older": found[SIZE - 1].seq if len(found) > SIZE else None,
        "thing": thing_of(asked.about),
        "nouns": [(f"{noun}:", word) for noun, word in NOUNS.items()],
        "actors": accounts.users(viewer),
        "seq": seq,
        "head": head,
        "problems": list(check_chain(queries.rows(viewer=viewer))) if "check" in request.GET else None,
    }
    return render(request, "pages/ledger.html", context)


def _asked(request: HttpRequest) -> Asked:
    """Read what is asked for; what cannot be meant narrows nothing."""
    kind, actor, about, day, before = (request.GET.get(name, "") for name in (*FILTERS, "before"))
    chosen = None
    with suppress(ValueError):
        chosen = date.fromisoformat(day)
    number = int(before) if before.isascii() and before.isdecimal() and len(before) <= DIGITS else None
    return Asked(kind=kind, actor=actor, about=about, day=chosen, before=number)
