"""All that can be done at the desk. What is done to many is one deed: one entry, and one undo."""

from collections.abc import Collection as Many
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import actions as claims
from kualik.cases.claims import queries as claims_queries
from kualik.cases.claims.models import Claim
from kualik.cases.desk import policy
from kualik.cases.desk.errors import NothingToChange, TooMany, UndoneAlready
from kualik.cases.desk.models import Bulk, Collection, Deed, How, Membership, SavedSearch
from kualik.cases.documents import queries as documents
from kualik.cases.findings.asking import Search
from kualik.cases.findings.hits import MOST
from kualik.cases.ledger import actions as ledger
from kualik.cases.people.models import Person
from kualik.cases.sources import actions as sources
from kualik.cases.sources import queries as sources_queries
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Status

__all__ = ["classify", "collect", "decide", "forget_search", "look", "save_search", "undo"]

LONGEST = 100  # characters of a name
IN, OUT = "in", "out"


@transaction.atomic
def save_search(*, by: User, at: datetime, name: str, search: Search) -> SavedSearch:
    """Keep a search under a name.

    Raises:
        NotAllowed: `by` is no reader.
    """
    policy.check_may_search(by)
    saved = SavedSearch(
        owner=by, name=(name.strip() or search.words)[:LONGEST], search=search.as_json(), saved_at=at, seen_at=at
    )
    ledger.write(by=by, at=at, kind="search:saved", about=f"search:{saved.pk}")
    saved.save(force_insert=True)
    return saved


@transaction.atomic
def forget_search(*, by: User, at: datetime, saved: SavedSearch) -> None:
    """Keep a search no longer.

    Raises:
        NoSuchThing: it is somebody else's.
    """
    policy.check_owns(by, saved)
    ledger.write(by=by, at=at, kind="search:forgotten", about=f"search:{saved.pk}")
    SavedSearch.objects.filter(pk=saved.pk, ended_at=None).update(ended_at=at)


@transaction.atomic
def look(*, by: User, at: datetime, saved: SavedSearch) -> None:
    """Note that somebody looked at what their search finds; what comes later is new. Looking is no deed.

    Raises:
        NoSuchThing: it is somebody else's.
    """
    policy.check_owns(by, saved)
    SavedSearch.objects.filter(pk=saved.pk).update(seen_at=at)


@transaction.atomic
def collect(*, by: User, at: datetime, title: str, persons: Many[UUID], how: How = How.APPEND) -> Bulk:
    """Put people into the collection of a title, take them out, or let it hold these and nobody else.

    Raises:
        NotAllowed: `by` is neither contributor nor publisher.
        NothingToChange: the collection is so already.
        TooMany: more than may be changed at once.
    """
    policy.check_may_collect(by)
    _check_size(persons)
    collection, _ = Collection.objects.get_or_create(
        title=title.strip()[:LONGEST], defaults={"made_by": by, "made_at": at}
    )
    within = set(collection.memberships.filter(ended_at=None).values_list("person", flat=True))
    joining = set() if how == How.REMOVE else set(persons) - within
    leaving = within & set(persons) if how == How.REMOVE else within - set(persons) if how == How.REPLACE else set()
    changes = {str(one): (OUT, IN) for one in joining} | {str(one): (IN, OUT) for one in leaving}
    return _collected(by, at, collection, changes)


def _collected(by: User, at: datetime, collection: Collection, changes: Mapping[str, tuple[str, str]]) -> Bulk:
    bulk = _bulk(by, at, Deed.COLLECT, changes, collection)
    ledger.write(
        by=by,
        at=at,
        kind="collection:changed",
        about=f"collection:{collection.pk}",
        details={"deed": str(bulk.pk), "people": {one: became for one, (_, became) in changes.items()}},
    )
    _move(by, at, collection, changes)
    return bulk


def _move(by: User, at: datetime, collection: Collection, changes: Mapping[str, tuple[str, str]]) -> None:
    leaving = [UUID(one) for one, (_, became) in changes.items() if became == OUT]
    joining = [UUID(one) for one, (_, became) in changes.items() if became == IN]
    collection.memberships.filter(person__in=leaving, ended_at=None).update(ended_at=at)
    known = set(Person.objects.filter(pk__in=joining).values_list("pk", flat=True))
    within = set(collection.memberships.filter(ended_at=None).values_list("person", flat=True))
    Membership.objects.bulk_create(
        Membership(collection=collection, person_id=one, added_by=by, added_at=at) for one in sorted(known - within)
    )


