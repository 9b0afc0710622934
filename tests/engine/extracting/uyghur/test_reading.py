"""The reader of whole texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.uyghur.reading import read_uyghur
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Document
from tests.engine.extracting.uyghur.samples import documents, read

STORY = "گۈلنار ھەمدۇل ئاكىسى ئابلىز ھەمدۇلنىڭ 2018-يىلى لاگېرغا سولانغانلىقىنى ئېيتتى."


def shape(notes: Notes) -> list[tuple[str, ...]]:
    """Say what is noted, without words and places."""
    return sorted(
        [("held", one.state) for one in notes.held]
        + [("said", one.stance.value) for one in notes.sayings]
        + [("kin", one.relation) for one in notes.ties]
    )


def test_a_sentence_becomes_notes() -> None:
    """A saying, a tie and a state of custody."""
    assert shape(read(STORY)) == [("held", "camp"), ("kin", "brother"), ("said", "asserts")]


def test_other_names_give_the_same_claims() -> None:
    """Nothing hangs on who it is."""
    other = STORY.replace("گۈلنار", "رەيھانگۈل").replace("ئابلىز", "ياسىن").replace("ھەمدۇل", "قاسىم")
    assert shape(read(other)) == shape(read(STORY))


def test_another_script_gives_the_same_claims() -> None:
    """Latin letters, and Cyrillic ones."""
    latin = "Gülnar Hemdul akisi Abliz Hemdulning 2018-yili lagérgha solan'ghanliqini éytti."
    cyrillic = "Гүлнар Һәмдул акиси Аблиз Һәмдулниң 2018-жили лагерға соланғанлиқини ейтти."
    assert shape(read(latin)) == shape(read(cyrillic)) == shape(read(STORY))


def test_a_sentence_that_has_nothing_to_do_with_it_changes_nothing() -> None:
    """The weather, behind."""
    assert shape(read(STORY + " بۈگۈن ھاۋا ئوچۇق.")) == shape(read(STORY))


def test_claims_stand_where_they_say_in_every_document() -> None:
    """Each is a stretch of the text as kept."""
    for document in documents():
        reading = write(document, read_uyghur(document), method="uyghur-rules/1")
        assert reading.claims
        assert all(document.text[one.start : one.end] == one.quote for one in reading.claims)


@given(st.text(alphabet="ئۇنىڭدېتىلغاكە «»:.،-\n\u200f\u202b12", max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Letters, marks and directions in any order."""
    document = Document(id="x", media_type="text/plain", text=text, language="ug")
    reading = write(document, read_uyghur(document), method="uyghur-rules/1")
    assert all(text[one.start : one.end] == one.quote for one in reading.claims)


@pytest.mark.parametrize("text", ["", "«" * 5000, "ا" * 100_000, "日本語のテキスト。", "1 " * 5000, "قال الرئيس شيئا."])
def test_what_is_no_report_gives_no_custody(text: str) -> None:
    """Nothing, marks alone, one endless word, other languages."""
    assert read(text).held == []
