"""One document read through."""

from kualik.engine.extracting.story import published_in, read_story
from kualik.engine.extracting.tokens import split
from tests.engine.extracting.samples import document, told


def test_a_standfirst_that_the_text_repeats_is_read_once() -> None:
    """Under the title."""
    line = "Police did not allow the women to get close to the consulate on March 4."
    story = told(f"Women Gather Again\n\n{line}\n\nALMATY -- Women gathered again on Monday.\n\n{line}")

    assert [one.heading for one in story.text.sentences] == [True, True, False, False]


def test_the_day_of_publication_may_stand_in_the_text() -> None:
    """In the dateline or a line of its own, with its year."""
    assert published_in(split("Bulletin\n15 June 2021\n\nThe entries were collected in May.")) == "2021-06-15"
    assert published_in(split("Title Of It\nALMATY, May 3 -- They came.")) is None


def test_testimony_is_its_tellers() -> None:
    """The words "I" is the one whose testimony it is."""
    story = read_story(document("Testimony of Samal Turarqyzy, recorded in Oral.\n\nMy brother was arrested in 2018."))

    assert story.voices.base == ("publisher", "Samal Turarqyzy")
    assert [story.people.all[key].label for key in story.episodes[0].people] == ["brother of Samal Turarqyzy"]


def test_an_answer_is_said_by_the_one_interviewed() -> None:
    """And what is asked is not."""
    text = (
        "Ma Xiaolan, 46, is a trader.\n\nQ: Were you held?\n\nA: I was held for a year.\n\nQ: Where?\n\nA: In a camp."
    )
    story = told(text)

    assert [said.label for said in story.said] == ["Ma Xiaolan", "Ma Xiaolan"]
