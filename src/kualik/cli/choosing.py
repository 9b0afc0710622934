"""Find the one person that somebody at the terminal means."""

from collections.abc import Sequence

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.people import queries
from kualik.cases.people.errors import NoSuchPerson
from kualik.cases.people.models import Person
from kualik.cases.people.rows import PersonRow

__all__ = ["SeveralPeople", "the_person"]

MOST = 20  # candidates listed


class SeveralPeople(CasebookError):
    """A name fits several people."""

    def __init__(self, *, reference: str, rows: Sequence[PersonRow]) -> None:
        lines = "\n".join(f"  {row.person}  {row.label}  {row.status}".rstrip() for row in rows)
        super().__init__(f"{reference!r} fits {len(rows)} people; name one by number:\n{lines}")
        self.rows = tuple(rows)


def the_person(*, viewer: User, reference: str) -> Person:
    """Find the one person of a number or a name.

    A name written exactly so by one person's documents alone means that person.

    Raises:
        NoSuchPerson: nobody fits.
        SeveralPeople: the name fits several.
    """
    try:
        return queries.person(viewer=viewer, reference=reference)
    except NoSuchPerson:
        rows = queries.people(viewer=viewer, query=reference, limit=MOST).rows
    exact = [row for row in rows if reference.casefold() in {form.value.casefold() for form in row.names}]
    described = [row for row in rows if row.described and reference.casefold() == row.label.casefold()]
    for chosen in (exact, described, rows):
        if len(chosen) == 1:
            return chosen[0].person
    if not rows:
        raise NoSuchPerson(reference=reference)
    raise SeveralPeople(reference=reference, rows=exact or described or rows)
