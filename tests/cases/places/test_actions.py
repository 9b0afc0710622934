"""What can be done about places, each with one ledger entry, and what is refused."""

import json

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.cases.places import actions
from kualik.cases.places.errors import AlreadyNamed, BadBoundaries, NoSuchGazetteerPlace, NotInForce
from kualik.cases.places.models import Boundaries, Naming
from kualik.engine.placing.geojson import Fields
from tests.cases.casting import NOW, keeper, later, worker

pytestmark = pytest.mark.django_db
FIELDS = Fields(code="id", name="title")
RING = [[81, 43], [82, 43], [82, 44], [81, 44], [81, 43]]
FILE = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"id": "1", "title": "Steppe"},
                "geometry": {"type": "Polygon", "coordinates": [RING]},
            }
        ],
    }
).encode()


def kinds() -> list[str]:
    """The kinds of the ledger's entries about places."""
    found = Entry.objects.filter(kind__startswith="place") | Entry.objects.filter(kind__startswith="boundaries")
    return list(found.order_by("seq").values_list("kind", flat=True))


def brought() -> Boundaries:
    """Boundaries of one area."""
    return actions.import_boundaries(
        by=keeper(), at=NOW, content=FILE, title="Steppes", licence="Fictional, public domain", fields=FIELDS
    )


def test_an_editor_says_which_place_a_name_is() -> None:
    """Under what all its spellings share; the ledger holds no name."""
    editor = worker("aliya", Role.EDITOR)

    made = actions.name_place(by=editor, at=NOW, written="Sheiban Prison", place="cn6501", why="told by a guard")

    assert (made.key, made.place, made.why) == ("sheibanprison", "cn6501", "told by a guard")
    assert kinds() == ["place:named"]
    assert Entry.objects.get(kind="place:named").details == {"place": "cn6501"}


def test_a_name_can_be_no_place() -> None:
    """So that it is not asked about again."""
    assert actions.name_place(by=keeper(), at=NOW, written="the centre", place="").place == ""


def test_a_second_decision_waits_until_the_first_is_taken_back() -> None:
    """Two editors do not overwrite each other: the second is told who decided and when."""
    first = actions.name_place(by=keeper(), at=NOW, written="Qaba", place="cn654324")
    with pytest.raises(AlreadyNamed, match="Aigerim") as refused:
        actions.name_place(by=keeper(), at=later(1), written="qaba", place="cn654026")
    assert refused.value.naming == first

    actions.undo_naming(by=keeper(), at=later(2), naming=first)
    actions.name_place(by=keeper(), at=later(3), written="qaba", place="cn654026")

    assert kinds() == ["place:named", "place:unnamed", "place:named"]
    assert Naming.objects.filter(undone_at=None).count() == 1


def test_what_was_taken_back_cannot_be_taken_back_again() -> None:
    """And leaves no second entry."""
    made = actions.name_place(by=keeper(), at=NOW, written="Qaba", place="cn654324")
    actions.undo_naming(by=keeper(), at=NOW, naming=made)

    with pytest.raises(NotInForce):
        actions.undo_naming(by=keeper(), at=NOW, naming=made)

    assert kinds() == ["place:named", "place:unnamed"]


def test_only_places_of_the_gazetteer_can_be_chosen() -> None:
    """A made-up id leaves nothing behind."""
    with pytest.raises(NoSuchGazetteerPlace):
        actions.name_place(by=keeper(), at=NOW, written="Qaba", place="atlantis")

    assert kinds() == []


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.PUBLISHER, Role.ADMINISTRATOR])
def test_whoever_is_no_editor_may_not_decide(role: Role) -> None:
    """Neither to name nor to take back."""
    made = actions.name_place(by=keeper(), at=NOW, written="Qaba", place="cn654324")
    somebody = worker("somebody", role)

    with pytest.raises(NotAllowed):
        actions.name_place(by=somebody, at=NOW, written="Other", place="cn6501")
    with pytest.raises(NotAllowed):
        actions.undo_naming(by=somebody, at=NOW, naming=made)

    assert kinds() == ["place:named"]


def test_boundaries_are_kept_with_their_licence_and_fingerprint() -> None:
    """Simplified; the file itself is not kept."""
    made = brought()

    assert (made.title, made.licence, made.count, len(made.sha256)) == ("Steppes", "Fictional, public domain", 1, 64)
    assert made.areas[0]["name"] == "Steppe"
    assert Entry.objects.get(kind="boundaries:imported").details == {"sha256": made.sha256}


def test_boundaries_are_removed_and_put_back() -> None:
    """Nothing is deleted, and neither is done twice."""
    made = brought()

    actions.remove_boundaries(by=keeper(), at=later(1), boundaries=made)
    with pytest.raises(NotInForce):
        actions.remove_boundaries(by=keeper(), at=later(2), boundaries=made)
    actions.restore_boundaries(by=keeper(), at=later(3), boundaries=made)

    assert Boundaries.objects.get().removed_at is None
    assert kinds() == ["boundaries:imported", "boundaries:removed", "boundaries:restored"]


def test_a_bad_file_leaves_nothing() -> None:
    """The refusal says what is wrong."""
    with pytest.raises(BadBoundaries, match="no JSON"):
        actions.import_boundaries(by=keeper(), at=NOW, content=b"x", title="x", licence="x", fields=FIELDS)

    assert kinds() == []


def test_only_an_administrator_brings_boundaries() -> None:
    """And removes them."""
    made, editor = brought(), worker("aliya", Role.EDITOR)

    with pytest.raises(NotAllowed):
        actions.import_boundaries(by=editor, at=NOW, content=FILE, title="x", licence="x", fields=FIELDS)
    with pytest.raises(NotAllowed):
        actions.remove_boundaries(by=editor, at=NOW, boundaries=made)

    assert kinds() == ["boundaries:imported"]