@transaction.atomic
def decide(*, by: User, at: datetime, claims_: Many[UUID], became: Status, why: str = "") -> Bulk:
    """Accept or reject many claims at once; those that are so already, or withdrawn, stay as they are.

    Raises:
        NotAllowed: `by` is no editor.
        NothingToChange: all are so already.
        TooMany: more than may be changed at once.
    """
    _check_size(claims_)
    was = dict(_open(by, claims_, became).values_list("pk", "status"))
    bulk = _bulk(by, at, Deed.DECIDE, {str(one): (status, became.value) for one, status in was.items()})
    act = claims.accept if became == Status.ACCEPTED else claims.reject
    act(by=by, at=at, claims=list(was), why=why)
    return bulk


def _open(by: User, ids: Many[UUID], became: Status) -> QuerySet[Claim]:
    return claims_queries.claims(viewer=by).filter(pk__in=ids).exclude(status__in=(became.value, Status.WITHDRAWN))


@transaction.atomic
def classify(*, by: User, at: datetime, documents_: Many[UUID], level: Sensitivity) -> Bulk:
    """Change who may know of many documents: of the sources that they were read from.

    Raises:
        NotAllowed: `by` may not know of one of the old or the new levels, or is no editor.
        NothingToChange: all are so already.
        TooMany: more than may be changed at once.
    """
    _check_size(documents_)
    found = documents.documents(viewer=by).filter(pk__in=documents_).exclude(source__level=level)
    was = dict(found.order_by().values_list("source", "source__level"))
    bulk = _bulk(by, at, Deed.CLASSIFY, {one: (before, level.value) for one, before in was.items()})
    sources.classify_together(by=by, at=at, levels=dict.fromkeys(was, level))
    return bulk


@transaction.atomic
def undo(*, by: User, at: datetime, bulk: Bulk) -> int:
    """Undo what was done to many: each that is still as the deed left it is as it was before.

    Returns:
        How many were put back.

    Raises:
        NotAllowed: it is another's deed and `by` is no editor, or the deed itself is not theirs to do.
        UndoneAlready: somebody undid it before.
        NothingToChange: all of them were changed again since.
    """
    policy.check_may_undo(by, bulk)
    if not Bulk.objects.filter(pk=bulk.pk, undone_at=None).update(undone_at=at):
        raise UndoneAlready
    return {Deed.COLLECT: _uncollect, Deed.DECIDE: _undecide, Deed.CLASSIFY: _unclassify}[Deed(bulk.deed)](by, at, bulk)


def _uncollect(by: User, at: datetime, bulk: Bulk) -> int:
    assert bulk.collection is not None  # a deed of collecting has one
    policy.check_may_collect(by)
    within = {str(one) for one in bulk.collection.memberships.filter(ended_at=None).values_list("person", flat=True)}
    back = {
        one: (became, was) for one, (was, became) in bulk.changes.items() if (became == IN) == (one in within)
    }  # fmt: skip
    ledger.write(
        by=by,
        at=at,
        kind="collection:restored",
        about=f"collection:{bulk.collection_id}",
        details={"deed": str(bulk.pk), "people": {one: became for one, (_, became) in back.items()}},
    )
    _move(by, at, bulk.collection, back)
    return len(back)


def _undecide(by: User, at: datetime, bulk: Bulk) -> int:
    """Put claims back. Each goes where it was: most were proposals; the rest are decided anew, in the same entry."""
    found = claims_queries.claims(viewer=by).filter(pk__in=map(UUID, bulk.changes)).values_list("pk", "status")
    back = {one: Status(bulk.changes[str(one)][0]) for one, now in found if now == bulk.changes[str(one)][1]}
    if not back:
        raise NothingToChange
    claims.put_back(by=by, at=at, statuses=back)
    return len(back)


def _unclassify(by: User, at: datetime, bulk: Bulk) -> int:
    found = sources_queries.sources(viewer=by).filter(pk__in=bulk.changes).values_list("pk", "level")
    back = {one: Sensitivity(bulk.changes[one][0]) for one, now in found if now == bulk.changes[one][1]}
    if not back:
        raise NothingToChange
    sources.classify_together(by=by, at=at, levels=back)
    return len(back)


def _bulk(
    by: User, at: datetime, deed: Deed, changes: Mapping[str, tuple[str, str]], collection: Collection | None = None
) -> Bulk:
    if not changes:
        raise NothingToChange
    return Bulk.objects.create(deed=deed, by=by, at=at, changes=dict(changes), collection=collection)


def _check_size(chosen: Many[object]) -> None:
    if len(chosen) > MOST:
        raise TooMany(most=MOST)
