"""Files that the tests read, made here so that nothing binary is kept in the repository. All people are invented."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import xlsxwriter
from PIL import Image

ENGLISH = "The sister of the teacher said that he was taken from his home and that she has not seen him since."
RUSSIAN = "Родственники задержанных сказали, что не видели их с прошлого года и что полиция не отвечает на письма."
KAZAKH = "Қамаудағы адамдардың туыстары олардың былтырдан бері хабарсыз екенін және жауап болмағанын айтты."
KAZAKH_ARABIC = "قاماۋداعى ادامداردىڭ تۋىستارى ولاردىڭ بىلتىردان بەرى حابارسىز ەكەنىن ٴبىلدىردى."
UYGHUR = "تۇتقۇن قىلىنغانلارنىڭ ئائىلىسى ئۇلارنىڭ بۇلتۇردىن بېرى خەۋەرسىز ئىكەنلىكىنى ئېيتتى."
CHINESE = "被拘留者的家属说，他们从去年起就没有见过他，警察也没有回答他们的问题。"
TRADITIONAL_CHINESE = "被拘留者的家屬說，他們從去年起就沒有見過他，警察也沒有回答他們的問題。"

PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"


def pdf(*pages: str, info: str = "", encrypt: str = "", turn: int = 0) -> bytes:
    """Make a PDF with one line of ASCII text for each line of each page."""
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, page in enumerate(pages):
        lines = "".join(f"({line}) Tj 0 -20 Td " for line in page.splitlines())
        stream = f"BT /F1 12 Tf 72 700 Td {lines}ET"
        objects += [
            f"{PAGE}/Resources<</Font<</F1 3 0 R>>>>/Rotate {turn}/Contents {first + 2 * number + 1} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    objects.append(f"<<{info}>>")
    return _pdf(objects, trailer=f"/Info {len(objects)} 0 R{encrypt}")


def placed_pdf(*words: tuple[float, float, str]) -> bytes:
    """Make a PDF of one page, with each text at its place: points from the left, points from the foot, ASCII."""
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in words)
    stream = f"BT /F1 10 Tf {shown} ET"
    page = f"{PAGE}/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[4 0 R]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        page,
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    ]
    return _pdf(objects, trailer="")


def _pdf(objects: Sequence[str], *, trailer: str) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    start = len(written)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF"
    return written + end.encode("latin-1")


def encrypted_pdf() -> bytes:
    """Make a PDF that wants a password: the check values fit no password that is easily guessed."""
    secret = "<" + "5a" * 32 + ">"
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O{secret}/U{secret}/P -4>>/ID[<00><00>]"
    return pdf("secret", encrypt=lock)


def many_paged_pdf(count: int) -> bytes:
    """Make a PDF in which one page is shown again and again."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{'3 0 R ' * count}]>>",
        f"{PAGE}>>",
    ]
    return _pdf(objects, trailer="")


def packed(entries: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a zip container."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return written.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **more: str | bytes) -> bytes:
    """Make a DOCX around the body's XML; more entries by name, "__" for "/"."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    entries: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    return packed(entries | {name.replace("__", "/"): content for name, content in more.items()})


def paragraph(text: str) -> str:
    """Make a paragraph of a DOCX."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: str = "") -> bytes:
    """Make a workbook; a cell that begins with "=" is a formula whose stored value is 42."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, str) and value.startswith("="):
                        sheet.write_formula(number, column, value, value=42)
                    else:
                        sheet.write(number, column, value)
            if name == hidden:
                sheet.hide()
    return written.getvalue()


def letter(body: str, **headers: str) -> EmailMessage:
    """Make an e-mail; headers by name, "_" for "-"."""
    message = EmailMessage()
    for name, value in {"Message_ID": "<1@example.invalid>", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def page(article: str, *, head: str = "") -> str:
    """Make a web page with an article among what surrounds one."""
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/x'>More</a></nav>"
        f"<article><h1>Teacher Still Missing</h1>{article}</article><footer>All rights reserved</footer></body></html>"
    )


def picture(width: int = 40, height: int = 20, kind: str = "PNG", *, dpi: int = 0) -> bytes:
    """Make a white picture."""
    written = io.BytesIO()
    more = {"dpi": (dpi, dpi)} if dpi else {}
    Image.new("1", (width, height), 1).save(written, format=kind, **more)
    return written.getvalue()


def record(block: bytes, *, kind: str = "response", at: int = 1, media_type: str = "application/http") -> bytes:
    """Make a record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://dala.invalid/{at}\r\n"
        f"WARC-Date: 2021-03-04T10:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, headers: str = "X: y") -> bytes:
    """Make what a server answers."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n\r\n".encode() + body
