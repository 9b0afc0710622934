"""What can be asked at the desk: one's searches with what is new, collections, what was done to many."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Value

from kualik.cases.accounts.models import User
from kualik.cases.desk import policy
from kualik.cases.desk.errors import NoSuchThing
from kualik.cases.desk.models import Bulk, Collection, SavedSearch
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import SectionKind, Terms
from kualik.cases.findings.asking import Kind, Search

__all__ = ["Kept", "bulk", "collections", "members", "saved", "searches", "size"]

COUNTED = 10  # saved searches for which what is new is counted, all in one question


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A saved search, and how many documents came since its owner last looked that it finds."""

    saved: SavedSearch
    search: Search
    new: int


def saved(*, viewer: User, id: UUID) -> SavedSearch:  # noqa: A002 (what it is called everywhere)
    """Find one of one's own searches.

    Raises:
        NoSuchThing: there is none.
    """
    found = _own(viewer).filter(pk=id).first()
    if found is None:
        raise NoSuchThing
    return found


def searches(*, viewer: User) -> tuple[Kept, ...]:
    """List one's own searches by name, with how many new documents each finds: two questions, however many."""
    own = list(_own(viewer))
    new = _new(viewer, own[:COUNTED])
    return tuple(
        Kept(saved=one, search=Search.of_json(one.search), new=new.get(place, 0)) for place, one in enumerate(own)
    )


def _own(viewer: User) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(owner=viewer, ended_at=None).order_by("name", "pk")


def _new(viewer: User, own: list[SavedSearch]) -> dict[int, int]:
    counted = [
        _since(viewer, one)
        .annotate(place=Value(place))
        .values("place")
        .annotate(new=Count("section__document", distinct=True))
        .values_list("place", "new")
        for place, one in enumerate(own)
        if not Search.of_json(one.search).question.is_empty
    ]
    if not counted:
        return {}
    first, *others = counted
    return dict(first.union(*others, all=True))


def _since(viewer: User, saved: SavedSearch) -> QuerySet[Terms]:
    search = Search.of_json(saved.search)
    marks = search.marks if search.kind == Kind.DOCUMENTS else ()
    found = documents.sections(viewer=viewer, kind=SectionKind.TEXT, asked=search.question, marks=marks)
    return found.filter(section__document__read_at__gt=saved.seen_at).order_by()


def collections(*, viewer: User) -> QuerySet[Collection]:
    """List the collections by title, each with how many people are in it."""
    found = Collection.objects.annotate(people=Count("memberships", filter=Q(memberships__ended_at=None)))
    return found if policy.may_collect(viewer) else found.none()


def size(collection: Collection) -> int:
    """Count who is in a collection."""
    return collection.memberships.filter(ended_at=None).count()


def members(*, collection: Collection) -> list[UUID]:
    """List who is in a collection."""
    return list(
        collection.memberships.filter(ended_at=None).order_by("person__number").values_list("person", flat=True)
    )


def bulk(*, viewer: User, id: UUID) -> Bulk:  # noqa: A002 (as above)
    """Find what somebody did to many.

    Raises:
        NoSuchThing: there is no such deed, or it is somebody else's and the viewer is no editor.
    """
    found = Bulk.objects.filter(pk=id).select_related("collection").first()
    if found is None or not policy.may_undo(viewer, found):
        raise NoSuchThing
    return found
