"""Quotations."""

from kualik.engine.extracting.kazakh.page import read_page


def quoted(text: str, *, title: bool = False) -> list[str]:
    """Give what is quoted, or what is only named, between marks."""
    page = read_page(text)
    return [
        text[page.tokens[one.first].start : page.tokens[one.last - 1].end] for one in page.quotes if one.title is title
    ]


def test_speech_is_told_from_the_name_of_a_paper() -> None:
    """A title stands before a noun for a paper or a society."""
    text = "«Жеті қыр» газеті: «Ол үйде», – деді Асан."
    assert quoted(text) == ["«Ол үйде»"]
    assert quoted(text, title=True) == ["«Жеті қыр»"]


def test_a_dialogue_goes_on_behind_said_so_and_so() -> None:
    """Both halves are speech, what lies between is not."""
    text = "– Біз күттік, – деді Асан. – Ешкім келмеді."
    assert quoted(text) == ["– Біз күттік,", "– Ешкім келмеді."]


def test_marks_a_hundred_deep_are_read() -> None:
    """Nesting costs no more than its length."""
    assert read_page("«" * 100 + "а" + "»" * 100).frames
