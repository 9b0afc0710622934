"""Summaries kept up: the ledger says what was done; it is followed, and whatever a deed touched is summed up anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from django.db import OperationalError, connection, transaction

from kualik.cases.findings import series
from kualik.cases.findings.summing import person_summaries
from kualik.cases.findings.summing_events import event_summaries
from kualik.cases.findings.touching import touched
from kualik.cases.ledger.models import Entry
from kualik.cases.summaries import actions
from kualik.cases.summaries.models import EventSummary, Followed, Noun, Stale
from kualik.cases.summaries.queries import Lag, lag
from kualik.cases.summaries.tiers import TIERS

__all__ = ["VERSION", "keep_up", "run"]

VERSION = 2
"""Raised when what is summed up changes; then everything is summed up again."""

ENTRIES = 1000  # of the ledger that are followed in one transaction
AT_ONCE = 200  # persons, or events, that are summed up in one transaction
IN_A_REQUEST = 3  # transactions at most while somebody waits for a page
FEW = 600  # events, each once for each tier, of which a page that waits works out the series
MUCH = 300  # entries, or persons and events: more than that nobody waits for


def keep_up(*, steps: int = IN_A_REQUEST) -> Lag:
    """Bring summaries nearer to the ledger, in a few short transactions, while somebody waits for a page.

    Where another writes now it is left to them, and where there is much to do, to the worker.

    Returns:
        How far they are behind after that.
    """
    behind, done = lag(), 0
    while done < steps and _is_behind(behind) and not _is_much(behind) and _step():
        done += 1
        behind = lag()
    if done and EventSummary.objects.order_by()[: FEW + 1].count() <= FEW:
        with _patience(wait=False), suppress(OperationalError):
            _renew_series()
    return behind


def _is_much(behind: Lag) -> bool:
    return behind.entries > MUCH or (behind.waiting and Stale.objects.order_by()[: MUCH + 1].count() > MUCH)


def run(*, stopped: Callable[[], bool] = lambda: False) -> int:
    """Bring summaries up to the ledger; safe to repeat, to interrupt, and beside others.

    Returns:
        How many transactions it took.
    """
    steps = 0
    while not stopped() and (_step(wait=True) if _is_behind(lag()) else _renew_series()):
        steps += 1
    return steps


def _is_behind(behind: Lag) -> bool:
    return bool(behind) or behind.version != VERSION


def _renew_series() -> bool:
    """Work out series anew where events changed and no others wait; say whether there was anything to do.

    It reads every event, so that a page waits for it in a small casebook only; elsewhere the worker does it.
    """
    if Stale.objects.filter(noun=Noun.EVENT).exists() or not Stale.objects.filter(noun=Noun.SERIES).exists():
        return False
    with transaction.atomic():
        tiers = actions.take(noun=Noun.SERIES, most=len(TIERS))
        for tier in tiers:
            series.renew(tier=tier.int)
    return bool(tiers)


def _step(*, wait: bool = False) -> bool:
    """Follow the ledger for a stretch, then sum up some of what it touched; say whether there was anybody to do it."""
    with _patience(wait=wait):
        try:
            with transaction.atomic():
                return _followed(wait=wait)
        except OperationalError:
            if wait or transaction.get_connection().in_atomic_block:
                raise
            return False  # another holds the database; they will do it


def _followed(*, wait: bool) -> bool:
    followed = Followed.objects.select_for_update(skip_locked=not wait).first()
    if followed is None and Followed.objects.exists():
        return False
    if followed is None or followed.version != VERSION:
        followed = actions.start_over(version=VERSION)
    entries = list(Entry.objects.filter(seq__gt=followed.seq).order_by("seq")[:ENTRIES])
    if entries:
        found = touched(entries)
        actions.mark(noun=Noun.PERSON, subjects=found.persons)
        actions.mark(noun=Noun.EVENT, subjects=found.events)
        actions.follow_to(seq=entries[-1].seq)
    if len(entries) < ENTRIES:  # else there is more to follow, which would only touch the same again
        _sum_up()
    return True


def _sum_up() -> None:
    persons = actions.take(noun=Noun.PERSON, most=AT_ONCE)
    if persons:
        actions.replace_persons(persons=persons, summaries=person_summaries(persons))
    events = actions.take(noun=Noun.EVENT, most=AT_ONCE)
    for tier in TIERS if events else ():
        summed = event_summaries(events, tier=tier)
        actions.replace_events(tier=tier, entities=summed.entities, summaries=summed.summaries, parts=summed.parts)
    if events:
        actions.mark(noun=Noun.SERIES, subjects=[UUID(int=tier) for tier in TIERS])


@contextmanager
def _patience(*, wait: bool) -> Iterator[None]:
    """On SQLite, do not wait for whoever writes now: a page must not stand in a queue for what others will do."""
    if wait or connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
