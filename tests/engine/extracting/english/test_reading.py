"""The reader of English as a whole."""

import pytest

from kualik.engine.extracting.english.reading import read_english
from tests.engine.extracting.samples import document

TEXT = """Mother Protests In Almaty

ALMATY, Feb 8 -- Aliya Bekova, 61, whose two sons were sentenced to 15 and 12 years in 2018, protested on Monday.
"My sons did nothing," she told Steppe Wire. At least 1,500 Kazakhs are held, rights groups say."""


def test_a_report_is_noted_down() -> None:
    """People, kin, figures, sayings, the publisher."""
    notes = read_english(document(TEXT))
    assert notes.publisher == "Steppe Wire"
    person = next(one for one in notes.parties if one.name == "Aliya Bekova")
    assert person.age is not None
    assert person.age[0] == 61
    assert any(one.relation == "son" and one.relative == person.key for one in notes.ties)
    assert [one.value for one in notes.figures] == [1500]
    assert any(one.speaker == person.key for one in notes.sayings)
    assert notes.held


def test_every_span_lies_in_the_text() -> None:
    """Whatever is noted."""
    notes = read_english(document(TEXT))
    spans = [
        one.span for kind in (notes.sayings, notes.held, notes.ties, notes.happenings, notes.figures) for one in kind
    ]
    assert spans
    assert all(0 <= one.start < one.end <= len(TEXT) for one in spans)


@pytest.mark.parametrize(
    "text", ["", ".", "«", "a" * 3000, '"' * 200, "مرحبا بالعالم", "日本語のテキスト。", "his her their"]
)
def test_any_text_is_read(text: str) -> None:
    """And nothing is invented."""
    notes = read_english(document(text))
    assert not notes.held
    assert not notes.figures
