"""A hit shows its words marked in their passage, in places that are those of the document."""

import pytest

from kualik.cases.findings.asking import Search
from kualik.cases.findings.search import results
from kualik.cases.findings.snippets import Piece, pieces
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def test_pieces_are_the_text_cut_at_its_marks() -> None:
    """Together they are the stretch again."""
    assert pieces("a camp here", [(2, 6)]) == (
        Piece("a ", marked=False),
        Piece("camp", marked=True),
        Piece(" here", marked=False),
    )
    assert "".join(one.text for one in pieces("a camp here", [(2, 6)], start=1, end=8)) == " camp h"


def test_the_place_of_a_hit_is_that_of_the_document_in_a_later_section_too() -> None:
    """However far from the beginning."""
    story = Story("Letter\n" + "слово " * 2100 + "в лагере был холод").propose()

    (hit,) = results(viewer=keeper(), search=Search(words="лагерь холод"), limit=5).documents

    assert story.text[hit.start : hit.end] == "лагере"
    assert [one.text for one in hit.quote if one.marked] == ["лагере", "холод"]


def test_a_claim_shows_its_value_and_its_voices_marked() -> None:
    """Whichever answers."""
    story = Story("Bolat is a teacher, said Dana Serik.")
    story.say(story.person("Bolat"), "occupation", "teacher", voice=("Dana Serik",))
    story.propose()

    (by_value,) = results(viewer=keeper(), search=Search(words="teachers"), limit=5).claims
    (by_voice,) = results(viewer=keeper(), search=Search(words="serik"), limit=5).claims

    assert by_value.value == (Piece("teacher", marked=True),)
    assert Piece("Serik", marked=True) in by_voice.voice
