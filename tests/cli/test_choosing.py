"""Which one person is meant at the terminal."""

import pytest

from kualik.cases.people.errors import NoSuchPerson
from kualik.cli.choosing import SeveralPeople, the_person
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Three people, two of whose names sound alike."""
    made = Story("Serik Almasuly, Serik Almasov and Dina Omarqyzy were seen.")
    for name in ("Serik Almasuly", "Serik Almasov", "Dina Omarqyzy"):
        made.person(name)
    return made.propose()


def test_a_name_that_only_one_bears_is_enough(story: Story) -> None:
    """In any alphabet, whole or in part."""
    for name in ("Dina Omarqyzy", "Дина Омарқызы", "omarqyzy", "K-000003"):
        assert the_person(viewer=keeper(), reference=name) == story.who("e3")


def test_a_name_written_exactly_so_goes_before_one_that_sounds_alike(story: Story) -> None:
    """Whoever types a full name as a document has it means that person."""
    assert the_person(viewer=keeper(), reference="serik almasov") == story.who("e2")


def test_a_name_that_fits_several_is_refused_with_the_list(story: Story) -> None:
    """By number each can be named."""
    with pytest.raises(SeveralPeople) as refused:
        the_person(viewer=keeper(), reference="Serik")

    assert {row.person for row in refused.value.rows} == {story.who("e1"), story.who("e2")}
    assert "K-000001" in str(refused.value)


@pytest.mark.usefixtures("story")
def test_nobody_is_refused_by_name() -> None:
    """Not guessed."""
    with pytest.raises(NoSuchPerson):
        the_person(viewer=keeper(), reference="Bolatbek Zhunis")
