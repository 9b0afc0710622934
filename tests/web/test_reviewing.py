"""What of a document is shown: its cards, their numbers, the stretch of its text."""

import pytest

from kualik.cases.claims import actions as claims
from kualik.cases.claims import queries
from kualik.web import reviewing
from tests.web.house import NOW, House


def test_the_progress_counts_what_was_decided(house: House) -> None:
    """What was replaced is left out of the bar, and still has a card."""
    claims.accept(by=house.keeper, at=NOW, claims=[house.claims[0].pk])
    claims.reject(by=house.keeper, at=NOW, claims=[house.claims[1].pk])
    claims.withdraw(by=house.keeper, at=NOW, claims=[house.claims[2].pk])

    counted = reviewing.progress(viewer=house.keeper, document=house.document)

    assert (counted.accepted, counted.rejected, counted.proposed, counted.total) == (1, 1, 3, 5)
    assert (counted.accepted_share, counted.rejected_share) == (20.0, 20.0)
    assert counted.claims == len(house.claims)


def test_a_card_keeps_its_number(house: House) -> None:
    """The one it has on the page, in the order of the text."""
    ordered = queries.in_order(viewer=house.keeper, document=house.document)
    numbers = [reviewing.card(viewer=house.keeper, claim=one).number for one in ordered]

    assert numbers == list(range(1, len(house.claims) + 1))


def test_a_group_without_a_name_is_called_by_whom_it_is_about(house: House) -> None:
    """A custody has none of its own."""
    found = queries.document_claims(viewer=house.keeper, document=house.document)
    cards = [reviewing.Card(claim=one, number=place) for place, one in enumerate(found, start=1)]

    labels = {group.entity.schema: group.label for group in reviewing.groups(cards)}
    assert labels["Custody"] == "Erlan"
    assert labels["Protest"] == "Protest"


@pytest.mark.parametrize(
    ("at", "place"),
    [("3-9", (3, 9)), ("0-1", (0, 1)), ("9-3", None), ("3-3", None), ("-", None), ("", None), ("1-2-3", None)],
)
def test_a_passage_is_read_from_an_address(at: str, place: tuple[int, int] | None) -> None:
    """Two numbers in order, and nothing else."""
    assert reviewing.place_asked(at) == place
