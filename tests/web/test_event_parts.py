"""What is known of an event stands in the order in which one asks."""

from uuid import uuid4

from kualik.cases.claims import actions as claims
from kualik.cases.claims.writing import NewEntity
from kualik.cases.findings import queries
from kualik.engine.facts import Schema
from kualik.web.boards import boards
from kualik.web.event_parts import Parts, parts_of
from tests.web.house import NOW, House


def parts(house: House) -> Parts:
    """Sort what is known of the picket."""
    case = queries.event(viewer=house.keeper, entity=house.claim("date").entity_id)
    return parts_of(boards(case.known, case.passages))


def test_who_what_for_and_how_answered_are_apart(house: House) -> None:
    """All that answers none of these is the rest; nothing is lost."""
    place = house.claim("date")
    for name, value in (("actor", "relatives"), ("crowd", "12"), ("demand", "release"), ("response", "dispersed")):
        claims.add(
            by=house.keeper, at=NOW, document=house.document, entity=place.entity_id, property=name, value=value,
            start=place.start, end=place.end,
        )  # fmt: skip

    found = parts(house)

    def names(one: str) -> list[str]:
        return [part.board.known.property.partition(".")[2] for part in getattr(found, one)]

    assert [names(one) for one in Parts.__slots__] == [
        ["actor", "crowd"], ["demand"], ["response"], [], ["date"],
    ]  # fmt: skip
    assert found.who[0].boards == (found.who[0].board,)
    assert found.who[0].lines == ()  # what a person added is decided


def test_what_is_only_proposed_stands_value_by_value(house: House) -> None:
    """With the passages that give it."""
    (part,) = parts(house).rest

    assert [(line.value, len(line.passages)) for line in part.lines] == [("XXXX-02-08", 1)]


def test_an_event_of_nothing_has_no_parts(house: House) -> None:
    """No board, no part."""
    new = claims.add(
        by=house.keeper, at=NOW, document=house.document, entity=NewEntity(schema=Schema.APPEAL), property="notes",
        value=str(uuid4()), start=0, end=6,
    )  # fmt: skip
    case = queries.event(viewer=house.keeper, entity=new.entity_id)

    assert parts_of([]) == Parts(who=(), wanted=(), answered=(), after=(), rest=())
    assert case.passages
