"""Tables tried out and taken in, piece by piece."""

import pytest

from kualik.cases.arrivals import actions, importing, queries
from kualik.cases.arrivals.models import Match, Row, Stage
from kualik.cases.claims import actions as claims
from kualik.cases.claims import verification
from kualik.cases.claims.models import Claim, Entity
from tests.cases.arrivals.lists import AGAIN, LIST, mapping, table, taken, tried
from tests.cases.casting import NOW, keeper, later

pytestmark = pytest.mark.django_db


def said() -> set[tuple[str, str, str]]:
    """What stands about whom: entity's name or schema, property, value."""
    found = Claim.objects.exclude(status="withdrawn").exclude(value="").select_related("entity")
    return {(one.entity.name or one.entity.schema, one.property, one.value) for one in found}


def test_a_trial_counts_and_keeps_nothing() -> None:
    """Each cell that cannot be read is named by row, column, value, and what is wrong."""
    found = tried(table())

    assert found.stage == Stage.CHECKED
    assert found.counted == {"new": 3, "faults": 1}
    assert found.faults == [[4, "Since", "03/04/2018", "two days"]]
    assert not Claim.objects.exists()


def test_rows_become_claims_with_their_persons() -> None:
    """What could not be read makes no claim; every other cell does."""
    found = taken(table())

    assert (found.stage, found.counted) == (Stage.DONE, {"new": 3, "faults": 1})
    assert ("Ermek Qudaibergen", "birthDate", "1990") in said()
    assert ("Custody", "startDate", "2018-05") in said()
    assert Entity.objects.filter(schema="Person").count() == Row.objects.count() == 3
    assert list(verification.problems()) == []


def test_a_list_that_comes_again_changes_what_changed() -> None:
    """Known by its number, a row that says the same says nothing twice, and a new value supersedes the old."""
    taken(table(), match=Match.NUMBER)
    before = Claim.objects.count()
    found = taken(table(AGAIN, name="again.csv"), match=Match.NUMBER)

    assert found.counted == {"same": 2, "changed": 1, "new": 1, "twice": 1, "faults": 2}
    changed = Claim.objects.get(value="released")
    assert changed.supersedes
    assert (changed.supersedes.value, changed.supersedes.status) == ("camp", "withdrawn")
    assert changed.entity == changed.supersedes.entity
    assert Claim.objects.count() == before + 1 + 5  # the changed cell, and the new row with its detainee
    assert not Entity.objects.filter(name="Somebody Else").exists()
    assert list(verification.problems()) == []


def test_what_people_decided_is_not_withdrawn_by_a_list() -> None:
    """Both values stand, and a person decides."""
    taken(table(), match=Match.NUMBER)
    camp = Claim.objects.get(value="camp")
    claims.accept(by=keeper(), at=later(500), claims=[camp.pk])
    taken(table(AGAIN, name="again.csv"), match=Match.NUMBER)

    camp.refresh_from_db()
    assert camp.status == "accepted"
    assert Claim.objects.get(value="released").status == "proposed"


def test_by_name_and_birth_where_there_is_no_number() -> None:
    """A row without a date of birth is not known again by its name alone."""
    taken(table(), match=Match.NAME)
    found = taken(table(AGAIN, name="again.csv"), match=Match.NAME)

    assert found.counted == {"same": 2, "changed": 1, "new": 2, "faults": 1}


def test_a_cell_that_was_empty_is_added_to_the_same_person() -> None:
    """A date of birth that comes later belongs to whoever the row told of."""
    short = "No,Name,Born,State,Since\n7,Aida Bek,,,\n"
    first = taken(table(short), match=Match.NUMBER)
    long = short.replace("7,Aida Bek,,,", "7,Aida Bek,1990,camp,2017")
    taken(table(long, name="more.csv"), match=Match.NUMBER)

    person = first.rows.get().entity
    assert set(Claim.objects.filter(entity=person).values_list("property", "value")) == {
        ("idNumber", "7"),
        ("name", "Aida Bek"),
        ("birthDate", "1990"),
    }
    assert Claim.objects.get(property="detainee").value_entity == person
    assert Claim.objects.get(value="camp").entity.schema == "Custody"


def test_an_import_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing twice, nothing left out."""
    monkeypatch.setattr(importing, "PIECE", 1)
    made = tried(table())
    actions.begin(by=keeper(), at=later(900), imported=made)
    answers = iter([False, True, True])
    importing.run(worker="w1", clock=lambda: NOW, stopped=lambda: next(answers))
    made.refresh_from_db()
    assert (made.stage, Row.objects.count()) == (Stage.IMPORTING, 1)

    importing.run(worker="w2", clock=lambda: NOW, stopped=lambda: False)

    made.refresh_from_db()
    assert (made.stage, made.counted) == (Stage.DONE, {"new": 3, "faults": 1})
    assert Row.objects.count() == 3
    assert queries.progress(viewer=keeper(), batch=made.batch).claims == {"proposed": 17}


def test_a_table_that_another_worker_holds_is_left_to_it() -> None:
    """Until its time is over."""
    made = actions.try_out(by=keeper(), at=NOW, document=table(LIST), mapping=mapping(), match=Match.NOTHING)

    assert actions.lease(worker="a", at=NOW, seconds=60) == made
    assert actions.lease(worker="b", at=NOW, seconds=60) is None
    assert actions.lease(worker="b", at=later(2), seconds=60) == made


def test_each_piece_holds_the_table_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it takes in all, nobody else takes it meanwhile."""
    monkeypatch.setattr(importing, "PIECE", 1)
    made = tried(table())
    actions.begin(by=keeper(), at=later(900), imported=made)
    clock = iter([NOW, later(9)])
    answers = iter([False, True, True])
    seen: list[object] = []
    note = actions.note

    def noted(**reached: object) -> None:
        seen.append(reached.get("until"))
        note(**reached)  # type: ignore[arg-type]  # what importing itself gives

    monkeypatch.setattr(actions, "note", noted)
    importing.run(worker="w1", clock=lambda: next(clock), stopped=lambda: next(answers))

    assert seen == [later(19), None]
