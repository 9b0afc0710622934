"""Words are found in names, titles and texts, as far as the viewer may see them."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings.search import find
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db


def test_a_name_in_one_alphabet_finds_the_person_of_another() -> None:
    """And says by which spelling."""
    story = Story("Relatives rally again\nKhalida Serikbai fainted near the consulate.")
    story.person("Khalida Serikbai")
    story.propose()

    found = find(viewer=keeper(), words="Халида Серикбай")

    assert [row.label for row in found.people] == ["Khalida Serikbai"]
    assert "Khalida Serikbai" in " ".join(reason.b for reason in found.people[0].why)
    assert (found.documents, found.passages) == ((), ())


@pytest.mark.parametrize("words", ["FAINTED", "consulate near"])
def test_a_passage_says_exactly_where_the_first_word_stands(words: str) -> None:
    """The offsets are those of the document's text, whatever the case."""
    story = Story("Relatives rally again\nKhalida Serikbai fainted near the consulate.").propose()

    (passage,) = find(viewer=keeper(), words=words).passages

    assert story.text[passage.start : passage.end].lower() in words.lower()
    assert story.text[passage.start : passage.end] in passage.quote
    assert passage.document == story.document.pk


def test_cyrillic_capitals_do_not_matter() -> None:
    """ӘЛІ finds Әлі, on either database."""
    Story("Хабар\nӘлі Қайратұлы қамалды.", told=Told(publisher="Дала", language="kk")).propose()

    assert len(find(viewer=keeper(), words="ӘЛІ ҚАЙРАТҰЛЫ").passages) == 1


def test_a_title_is_found() -> None:
    """Among documents, with the reason."""
    Story("Relatives rally again\nText.").propose()

    (title,) = find(viewer=keeper(), words="rally").documents

    assert (title.title, title.why) == ("Relatives rally again", "the title says so")


def test_nothing_sealed_is_found_by_a_reader_and_no_words_find_nothing() -> None:
    """Not even that it is there."""
    told = Told(publisher="P", language="en", level=Sensitivity.SEALED)
    Story("Sealed title\nKhalida Serikbai fainted.", told=told).propose()
    found = find(viewer=worker("reader", Role.READER), words="Sealed Khalida")

    assert (found.people, found.documents, found.passages) == ((), (), ())
    assert find(viewer=keeper(), words="  ").passages == ()
