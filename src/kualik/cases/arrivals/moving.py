"""A batch undone, or put back, step by step: each step is an act with its own entry, and what is half done goes on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.arrivals import actions, queries
from kualik.cases.arrivals.models import Batch, Standing
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim, Decision
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import State
from kualik.engine.facts import Status

__all__ = ["kept", "move", "run"]

STEP = 1_000  # claims withdrawn, or brought back, with one entry
PROPOSED, ACCEPTED = Status.PROPOSED.value, Status.ACCEPTED.value
ENDS: dict[str, Standing] = {Standing.UNDOING: Standing.UNDONE, Standing.RETURNING: Standing.IN}
REJECTED, WITHDRAWN = Status.REJECTED.value, Status.WITHDRAWN.value


def run(*, stopped: Callable[[], bool]) -> int:
    """Go on with every batch that is being undone or put back; says how many came to their end."""
    moving = Batch.objects.filter(standing__in=[Standing.UNDOING, Standing.RETURNING]).select_related("table")
    return sum(move(batch=batch, stopped=stopped) for batch in list(moving))


def move(*, batch: Batch, stopped: Callable[[], bool] = lambda: False) -> bool:
    """Take the steps that are left, until none is or somebody says stop; says whether it came to its end."""
    steps = _undo if batch.standing == Standing.UNDOING else _put_back
    while not stopped():
        if not steps(batch):
            actions.settle(batch=batch, standing=ENDS[batch.standing])
            return True
    return False


def kept(batch: Batch) -> list[Claim]:
    """Find the claims of a batch on which people decided: what undoing leaves, unless told otherwise."""
    found = queries.claims_of(batch).filter(status__in=[ACCEPTED, REJECTED])
    return list(found.select_related("entity", "value_entity", "document")[:STEP])


def _undo(batch: Batch) -> bool:
    """Withdraw the next claims; when none is left, bring back what they took the place of, then take the files back."""
    by = _mover(batch)
    going = [PROPOSED, ACCEPTED, REJECTED] if batch.with_decided else [PROPOSED]
    some = _some(queries.claims_of(batch).filter(status__in=going))
    if some:
        claims.withdraw(by=by, at=_at(batch), claims=some, why=queries.about(batch))
        return True
    if hasattr(batch, "table"):
        older = Claim.objects.filter(status=WITHDRAWN, decisions__why=f"document:{batch.table.document_id}")
        back = _some(older.filter(superseded_by__in=queries.claims_of(batch).filter(status=WITHDRAWN)).distinct())
        if back:
            claims.reopen(by=by, at=_at(batch), claims=back, why=queries.about(batch))
        return bool(back)
    return _take_back(batch, by)


def _take_back(batch: Batch, by: User) -> bool:
    """Withdraw the sources of which nothing is left that people decided on, all at once."""
    stays = queries.claims_of(batch).filter(status__in=[ACCEPTED, REJECTED]).values("document__source")
    found = queries.sources_of(batch).exclude(state=State.WITHDRAWN).exclude(pk__in=stays)
    going = list(found)
    if going:
        sources.withdraw(by=by, at=_at(batch), sources=going, cause=queries.about(batch))
    return bool(going)


def _put_back(batch: Batch) -> bool:
    """Put the files back, then bring the claims back as they stood."""
    by, cause = _mover(batch), queries.about(batch)
    gone = list(queries.sources_of(batch).filter(state=State.WITHDRAWN))
    if gone:
        sources.put_back(by=by, at=_at(batch), sources=gone, cause=cause)
        return True
    withdrawn = queries.claims_of(batch).filter(status=WITHDRAWN, decisions__why=cause).distinct()
    some = _some(withdrawn)
    if not some:
        return False
    claims.reopen(by=by, at=_at(batch), claims=some, why=cause)
    _decide_again(batch, by, some)
    return True


def _decide_again(batch: Batch, by: User, some: Sequence[UUID]) -> None:
    """Accept, reject and replace again what was accepted, rejected and replaced before the batch was undone."""
    cause = queries.about(batch)
    undone = Decision.objects.filter(claim__in=some, why=cause, became=WITHDRAWN).order_by("at")
    was = dict(undone.values_list("claim", "was"))
    for status, deed in ((ACCEPTED, claims.accept), (REJECTED, claims.reject)):
        again = [claim for claim, before in was.items() if before == status]
        if again:
            deed(by=by, at=_at(batch), claims=again, why=cause)
    over = list(Claim.objects.filter(superseded_by__in=some, status=PROPOSED).values_list("pk", flat=True))
    if over:
        claims.withdraw(by=by, at=_at(batch), claims=over, why=f"document:{batch.table.document_id}")


def _some(found: QuerySet[Claim]) -> list[UUID]:
    return list(found.order_by("pk").values_list("pk", flat=True)[:STEP])


def _mover(batch: Batch) -> User:
    assert batch.moved_by
    return batch.moved_by


def _at(batch: Batch) -> datetime:
    assert batch.moved_at
    return batch.moved_at
