"""A changed row upon what the row before said."""

import pytest

from kualik.cases.arrivals.matching import Found, Kind, known
from kualik.cases.arrivals.models import Match, Row
from kualik.cases.arrivals.updating import rewritten, written
from kualik.cases.documents.queries import to_facts
from kualik.engine.extracting.rows import Mapping, read_rows
from tests.cases.arrivals.lists import mapping, table, taken, tried

pytestmark = pytest.mark.django_db


def test_only_what_changed_is_written_about_the_same_person() -> None:
    """The row that is kept names the old claims where they stand, and the new one where it changed."""
    first = taken(table(), match=Match.NUMBER)
    other = table("No,Name,Born,State,Since\n101,Bolat Qudaibergen,1986,prison,2018-05\n", name="other.csv")
    imported = tried(other, match=Match.NUMBER)
    (read,) = read_rows(to_facts(other), Mapping.from_dict(mapping().definition))
    before = known(imported, ["idNumber:101"])["idNumber:101"]

    made = rewritten(
        imported, Found(row=read, kind=Kind.CHANGED, key="k", before=before, changed=("Person.birthDate",))
    )

    (claim,) = made.claims
    old = Row.objects.get(imported=first, number=2)
    assert (claim.value, claim.entity, str(claim.supersedes_id)) == (
        "1986",
        old.entity,
        old.claims["Person.birthDate"][1],
    )
    assert made.entities == []
    assert made.row.claims["Person.name"] == old.claims["Person.name"]
    assert made.row.claims["Person.birthDate"] == ["1986", str(claim.pk)]


def test_a_new_row_is_written_whole() -> None:
    """Its entities carry ids of their own, whatever else is read in the document."""
    imported = tried(table())
    read = next(read_rows(to_facts(imported.document), Mapping.from_dict(mapping().definition)))

    made = written(imported, Found(row=read, kind=Kind.NEW, key="k"))

    assert [entity.schema for entity in made.entities] == ["Person", "Custody"]
    assert len({entity.local_id for entity in made.entities}) == 2
    assert made.row.entity == made.entities[0]
    assert {slot: value for slot, (value, _) in made.row.claims.items()}["Custody.state"] == "prison"
