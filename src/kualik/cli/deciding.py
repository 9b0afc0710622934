"""Find the claims that somebody at the terminal means, and decide on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import actions, queries
from kualik.cases.claims.models import Claim
from kualik.cases.claims.writing import Change
from kualik.cases.findings.passages import NEEDED, passage
from kualik.cli import common
from kualik.cli.naming import the_claim, the_document
from kualik.cli.plain import as_json as written
from kualik.engine.facts import Stance, Status

__all__ = ["Changed", "Wanted", "correct", "decide", "list_claims"]

ACTS = {
    "accept": actions.accept,
    "reject": actions.reject,
    "withdraw": actions.withdraw,
    "reopen": actions.reopen,
}
DONE = {"accept": "accepted", "reject": "rejected", "withdraw": "withdrawn", "reopen": "reopened"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are meant: by id, or those of a document; of these only some properties, only as sure as that."""

    ids: tuple[str, ...] = ()
    document: str = ""
    properties: tuple[str, ...] = ()
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a corrected claim should say; what is left out stays."""

    value: str | None = None
    stance: Stance | None = None
    voice: Sequence[str] = ()
    property: str | None = None

    def told(self) -> Change:
        """Give what is changed and nothing else."""
        change = Change()
        if self.value is not None:
            change["value"] = self.value
        if self.stance is not None:
            change["stance"] = self.stance
        if self.voice:
            change["voice"] = self.voice
        if self.property is not None:
            change["property"] = self.property
        return change


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
    """Accept, reject, withdraw or reopen claims: those named, or of a document those only proposed."""
    found = _find(by, wanted)
    if not wanted.ids:
        found = found.filter(status=Status.PROPOSED.value)
    ids = list(found.values_list("pk", flat=True))
    if not ids:
        common.say("no proposal fits: nothing was changed")
        return
    done = ACTS[deed](by=by, at=at, claims=ids, why=why)
    common.say(f"{len(done)} claim{'s' if len(done) != 1 else ''} {DONE[deed]}")


def correct(*, by: User, at: datetime, id_: str, change: Changed, why: str) -> None:
    """Put a claim in the place of another, and print both ids."""
    old = the_claim(viewer=by, reference=id_)
    new = actions.correct(by=by, at=at, claim=old, why=why, **change.told())
    common.say(f"claim {new.pk} stands in the place of {old}, which is withdrawn")


def _find(by: User, wanted: Wanted) -> QuerySet[Claim]:
    found = queries.claims(viewer=by).filter(confidence__gte=wanted.least)
    if wanted.ids:
        found = found.filter(pk__in=[the_claim(viewer=by, reference=id_) for id_ in wanted.ids])
    if wanted.document:
        found = found.filter(document=the_document(viewer=by, reference=wanted.document))
    if wanted.properties:
        found = found.filter(property__in=wanted.properties)
    return found
