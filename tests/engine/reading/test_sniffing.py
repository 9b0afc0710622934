"""Tests of finding what a file is."""

import pytest

from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.sniffing import CSV, DOCX, EML, HTML, MHTML, ODS, PDF, TEXT, TSV, XLS, XLSX, sniff
from tests.engine.reading.samples import docx, packed, page, paragraph, pdf, picture, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODS_ENTRIES = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf("x"), PDF),
        (b"\n junk before \n" + pdf("x"), PDF),
        (docx(paragraph("x")), DOCX),
        (xlsx({"One": [["x"]]}), XLSX),
        (packed(ODS_ENTRIES, method=0), ODS),
        (OLE + "Workbook".encode("utf-16-le"), XLS),
        (page("<p>x</p>").encode(), HTML),
        (b"\xef\xbb\xbf<!-- saved -->\n<HTML><body>x", HTML),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'.encode("utf-16"), HTML),
        (b"From: a@b.invalid\r\nTo: c@d.invalid\r\nMessage-ID: <1>\r\n\r\nHello", EML),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.invalid\r\nMIME-Version: 1.0\r\n\r\n", MHTML),
        (picture(kind="PNG"), "image/png"),
        (picture(kind="JPEG"), "image/jpeg"),
        (picture(kind="TIFF"), "image/tiff"),
        (picture(kind="GIF"), "image/gif"),
        (picture(kind="BMP"), "image/bmp"),
        (picture(kind="WEBP"), "image/webp"),
        (b"BMW stood before the house.", TEXT),
        (b"a, b, and c", TEXT),
        (b"From: the mother\nTo: the committee\n\nA letter.", TEXT),
        ("Қамауда".encode("utf-16"), TEXT),
    ],
)
def test_the_content_tells_the_type(content: bytes, kind: str) -> None:
    """Whatever the name, the content decides."""
    assert sniff(content, name="file.bin") == kind


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"a,b\n1,2", "list.CSV", CSV),
        (b"a\tb\n1\t2", "list.tsv", TSV),
        (b"<p>one</p><p>two</p>", "part.html", HTML),
        (b"From: a@b.invalid\nSubject: x\n\nHello", "letter.eml", EML),
        (b"no tags", "part.html", TEXT),
    ],
)
def test_the_name_helps_where_the_content_could_be_either(content: bytes, name: str, kind: str) -> None:
    """Prose with commas and a table look alike; the name tells which is meant."""
    assert sniff(content, name=name) == kind


def test_a_false_name_changes_nothing() -> None:
    """A PDF that is called a table is a PDF."""
    assert sniff(pdf("x"), name="list.csv") == PDF


@pytest.mark.parametrize(
    ("content", "reason", "says"),
    [
        (b"", Refusal.EMPTY, "0 bytes"),
        (packed({"a.txt": "x"}), Refusal.ARCHIVE, "Unpack it first"),
        (b"Rar!\x1a\x07\x00", Refusal.ARCHIVE, "Unpack it first"),
        (b"\x1f\x8b\x08", Refusal.ARCHIVE, "Unpack it first"),
        (b"PK\x03\x04 cut off", Refusal.DAMAGED, "cannot be opened"),
        (b"{\\rtf1\\ansi hello}", Refusal.UNKNOWN_TYPE, "save it as DOCX"),
        (OLE + "WordDocument".encode("utf-16-le"), Refusal.UNKNOWN_TYPE, "DOCX or PDF"),
        (OLE + "__substg1.0".encode("utf-16-le"), Refusal.UNKNOWN_TYPE, "EML"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED, "without a password"),
        (packed({"[Content_Types].xml": "", "ppt/x.xml": ""}), Refusal.UNKNOWN_TYPE, "PDF or DOCX"),
        (b"ID3\x04\0\0\0", Refusal.UNKNOWN_TYPE, "write down what is said"),
        (b"\0\0\0\x18ftypmp42", Refusal.UNKNOWN_TYPE, "write down what is said"),
        (b"\0\0\0\x18ftypheic", Refusal.UNKNOWN_TYPE, "JPEG"),
        (b"\x7fELF\2\1\1", Refusal.UNKNOWN_TYPE, "a program"),
        (b"<svg xmlns='x'><script/></svg>", Refusal.UNKNOWN_TYPE, "SVG"),
        (b"<?xml version='1.0'?><list/>", Refusal.UNKNOWN_TYPE, "XML"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_do(content: bytes, reason: Refusal, says: str) -> None:
    """Every refusal names a type and a way out."""
    with pytest.raises(Refused) as refused:
        sniff(content, name="x.txt")

    assert refused.value.reason is reason
    assert says in str(refused.value)
