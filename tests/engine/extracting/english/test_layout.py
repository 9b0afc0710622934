"""Paragraphs, headings, datelines and sentences before parsing."""

import pytest

from kualik.engine.extracting.english.layout import cut, find_dateline, find_paragraphs, is_heading
from kualik.engine.extracting.spans import Span


def sentences(text: str) -> list[str]:
    """Cut one paragraph."""
    return [text[one.start : one.end] for one in cut(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left. She stayed.", 2),
        ("Dr. Omarov left at 5 p.m. on Monday.", 1),
        ("J. Smith met A. V. Petrov.", 1),
        ("The U.S. State Department met them.", 1),
        ("He lives in the U.S. She does not.", 2),
        ('"He left." She stayed.', 2),
        ('"Why?" he asked.', 1),
        ("He left... and came back.", 1),
        ("3. He left.", 1),
        ("He came in May. The court met.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    """Not at abbreviations and initials."""
    assert len(sentences(text)) == count


def test_a_text_without_a_full_stop_is_cut_at_blanks() -> None:
    """So that no sentence is endless."""
    found = sentences("word " * 1000)
    assert max(map(len, found)) <= 900
    assert " ".join(found).split() == ["word"] * 1000


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("ALMATY (Steppe Wire) -- He left.", "Almaty", "Steppe Wire"),
        ("ALMATY, Kazakhstan, Feb 8 -- He left.", "Almaty", None),
        ("BEIJING -- He left.", "Beijing", None),
        ("(Steppe Wire) - He left.", None, "Steppe Wire"),
    ],
)
def test_a_dateline_tells_where_and_by_whom(text: str, place: str | None, agency: str | None) -> None:
    """And where the story begins."""
    found = find_dateline(text, Span(start=0, end=len(text)))
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, "He left.")


@pytest.mark.parametrize("text", ["He left the town.", "Q: Why did he leave?", "Aliya Bekova - a teacher - left."])
def test_a_plain_sentence_has_no_dateline(text: str) -> None:
    """Whatever dashes it has."""
    assert find_dateline(text, Span(start=0, end=len(text))) is None


def test_wrapped_lines_are_one_paragraph() -> None:
    """A blank line parts them then."""
    line = "word " * 14
    text = "\n".join([line.strip()] * 6) + "\n\n" + "\n".join([line.strip()] * 6)
    assert len(list(find_paragraphs(text))) == 2
    assert len(list(find_paragraphs("One line.\nAnother line."))) == 2


def test_a_heading_is_short_and_has_no_end() -> None:
    """The first line, or one in title case."""
    assert is_heading("Men Held After Rally", first=True, only=False, last=False)
    assert is_heading("What Happened Then", first=False, only=False, last=False)
    assert not is_heading("He left.", first=False, only=False, last=False)
    assert not is_heading("Men Held After Rally", first=True, only=True, last=False)
