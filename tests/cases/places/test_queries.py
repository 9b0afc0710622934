"""What can be asked about places."""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.places import actions, queries
from kualik.cases.places.errors import NoSuchBoundaries, NoSuchNaming
from kualik.engine import placing
from tests.cases.casting import NOW, keeper, worker
from tests.cases.places.test_actions import brought

pytestmark = pytest.mark.django_db


def test_a_decision_outweighs_what_the_engine_finds() -> None:
    """For every spelling of the name, and until it is taken back."""
    made = actions.name_place(by=keeper(), at=NOW, written="Künes", place="cn654021")
    assert queries.placer().place("kunes").place == "cn654021"
    assert queries.placer().place("Künes county").place == "cn654025"

    actions.undo_naming(by=keeper(), at=NOW, naming=made)

    assert queries.placer().place("kunes").place == "cn654025"


def test_a_prison_stays_a_prison() -> None:
    """Somebody says where it lies; that it is a building is in its name."""
    actions.name_place(by=keeper(), at=NOW, written="Sheiban prison", place="cn6501")

    found = queries.placer().place("Sheiban prison")

    assert (found.place, found.precision) == ("cn6501", placing.FACILITY)


def test_a_name_that_is_no_place_is_found_nowhere() -> None:
    """Although the engine would find one."""
    actions.name_place(by=keeper(), at=NOW, written="Almaty", place="")

    assert queries.placer().place("Almaty") == placing.Resolved()


def test_all_decisions_are_one_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However many names are placed."""
    for place, name in enumerate(("One", "Two", "Three")):
        actions.name_place(by=keeper(), at=NOW, written=name, place=f"cn65402{place + 3}")

    with django_assert_num_queries(1):
        placer = queries.placer()
        assert [placer.place(name).place for name in ("One", "Two", "Three")] == ["cn654023", "cn654024", "cn654025"]


def test_a_decision_is_found_by_whoever_may_decide() -> None:
    """What documents write may be guarded."""
    made = actions.name_place(by=keeper(), at=NOW, written="Qaba", place="cn654324")

    assert queries.naming(viewer=keeper(), reference=made.pk) == made
    for viewer, reference in ((worker("aliya", Role.READER), made.pk), (keeper(), uuid4()), (keeper(), "no id")):
        with pytest.raises(NoSuchNaming):
            queries.naming(viewer=viewer, reference=reference)


def test_boundaries_are_on_the_map_until_they_are_removed() -> None:
    """Whoever looks after them sees the removed ones too; nobody else may look one up."""
    made, reader = brought(), worker("aliya", Role.READER)
    assert list(queries.shown_boundaries(viewer=reader)) == [made]

    actions.remove_boundaries(by=keeper(), at=NOW, boundaries=made)

    assert list(queries.shown_boundaries(viewer=reader)) == []
    assert list(queries.boundaries(viewer=keeper())) == [made]
    assert list(queries.boundaries(viewer=reader)) == []
    assert queries.boundaries_of(viewer=keeper(), reference=made.pk) == made
    for viewer, reference in ((reader, str(made.pk)), (keeper(), "no id")):
        with pytest.raises(NoSuchBoundaries):
            queries.boundaries_of(viewer=viewer, reference=reference)
