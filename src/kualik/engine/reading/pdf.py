"""Read PDF: the text layer with the place of each word; pages without one are recognised as pictures."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from kualik.engine.facts import WordBox
from kualik.engine.reading.layout import in_order
from kualik.engine.reading.pages import Sheet, paginate
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.picture import DOUBTFUL, as_png
from kualik.engine.reading.recognising import can_recognise, recognise
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["open_book", "parts"]

READER = "pdfium 1"
WORD = re.compile(r"\S+")
HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line
POINTS = 72
OCR_DPI = 300
LEAST_LETTERS = 3  # fewer on a page of a scan are a stamp or a page number, not its text
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")
PRODUCT_NAME = re.compile(r"^(?:Microsoft Word - |untitled|Document\d*$)|\.(?:docx?|pdf|indd|xlsx?)$", re.IGNORECASE)


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read all pages in their order."""
    with closing(open_book(content)) as book:
        if len(book) > job.limits.pages:
            raise Refused(Refusal.TOO_MANY_PAGES, detail=f"{len(book):,}, not over {job.limits.pages:,}")
        sheets = _sheets(book, job)
        sheets, warnings = _recognise_empty(book, sheets, job)
        title = book.get_metadata_value("Title").replace("\0", "").strip()
    text, pages = paginate(sheets)
    if ACTIVE.search(content):
        warnings = (*warnings, "it has scripts, files or actions inside; they were not run or opened")
    if not title or PRODUCT_NAME.search(title):
        title = first_line(text) or ""
    yield Part(text=text, reader=READER, title=title or None, pages=pages, warnings=warnings)


