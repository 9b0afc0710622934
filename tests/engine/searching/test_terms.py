"""A text becomes terms in their places; sections overlap, so that nothing that stands side by side is cut."""

from kualik.engine.searching import ask, bag, holds, sections
from kualik.engine.searching.terms import OVERLAP, SECTION, stems, tokens


def test_places_are_code_points_of_the_text() -> None:
    """Marks and capitals do not move them."""
    text = "Он был осуждён: 再教育营, K-000123."

    assert [text[one.start : one.end] for one in tokens(text)][:3] == ["Он", "был", "осуждён"]
    assert [one.word for one in tokens(text)][3:] == ["再教", "教育", "育营", "营", "k", "000123"]


def test_stems_are_those_of_the_document_and_of_the_letters() -> None:
    """A word with a letter of Kazakh is Kazakh in a Russian text too; a number has no stem."""
    assert {one[1] for one in stems("лагере", "ru")} == {"r"}
    assert {one[1] for one in stems("түрмеде", "ru")} == {"k"}
    assert {one[1] for one in stems("лагере")} == {"r", "k"}
    assert {one[1] for one in stems("prison")} == {"e", "k", "u"}
    assert {one[1] for one in stems("prison", "en")} == {"e"}
    assert stems("2018") == frozenset()


def test_a_long_text_is_cut_into_sections_that_overlap() -> None:
    """The last words of one are the first of the next, and together they cover all of it."""
    text = " ".join(f"word{number}" for number in range(2500))
    found = list(sections(text, language="en"))

    assert len(found) == 3
    assert found[0].words[-OVERLAP:] == found[1].words[:OVERLAP]
    assert len(found[0].words) == SECTION
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_a_text_without_words_has_one_section() -> None:
    """So that its document is found by its title."""
    (only,) = sections("… —")

    assert (only.words, only.start, only.end) == ((), 0, 0)


def test_a_question_in_latin_letters_finds_the_kazakh_of_other_alphabets() -> None:
    """Its language nobody knows: it is asked for in all that are written so."""
    assert holds(ask("türme"), "Ол түрмеде отыр", language="kk")
    assert holds(ask("turme"), "ول تۇرمەدە وتىر", language="kk-Arab")


def test_a_bag_holds_words_and_stems() -> None:
    """Of Chinese the pairs."""
    assert bag("Prisons 监狱", "en") == {"prisons", "‡eprison", "监狱", "狱"}
