"""Find persons by a name in any alphabet, or by words."""

import pytest

from kualik.cases.people.queries import present
from kualik.cases.people.searching import THESE_WORDS, search
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A report of a mother, her nameless son, and a namesake of part of her name."""
    made = Story("Khalida Serikbai and her son; Dina Omarqyzy.")
    made.person("Khalida Serikbai")
    made.person(description="son of Khalida Serikbai")
    made.person("Dina Omarqyzy")
    for place in ("e1", "e2", "e3"):
        made.held(place, state="prison")
    return made.propose()


@pytest.mark.parametrize("query", ["Khalida Serikbai", "Халида Серикбай", "Қалида Серікбай", "serikbai", "Серікбай"])
def test_a_name_is_found_in_other_alphabets_and_in_part(story: Story, query: str) -> None:
    """The best comes first, and says how near it is."""
    hits = search(viewer=keeper(), among=present(viewer=keeper()), query=query)

    assert hits[0].person == story.who("e1").pk
    assert hits[0].why[0].what in {"same part", THESE_WORDS}


def test_a_description_is_found_by_its_words(story: Story) -> None:
    """All words must stand in it, in any order."""
    hits = search(viewer=keeper(), among=present(viewer=keeper()), query="serikbai son")

    assert story.who("e2").pk in {hit.person for hit in hits}


@pytest.mark.usefixtures("story")
def test_a_stranger_is_not_found() -> None:
    """A name that sounds like none gives nothing."""
    assert search(viewer=keeper(), among=present(viewer=keeper()), query="Bolatbek Zhunis") == []


@pytest.mark.usefixtures("story")
def test_each_person_is_found_once() -> None:
    """Though both the sound and the letters fit."""
    hits = search(viewer=keeper(), among=present(viewer=keeper()), query="Dina Omarqyzy")

    assert len(hits) == len({hit.person for hit in hits}) == 1


def test_words_said_of_a_custody_find_who_is_held() -> None:
    """The facility, the grounds, the sentence: every field is searched, in any inflection."""
    made = Story("Bolat Omar is in the camp of Shonzhy for sharing videos.")
    made.person("Bolat Omar")
    made.held("e1", facility="camp of Shonzhy", grounds="sharing videos")
    made.propose()

    for words in ("shonzhy camps", "shared video", '"sharing videos"', "shonz*"):
        assert [hit.person for hit in search(viewer=keeper(), among=present(viewer=keeper()), query=words)] == [
            made.who("e1").pk
        ]
    assert search(viewer=keeper(), among=present(viewer=keeper()), query="shonzhy -video") == []