def open_book(content: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF.

    Raises:
        Refused: it has a password, or is damaged.
    """
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise Refused(Refusal.ENCRYPTED, detail="a PDF with a password") from error
        raise Refused(Refusal.DAMAGED, detail=f"PDF: {error}") from error


def _sheets(book: pypdfium2.PdfDocument, job: Job) -> list[Sheet]:
    sheets: list[Sheet] = []
    size = 0
    for number in range(len(book)):
        try:
            with closing(book[number]) as page:
                sheets.append(_sheet(page))
        except pypdfium2.PdfiumError as error:
            raise Refused(Refusal.DAMAGED, detail=f"PDF: {error}", where=f"page {number + 1}") from error
        size += len(sheets[-1].text)
        check_characters(size, limits=job.limits, where=f"page {number + 1}")
    return sheets


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    with closing(page.get_textpage()) as layer:
        raw = layer.get_text_range(errors="replace")  # one for one, so that the boxes stay on their words
        boxes = tuple(_boxes(layer, raw, page))
    sheet = Sheet(text=raw.replace("\r\n", "\n").replace(HYPHEN, "-"), boxes=boxes, width=width, height=height)
    return in_order(sheet)


def _boxes(layer: pypdfium2.PdfTextPage, raw: str, page: pypdfium2.PdfPage) -> Iterator[WordBox]:
    """Find the box of each word, by its first and last letter.

    pdfium counts UTF-16 code units and writes a line break as two of them; the text has code points
    and one line feed.
    """
    corners = _Corners(layer, same_count=layer.count_chars() == len(raw) and max(raw, default="") <= "\uffff")
    turn, crop = page.get_rotation(), page.get_cropbox()
    behind = ahead = 0  # how many characters the text is shorter, and pdfium's count is longer, up to here
    seen = 0
    for found in WORD.finditer(raw):
        behind += raw.count("\r\n", seen, found.start())
        first = found.start() + ahead
        ahead += sum(letter > "\uffff" for letter in found[0])
        seen = found.end()
        box = corners.of(first, found.end() + ahead - 1)
        if box:
            left, top, right, bottom = _upright(box, turn, crop)
            start = found.start() - behind
            yield WordBox(start=start, end=start + len(found[0]), left=left, top=top, right=right, bottom=bottom)


Box = tuple[float, float, float, float]


class _Corners:
    """Ask pdfium for the box around two letters, without allocating for each."""

    __slots__ = ("_first", "_last", "_layer", "_same_count")

    def __init__(self, layer: pypdfium2.PdfTextPage, *, same_count: bool) -> None:
        self._layer = layer
        self._same_count = same_count  # of letters on the page and in its text: then they need not be matched
        self._first = tuple(ctypes.c_double() for _ in range(4))
        self._last = tuple(ctypes.c_double() for _ in range(4))

    def of(self, first: int, last: int) -> Box | None:
        """Join the boxes of two letters: left, bottom, right, top, from the bottom left of the page."""
        if not (self._ask(first, self._first) and self._ask(last, self._last)):
            return None
        left, right, bottom, top = (one.value for one in self._first)
        other_left, other_right, other_bottom, other_top = (one.value for one in self._last)
        return min(left, other_left), min(bottom, other_bottom), max(right, other_right), max(top, other_top)

    def _ask(self, index: int, sides: tuple[ctypes.c_double, ...]) -> bool:
        at = index if self._same_count else pdfium.FPDFText_GetCharIndexFromTextIndex(self._layer, index)
        return at >= 0 and bool(pdfium.FPDFText_GetCharBox(self._layer, at, *sides))


def _upright(box: Box, turn: int, crop: Box) -> Box:
    """Measure a box from the top left of the page as it is shown: left, top, right, bottom."""
    left, bottom, right, top = box
    west, south, east, north = crop
    if turn == 90:
        return bottom - south, left - west, top - south, right - west
    if turn == 180:
        return east - right, bottom - south, east - left, top - south
    if turn == 270:
        return north - top, east - right, north - bottom, east - left
    return left - west, north - top, right - west, north - bottom


def _recognise_empty(book: pypdfium2.PdfDocument, sheets: list[Sheet], job: Job) -> tuple[list[Sheet], tuple[str, ...]]:
    """Recognise the pages that are pictures, as many as there is time for."""
    empty = [number for number, sheet in enumerate(sheets) if len("".join(sheet.text.split())) < LEAST_LETTERS]
    if not empty:
        return sheets, ()
    if not can_recognise():
        if len(empty) == len(sheets):
            raise Refused(Refusal.OCR_NOT_INSTALLED, detail="a PDF without a text layer, as scanners make")
        return sheets, (f"{_pages(empty)} not read: no text layer, and Tesseract is not installed",)
    done, left = empty[: job.limits.ocr_pages], empty[job.limits.ocr_pages :]
    sheets, warnings = list(sheets), []
    for number in done:
        sheets[number], doubtful = _recognise(book, number, job)
        warnings += [f"page {number + 1}: {DOUBTFUL}"] if doubtful else []
    if left:
        warnings.append(f"{_pages(left)} not read: {job.limits.ocr_pages} are recognised at a time; split the file")
    if not any(sheet.text.strip() for sheet in sheets):
        raise Refused(Refusal.NO_TEXT, detail="no letters were recognised")
    return sheets, (f"{_pages(done)} recognised from pictures", *warnings)


def _pages(numbers: list[int]) -> str:
    shown = ", ".join(str(number + 1) for number in numbers[:10])
    return f"pages {shown}{' and more' if len(numbers) > 10 else ''}"


def _recognise(book: pypdfium2.PdfDocument, number: int, job: Job) -> tuple[Sheet, bool]:
    with closing(book[number]) as page:
        width, height = page.get_size()
        scale = min(OCR_DPI / POINTS, job.limits.rendered_side / max(width, height, 1.0))
        image = page.render(scale=scale, grayscale=True).to_pil()
    found = recognise(as_png(image), dpi=scale * POINTS, language=job.options.language, limits=job.limits)
    return Sheet(text=found.text, boxes=found.boxes, width=width, height=height), found.doubtful
