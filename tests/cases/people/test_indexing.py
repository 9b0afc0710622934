"""An index of names that is the same in every alphabet."""

import pytest

from kualik.cases.people import indexing
from kualik.cases.people.indexing import keys_of, known_like, sharing, spelling_keys
from kualik.engine.linking import Record
from tests.cases.casting import Story


def test_spellings_in_two_alphabets_share_a_key() -> None:
    """That is how one is found by the other."""
    assert spelling_keys(["Serik Almasuly"]) & spelling_keys(["Серік Алмасұлы"])


def test_one_without_a_name_is_found_by_kin_and_never_taken_for_them() -> None:
    """A mother's name leads to her nameless son, under keys that are not her own."""
    son = Record(id="1", kin=("Gulnur Serikqyzy",))
    mother = Record(id="2", names=("Gulnur Serikqyzy",))

    assert keys_of(son)
    assert not keys_of(son) & keys_of(mother)


def test_a_number_is_a_key_however_it_is_written() -> None:
    """Spaces and hyphens in a passport number do not count."""
    one, other = (Record(id="1", numbers=(number,)) for number in ("N 123-456", "n123456"))

    assert keys_of(one) == keys_of(other) != frozenset()


@pytest.mark.django_db
def test_only_mentions_that_share_a_key_are_compared() -> None:
    """The others are not even fetched."""
    story = Story("Serik Almasuly and Dina Omarqyzy were seen.")
    serik, dina = story.person("Serik Almasuly"), story.person("Dina Omarqyzy")
    story.propose()

    near = known_like([Record(id="00000000-0000-0000-0000-000000000000", names=("Серік Алмасұлы",))])

    assert [record.names[0] for record in near] == ["Serik Almasuly"]
    assert sharing(spelling_keys(["Дина Омарқызы"])) == {story.entity(dina).pk}
    assert story.entity(serik).pk not in sharing(spelling_keys(["Дина Омарқызы"]))


@pytest.mark.django_db
def test_a_key_that_a_great_many_share_is_left_out_where_a_rarer_one_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A common given name does not make one new record be compared with everybody."""
    monkeypatch.setattr(indexing, "MOST", 2)
    names = [f"Serik {surname}" for surname in ("Almasuly", "Zhunisov", "Qorqytov", "Toleubekov")]
    story = Story(", ".join(names))
    for name in names:
        story.person(name)
    story.propose()
    stranger = "00000000-0000-0000-0000-000000000000"

    near = known_like([Record(id=stranger, names=("Серік Алмасұлы",))])
    nameless = known_like([Record(id=stranger, names=("Серік",))])

    assert [record.names for record in near] == [("Serik Almasuly",)]
    assert len(nameless) == len(names)  # all its keys are common, and it must be compared with somebody
