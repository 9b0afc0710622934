"""What is remembered of people while a text is read."""

from kualik.engine.extracting.spans import Span
from tests.engine.extracting.english.people_samples import register

AT = Span(start=0, end=5)


def test_one_description_is_one_party() -> None:
    """Unless it is asked for afresh."""
    cast = register("Aliya came.").cast
    first = cast.described("clerk", at=AT, rule="person.described")
    assert cast.described("Clerk", at=AT, rule="person.described") is first
    assert cast.described("clerk", at=AT, rule="person.described", fresh=True) is not first


def test_somebody_described_can_turn_out_to_be_somebody_named() -> None:
    """Then every key leads to the one who is named."""
    cast = register("Aliya Bekova came.").cast
    clerk = cast.described("clerk", at=AT, rule="person.described")
    cast.learn_noun(clerk.key, "clerk")
    cast.become(clerk.key, 0)
    assert cast.party(clerk.key).name == "Aliya Bekova"
    assert "clerk" in cast.nouns[0]


def test_people_joined_are_counted_together() -> None:
    """Under both their names."""
    cast = register("Aliya Bekova met Marat Asanov.").cast
    pair = cast.joined((0, 1), at=AT)
    assert (pair.label, pair.count) == ("Aliya Bekova and Marat Asanov", 2)
    assert cast.members[pair.key] == (0, 1)


def test_a_gender_once_known_is_kept() -> None:
    """A later guess does not change it."""
    cast = register("Aliya Bekova came.").cast
    cast.learn_gender(0, "m")
    assert cast.gender[0] == "f"
