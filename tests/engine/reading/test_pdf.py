"""Tests of reading PDF."""

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Limits, Refusal, Refused, read
from tests.engine.reading.conftest import Install
from tests.engine.reading.samples import encrypted_pdf, many_paged_pdf, pdf


def read_one(content: bytes, limits: Limits | None = None) -> Document:
    """Read a PDF."""
    (document,) = read(content, name="report.pdf", limits=limits or Limits())
    return document


def words(document: Document) -> list[str]:
    """Give the words in boxes."""
    return [document.text[box.start : box.end] for page in document.pages for box in page.boxes]


def test_pages_and_words_have_their_places() -> None:
    """Each page is a stretch of the text, each word has its box on the page."""
    document = read_one(pdf("The teacher was taken\nin May 2018.", "She is 51 years old."))

    assert document.text == "The teacher was taken\nin May 2018.\nShe is 51 years old."
    assert [document.text[page.start : page.end] for page in document.pages] == [
        "The teacher was taken\nin May 2018.",
        "She is 51 years old.",
    ]
    assert words(document) == document.text.split()
    assert (document.pages[0].width, document.pages[0].height) == (612, 792)


def test_a_box_is_measured_from_the_top_left() -> None:
    """The first word stands at 72 points from the left, and its line 92 points from the top."""
    first, second = read_one(pdf("Teacher taken")).pages[0].boxes

    assert first.left == pytest.approx(72, abs=2)
    assert first.bottom == pytest.approx(92, abs=3)
    assert first.top == pytest.approx(83, abs=3)
    assert first.left < first.right < second.left < second.right


@pytest.mark.parametrize(
    ("turn", "left", "top", "width"), [(0, 72, 83, 612), (90, 700, 72, 792), (180, 468, 700, 612), (270, 83, 468, 792)]
)
def test_a_turned_page_is_measured_as_it_is_shown(turn: int, left: float, top: float, width: float) -> None:
    """Scanners turn pages; the box is where the reader sees the word."""
    page = read_one(pdf("Teacher taken", turn=turn)).pages[0]
    box = page.boxes[0]

    assert page.width == width
    assert min(box.left, box.right) == box.left
    assert min(box.top, box.bottom) == box.top
    assert box.left == pytest.approx(left, abs=70)
    assert box.top == pytest.approx(top, abs=70)
    assert box.right <= page.width
    assert box.bottom <= page.height


def test_a_word_divided_at_the_end_of_a_line_stays_one() -> None:
    """The hyphen is kept, as it is on the page, and the word has one box."""
    document = read_one(pdf("They were inter-\nnational guests"))

    assert "inter-national" in document.text
    assert "inter-national" in words(document)


@pytest.mark.parametrize(
    ("info", "title"),
    [("/Title(Case of a teacher)", "Case of a teacher"), ("/Title(Microsoft Word - x.doc)", "Report"), ("", "Report")],
)
def test_the_title_is_the_one_that_a_person_gave(info: str, title: str) -> None:
    """The name of the file that it was made from is none; then the first line is."""
    assert read_one(pdf("Report\nThe teacher was taken.", info=info)).title == title


def test_scripts_inside_are_said() -> None:
    """They are not run, and the reader is warned."""
    assert "scripts" in read_one(pdf("x yz", info="/JavaScript(x)")).warnings[0]
    assert read_one(pdf("x yz")).warnings == ()


def test_a_password_is_never_tried() -> None:
    """An encrypted PDF is refused as that."""
    with pytest.raises(Refused) as refused:
        read_one(encrypted_pdf())

    assert refused.value.reason is Refusal.ENCRYPTED


def test_a_pdf_of_11000_pages_is_refused() -> None:
    """Pages are counted before they are read."""
    with pytest.raises(Refused, match="11,000") as refused:
        read_one(many_paged_pdf(11_000))

    assert refused.value.reason is Refusal.TOO_MANY_PAGES


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", pdf("x yz")[:200], b"%PDF-" + bytes(2000)])
def test_a_broken_pdf_is_refused(content: bytes) -> None:
    """What pdfium cannot open is damaged."""
    with pytest.raises(Refused) as refused:
        read_one(content)

    assert refused.value.reason is Refusal.DAMAGED


def test_too_much_text_is_refused_with_the_page() -> None:
    """Reading stops at the page that passes the limit."""
    with pytest.raises(Refused, match="page 2: too much text"):
        read_one(pdf("0123456789", "0123456789", "0123456789"), Limits(characters=15))


@pytest.mark.usefixtures("without_tesseract")
def test_a_scan_without_tesseract_is_refused() -> None:
    """A PDF of pictures needs Tesseract; one page of pictures is only said."""
    with pytest.raises(Refused) as refused:
        read_one(pdf("", ""))
    assert refused.value.reason is Refusal.OCR_NOT_INSTALLED

    document = read_one(pdf("The first page", "", "The third page"))
    assert document.text == "The first page\n\nThe third page"
    assert document.warnings == ("pages 2 not read: no text layer, and Tesseract is not installed",)


def test_pages_without_a_text_layer_are_recognised(install_tesseract: Install) -> None:
    """Recognised words stand among the others, each on its page, with its box in points."""
    install_tesseract((1, 1, "Sara", 96), (1, 1, "Nur", 30))

    document = read_one(pdf("The first page", ""))

    assert document.text == "The first page\nSara Nur"
    assert words(document) == document.text.split()
    assert document.warnings[0] == "pages 2 recognised from pictures"
    assert document.pages[1].boxes[0].left == pytest.approx(100 * 72 / (3000 / 792 * 72), rel=0.1)


def test_there_is_an_end_to_recognising(install_tesseract: Install) -> None:
    """Pages beyond what there is time for are named, not lost without a word."""
    install_tesseract((1, 1, "word", 96))

    document = read_one(pdf("", "", ""), Limits(ocr_pages=2))

    assert document.text == "word\nword\n"
    assert any(warning.startswith("pages 3 not read") for warning in document.warnings)
