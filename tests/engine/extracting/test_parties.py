"""Who is in custody and who acts."""

import pytest

from tests.engine.extracting.samples import told


def held(text: str) -> list[list[str]]:
    """Give the labels of those in custody, episode by episode."""
    story = told(text)
    return [[story.people.all[key].label for key in one.people] for one in story.episodes]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Aida Bekova was arrested in May.", ["Aida Bekova"]),
        ("Police detained Omar Amin in May.", ["Omar Amin"]),
        ("Lawyer Omar Amin came. He was arrested in May.", ["Omar Amin"]),
        (
            "Several ethnic Kazakhs incarcerated in Xinjiang are sick.",
            ["Several ethnic Kazakhs incarcerated in Xinjiang"],
        ),
        ("Aida Bekova's mother was taken to a camp.", ["mother of Aida Bekova"]),
        ("Omar Amin and Aida Bekova were convicted in May.", ["Omar Amin", "Aida Bekova"]),
    ],
)
def test_who_is_held(text: str, people: list[str]) -> None:
    """The subject of a passive, the object of an act, the noun before a participle."""
    assert held(text) == [people]


def test_a_second_verb_is_about_the_same_people() -> None:
    """As in: was arrested and sentenced."""
    assert held("Omar Amin was arrested in 2012 and sentenced to two years.") == [["Omar Amin"], ["Omar Amin"]]


@pytest.mark.parametrize(
    "text", ["The court held a hearing.", "As many as 2 million Uyghurs were detained.", "The door was locked."]
)
def test_things_and_multitudes_are_in_nobodys_custody(text: str) -> None:
    """Millions are a figure, not a person."""
    assert held(text) == []


def test_who_acts_is_known_apart() -> None:
    """By the agent of a passive."""
    text = "Omar Amin was sentenced by a field court to two years."
    (episode,) = told(text).episodes

    assert episode.actor is not None
    assert text[episode.actor.start : episode.actor.end] == "a field court"
