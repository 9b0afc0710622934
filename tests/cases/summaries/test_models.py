"""A summary says in words what it is of."""

from uuid import UUID

from kualik.cases.claims.models import Entity
from kualik.cases.people.models import Person
from kualik.cases.summaries.models import EventPart, Followed, Noun, Stale, Tally
from tests.cases.summaries.summed import NOW, event, person

WHO, ENTITY = Person(id=UUID(int=1), number=7, created_at=NOW), Entity(id=UUID(int=2))


def test_each_row_can_be_read() -> None:
    """Whoever looks at rows sees what they are."""
    assert str(person(WHO)) == "Khadisha"
    assert str(event(ENTITY)) == "picket 2024-02-08"
    assert str(EventPart(entity=ENTITY, summary_id=5)) == f"{ENTITY.pk} of 5"
    assert str(Tally(facet="state", value="camp", count=3)) == "state camp: 3"
    assert str(Stale(noun=Noun.EVENT, subject=ENTITY.pk)) == f"event {ENTITY.pk}"
    assert str(Followed(seq=9)) == "followed to 9"
