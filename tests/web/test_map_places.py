"""Numbers by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.places.models import Naming
from kualik.cases.places.queries import Placer
from kualik.engine.placing import Kind, place
from kualik.web.map_places import KIND_WORDS, LAYERS, Layer, spread, where

PLACER = Placer(decided={})
TOLD = {"Künes county": 5, "新源县": 2, "Урумчи": 3, "Kashgar": 4, "China": 1, "a camp near the port": 2, "": 9}


def test_spellings_of_one_place_are_counted_together() -> None:
    """With how each document writes it."""
    kunes = spread(TOLD, placer=PLACER, language="en").spots[0]

    assert (kunes.place.id, kunes.label, kunes.count, kunes.exact) == ("cn654025", "Künes", 7, False)
    assert kunes.written == (("Künes county", 5), ("新源县", 2))
    assert kunes.within == "Ili, Xinjiang, China"


def test_what_is_known_only_roughly_is_no_point() -> None:
    """A prefecture and a country are listed beside."""
    found = spread(TOLD, placer=PLACER, language="en")

    assert [one.label for one in found.areas] == ["Kashgar", "China"]
    assert {one.place.kind for one in found.spots} == {Kind.COUNTY, Kind.SETTLEMENT}
    assert [(one.written, one.count) for one in found.unplaced] == [("a camp near the port", 2)]
    assert found.untold == 9


@given(st.dictionaries(st.sampled_from([*TOLD, "Алтай", "Almaty", "Xinjiang"]), st.integers(1, 1000)))
def test_nobody_is_lost_or_counted_twice(told: dict[str, int]) -> None:
    """What is drawn, listed, not found and not told are together as many as were counted."""
    found = spread(told, placer=PLACER, language="ru")

    assert found.placed + found.missed + found.untold == sum(told.values())


def test_a_decision_moves_a_name() -> None:
    """And what was said to be no place shows who said so."""
    decided = {
        "acampneartheport": Naming(written="a camp near the port", place="cn654025"),
        "china": Naming(written="China", place=""),
    }

    found = spread(TOLD, placer=Placer(decided=decided), language="en")

    assert found.spot("cn654025") is not None
    assert found.spots[0].count == 9
    assert [(one.written, one.decision is not None) for one in found.unplaced] == [("China", True)]


def test_several_candidates_are_named_with_what_they_lie_in() -> None:
    """So that a person can choose."""
    (missed,) = spread({"Алтай": 3}, placer=PLACER, language="en").unplaced

    assert ("cn6543", "Altay (Xinjiang) (Xinjiang, China)") in missed.candidates
    assert where(place("kz"), "ug") == "قازاقىستان"


@pytest.mark.parametrize("layer", list(LAYERS.values()))
def test_every_layer_and_kind_has_words(layer: Layer) -> None:
    """In the reader's language."""
    assert str(layer.word)
    assert str(layer.meaning)
    assert set(KIND_WORDS) == set(Kind)
