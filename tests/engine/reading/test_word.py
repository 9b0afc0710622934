"""Tests of reading DOCX."""

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Refusal, Refused, read
from tests.engine.reading.samples import KAZAKH, WORD, docx, packed, paragraph


def read_one(content: bytes) -> Document:
    """Read a DOCX."""
    (document,) = read(content, name="report.docx")
    return document


def run(text: str) -> str:
    """Make a run of text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_come_out_in_their_order() -> None:
    """One line for each, in any alphabet; the first is the title."""
    document = read_one(docx(paragraph("Қамаудағылар") + paragraph("") + paragraph(KAZAKH)))

    assert document.text == f"Қамаудағылар\n\n{KAZAKH}"
    assert (document.title, document.language) == ("Қамаудағылар", "kk-Cyrl")


def test_a_table_stands_where_it_stands() -> None:
    """A row is a line, its cells divided by tabs; a cell of two paragraphs stays one cell."""
    cells = f"<w:tc>{paragraph('Sara')}{paragraph('Nur')}</w:tc><w:tc>{paragraph('51')}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:sdt><w:sdtContent><w:tr>{cells}</w:tr></w:sdtContent></w:sdt></w:tbl>"

    document = read_one(docx(paragraph("Before") + table + paragraph("After")))

    assert document.text == "Before\nSara Nur\t51\nSara Nur\t51\nAfter"


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    """What was struck out is not the text; that there were changes is."""
    struck = f"<w:del>{run('not ')}<w:r><w:delText>not </w:delText></w:r></w:del>"

    document = read_one(docx(f"<w:p>{run('He was ')}{struck}<w:ins>{run('taken')}</w:ins></w:p>"))

    assert document.text == "He was taken"
    assert any("tracked changes" in warning for warning in document.warnings)


def test_marks_inside_a_line_are_kept() -> None:
    """Tabs, line breaks and hyphens are characters."""
    body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"

    assert read_one(docx(body)).text == "a\tb\nc-d"


def test_a_text_box_is_read_once() -> None:
    """Word writes it twice, for old programs; the second copy is left out."""
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    twice = f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"

    assert read_one(docx(f"<w:p>{run('a')}<w:r>{twice}</w:r></w:p>")).text.count("in the box") == 1


def test_notes_follow_the_text() -> None:
    """Footnotes are part of what is said; the line above them is not."""
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator">{paragraph("----")}</w:footnote>'
        f"<w:footnote>{paragraph('Told by his wife')}</w:footnote></w:footnotes>"
    )

    assert read_one(docx(paragraph("Text"), word__footnotes_xml=notes)).text == "Text"
    document = read_one(
        packed({"[Content_Types].xml": "", "word/document.xml": body("Text"), "word/footnotes.xml": notes})
    )
    assert document.text == "Text\nTold by his wife"


def body(text: str) -> str:
    """Make the XML of a document."""
    return f'<w:document xmlns:w="{WORD}"><w:body>{paragraph(text)}</w:body></w:document>'


def test_what_was_not_read_is_said() -> None:
    """Macros, pictures and files inside are warnings."""
    entries = {"[Content_Types].xml": "", "word/document.xml": body("x")}
    more = {"word/vbaProject.bin": "x", "word/media/image1.png": "x", "word/embeddings/a.xlsx": "x"}

    warnings = " ".join(read_one(packed(entries | more)).warnings)

    assert "macros" in warnings
    assert "pictures" in warnings
    assert "files inside" in warnings


@pytest.mark.parametrize("content", ["", "<w:document", f'<w:document xmlns:w="{WORD}"><w:body></w:document>', "\0\1"])
def test_a_broken_document_is_refused(content: str) -> None:
    """Broken XML is damage, with the part's name."""
    with pytest.raises(Refused) as refused:
        read_one(packed({"word/document.xml": content}))

    assert refused.value.reason is Refusal.DAMAGED
    assert refused.value.where == "word/document.xml"


def test_entities_are_refused() -> None:
    """A billion laughs, or a file of ours quoted back at us: no document declares entities."""
    bomb = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{body("&a;")}'

    with pytest.raises(Refused) as refused:
        read_one(packed({"word/document.xml": bomb}))

    assert refused.value.reason is Refusal.UNSAFE_ARCHIVE


def test_a_document_of_pictures_has_no_text() -> None:
    """It is refused with a hint at why."""
    with pytest.raises(Refused, match="made of pictures"):
        read_one(docx("<w:p/>"))


def test_nesting_without_end_is_damage() -> None:
    """Elements in elements in elements are no document."""
    with pytest.raises(Refused) as refused:
        read_one(docx("<w:x>" * 5000 + "</w:x>" * 5000))

    assert refused.value.reason is Refusal.DAMAGED
