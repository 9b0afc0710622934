"""Find the claim or the document that somebody at the terminal names: by the first digits of its id, or by title."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document

__all__ = ["NoSuchId", "SeveralDocuments", "TooShort", "short", "the_claim", "the_document"]

LEAST = 4  # digits; fewer would name something by chance
WHOLE = 32  # digits of an id
SHORT = 8  # digits that are printed
DIGITS = re.compile(r"[0-9a-f]+")


class NoSuchId(CasebookError):
    """The first digits of an id name nothing, or several things."""

    def __init__(self, *, what: str, id_: str, count: int) -> None:
        where = "`kualik claims list` prints ids" if what == "claim" else "`kualik find` prints ids and titles"
        if count:
            super().__init__(f"{what} {id_}: more than one begins so; give more digits ({where})")
        else:
            super().__init__(f"there is no {what} {id_!r} here; {where}")
        self.id = id_


class TooShort(CasebookError):
    """So few digits of an id were given that they would name something by chance."""

    def __init__(self, *, what: str, id_: str) -> None:
        super().__init__(f"{what} {id_}: too short; give at least the first {LEAST} digits of its id")
        self.id = id_


class SeveralDocuments(CasebookError):
    """Several documents have one title."""

    def __init__(self, *, title: str, found: Sequence[Document]) -> None:
        lines = "\n".join(f"  {short(one.pk)}  {one.title}" for one in found)
        super().__init__(f"{len(found)} documents are called {title!r}; name one by the digits before it:\n{lines}")
        self.found = tuple(found)


def short(id_: UUID) -> str:
    """Write the first digits of an id, enough to name it by."""
    return id_.hex[:SHORT]


def the_claim(*, viewer: User, reference: str) -> UUID:
    """Find the one claim whose id begins so.

    Raises:
        TooShort: there are fewer digits than LEAST.
        NoSuchId: none begins so, or several do.
    """
    return _one(claims.claims(viewer=viewer), "claim", reference)


def the_document(*, viewer: User, reference: str) -> UUID:
    """Find the one document of that title, or whose id begins so.

    Raises:
        SeveralDocuments: the title is that of several.
        TooShort: there are fewer digits than LEAST, and no title is that.
        NoSuchId: none has the title or begins so, or several begin so.
    """
    visible = documents.documents(viewer=viewer)
    titled = list(visible.filter(title__iexact=reference.strip()).order_by("read_at", "pk"))
    if len(titled) > 1:
        raise SeveralDocuments(title=reference, found=titled)
    return titled[0].pk if titled else _one(visible, "document", reference)


def _one(among: QuerySet[Claim] | QuerySet[Document], what: str, id_: str) -> UUID:
    digits = id_.replace("-", "").lower()
    if not DIGITS.fullmatch(digits) or len(digits) > WHOLE:
        raise NoSuchId(what=what, id_=id_, count=0)
    if len(digits) < LEAST:
        raise TooShort(what=what, id_=id_)
    first, last = digits.ljust(WHOLE, "0"), digits.ljust(WHOLE, "f")
    ids = list(among.filter(pk__gte=first, pk__lte=last).values_list("pk", flat=True)[:2])
    if len(ids) != 1:
        raise NoSuchId(what=what, id_=id_, count=len(ids))
    return ids[0]
