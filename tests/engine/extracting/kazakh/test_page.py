"""Paragraphs and sentences."""

from kualik.engine.extracting.kazakh.page import read_page


def test_a_quotation_is_one_piece_of_its_sentence_and_has_sentences_of_its_own() -> None:
    """Its inside follows as frames of its own."""
    page = read_page("«Біз келдік. Олар жоқ», – деді Асан.")
    assert [frame.quote for frame in page.frames] == [-1, 0, 0]
    assert page.frames[0].tokens[0].quote == 0


def test_the_first_line_without_a_full_stop_is_a_heading() -> None:
    """Headings are no source of facts."""
    page = read_page("Үш адам оралды\nҮшеуі де үйінде.")
    assert [frame.heading for frame in page.frames] == [True, False]


def test_a_text_without_a_full_stop_is_cut() -> None:
    """No sentence is longer than its limit."""
    page = read_page("сөз " * 5000)
    assert max(len(frame.tokens) for frame in page.frames) <= 120
