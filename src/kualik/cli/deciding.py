"""Find the claims that somebody at the terminal means, and decide on them."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.claims import actions, queries
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.findings.passages import NEEDED, passage
from kualik.cli import common
from kualik.cli.plain import as_json as written
from kualik.engine.facts import Status

__all__ = ["NoSuchId", "Wanted", "decide", "list_claims"]

DIGITS = re.compile(r"[0-9a-f]{4,32}")  # fewer would name something by chance


class NoSuchId(CasebookError):
    """The first digits of an id name nothing, or several things."""

    def __init__(self, *, what: str, id_: str, count: int) -> None:
        found = "none" if not count else f"{count}"
        super().__init__(f"{what} {id_}: {found} begin so; give the whole id, as `kualik claims list` prints it")
        self.id = id_


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are meant: by id, or those of a document; of these only some properties, only as sure as that."""

    ids: tuple[str, ...] = ()
    document: str = ""
    properties: tuple[str, ...] = ()
    least: float = 0.0


def list_claims(*, by: User, wanted: Wanted, status: str, as_json: bool) -> None:
    """Print claims with their passages."""
    found = _find(by, wanted)
    if status != "all":
        found = found.filter(status=Status(status).value)
    for claim in found.select_related(*NEEDED).order_by("document", "start", "end", "pk"):
        one = passage(claim)
        if as_json:
            common.say(written(one))
            continue
        who = " ← ".join(one.voice)
        common.say(f"{one.claim}  {one.status}  {claim.entity}: {one.property} = {one.value}")
        common.say(f"    {who} {one.stance}, {one.confidence:.2f}: “{' '.join(one.quote.split())}”")


def decide(*, by: User, at: datetime, deed: str, wanted: Wanted, why: str) -> None:
    """Accept or reject the proposals that are meant."""
    found = _find(by, wanted)
    if not wanted.ids:
        found = found.filter(status=Status.PROPOSED.value)
    ids = list(found.values_list("pk", flat=True))
    if not ids:
        common.say("no proposal fits: nothing was changed")
        return
    act = actions.accept if deed == "accept" else actions.reject
    done = act(by=by, at=at, claims=ids, why=why)
    common.say(f"{len(done)} claim{'s' if len(done) != 1 else ''} {deed}ed")


def _find(by: User, wanted: Wanted) -> QuerySet[Claim]:
    found = queries.claims(viewer=by).filter(confidence__gte=wanted.least)
    if wanted.ids:
        found = found.filter(pk__in=[_one(queries.claims(viewer=by), "claim", id_) for id_ in wanted.ids])
    if wanted.document:
        found = found.filter(document=_one(documents.documents(viewer=by), "document", wanted.document))
    if wanted.properties:
        found = found.filter(property__in=wanted.properties)
    return found


def _one(among: QuerySet[Claim] | QuerySet[Document], what: str, id_: str) -> UUID:
    digits = id_.replace("-", "").lower()
    if not DIGITS.fullmatch(digits):
        raise NoSuchId(what=what, id_=id_, count=0)
    first, last = digits.ljust(32, "0"), digits.ljust(32, "f")
    ids = list(among.filter(Q(pk__gte=first, pk__lte=last)).values_list("pk", flat=True)[:2])
    if len(ids) != 1:
        raise NoSuchId(what=what, id_=id_, count=len(ids))
    return ids[0]
