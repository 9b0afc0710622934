"""A summary counts once for each facet."""

from datetime import date
from uuid import UUID

from kualik.cases.claims.models import Entity
from kualik.cases.people.models import Person
from kualik.cases.summaries.facets import counted, facets_of
from tests.cases.summaries.summed import NOW, event, person

WHO = Person(id=UUID(int=1), number=7, created_at=NOW)


def test_a_person_counts_for_state_decade_and_month_of_release() -> None:
    """And what nobody says counts as empty."""
    told = {
        name: value for _t, _n, name, value in facets_of(person(WHO, birth_year=1968, ends_earliest=date(2030, 5, 1)))
    }

    assert (told["state"], told["birth_decade"], told["ends"]) == ("prison", "1960", "2030-05")
    assert (told["held"], told["proposals"], told["sex"]) == ("yes", "no", "")


def test_counts_add_up() -> None:
    """Two of one tier count two; another tier counts apart, and so does an event."""
    entity = Entity(id=UUID(int=3))
    found = counted([person(WHO), person(WHO, state="camp"), person(WHO, tier=1), event(entity)])

    assert found[0, "person", "all", ""] == 2
    assert found[0, "person", "state", "camp"] == 1
    assert found[1, "person", "all", ""] == 1
    assert found[0, "event", "year", "2024"] == 1


def test_a_place_too_long_for_the_column_is_cut() -> None:
    """The number is kept under the beginning of it."""
    ((value,),) = {
        (value,) for _t, _n, name, value in facets_of(person(WHO, custody_place="x" * 400)) if name == "custody_place"
    }

    assert value == "x" * 300
