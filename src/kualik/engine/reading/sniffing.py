"""Find what a file is by its content. What whoever sent it calls it counts for little, its name for a hint."""

import io
import re
import zipfile
import zlib

from kualik.engine.reading.refusals import Refusal, Refused

__all__ = [
    "DOCX",
    "EML",
    "HTML",
    "IMAGES",
    "MHTML",
    "ODS",
    "PDF",
    "TABLES",
    "TELEGRAM",
    "TEXT",
    "WACZ",
    "WARC",
    "WHATSAPP",
    "XLS",
    "XLSX",
    "sniff",
]

TEXT, HTML, MHTML, PDF = "text/plain", "text/html", "multipart/related", "application/pdf"
TELEGRAM, WARC, WACZ, WHATSAPP = "application/json", "application/warc", "application/wacz", "application/zip"
CSV, TSV, EML = "text/csv", "text/tab-separated-values", "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLS = "application/vnd.ms-excel"
TABLES = frozenset({CSV, TSV, XLSX, ODS, XLS})
"""Tables of rows: without a mapping only their text is kept."""
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"BM": "image/bmp",
}
SOUND = "it is a recording: write down what is said, and add that with the recording's name."
FOREIGN = (  # first bytes, what it is, what to do
    (rb"\{\\rtf", "RTF", "Open it in a word processor, save it as DOCX, and add that."),
    (rb"ID3|OggS|fLaC|RIFF....WAVE|#!AMR|\xff[\xfb\xf3\xf2]", "a sound recording", SOUND),
    (rb"RIFF....AVI |\x1aE\xdf\xa3|....ftyp(?!hei|mif|avif)", "a video recording", SOUND),
    (rb"....ftyp(?:hei|mif|avif)", "a HEIC or AVIF picture", "Save it as JPEG or PNG, and add that."),
    (
        rb"SQLite format 3|MZ[\x00-\xff]\0|\x7fELF",
        "a program or a database",
        "Export what it holds as CSV, and add that.",
    ),
    (rb"<svg|<\?xml(?:(?!<html).)*<svg", "an SVG drawing", "Save it as PNG or PDF, and add that."),
)
GZIP = b"\x1f\x8b"
PACKED = rb"7z\xbc\xaf\x27\x1c|Rar!|\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 4096
PICTURED = re.compile(
    r"[^/]+\.(?:txt|jpe?g|png|webp|gif|mp4|3gp|mov|opus|ogg|m4a|mp3|aac|amr|pdf|vcf|docx?|xlsx?)", re.IGNORECASE
)
EXPORTED = re.compile(rb'"type"\s*:\s*"(?:\w+_(?:chat|group|supergroup|channel)|saved_messages|verification_codes)"')
MARKUP = re.compile(
    rb"<!doctype html|<html|<head\b|<body\b|<\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<html", re.IGNORECASE | re.DOTALL
)
ANY_TAG = re.compile(rb"<(?:p|div|br|h[1-6]|table|span|a)\b", re.IGNORECASE)
HEADER = re.compile(
    rb"^(from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type"
    rb"|x-[\w-]+|dkim-signature|reply-to|sender|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
MACHINE_HEADERS = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"}
LEAST_HEADERS = 2


def sniff(content: bytes, *, name: str) -> str:
    """Find the media type of a file.

    Args:
        content: its bytes.
        name: its name; the extension tells a table of values from prose with commas, no more.

    Returns:
        A media type that there is a reader for.

    Raises:
        Refused: it is empty, or of a type that is not read; the advice says what to do.
    """
    if not content:
        raise Refused(Refusal.EMPTY, detail="0 bytes")
    known = _marked(content) or _office(content)
    if known:
        return known
    _refuse_foreign(content)
    return _textual(content, name.lower())


def _marked(content: bytes) -> str | None:
    if _archived(content):
        return WARC
    if b"%PDF-" in content[:1024]:
        return PDF
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    found = next((kind for mark, kind in IMAGES.items() if content.startswith(mark)), None)
    if found == "image/bmp" and content[6:10] != b"\0\0\0\0":
        return None  # a text may begin with "BM"; in a picture four reserved bytes follow the size
    return found


def _archived(content: bytes) -> bool:
    """Know a web archive by its first record, packed or not."""
    if not content.startswith(GZIP):
        return content.startswith(b"WARC/")
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:HEAD], 8).startswith(b"WARC/")
    except zlib.error:
        return False


def _office(content: bytes) -> str | None:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(content)
    if content.startswith(OLE):
        return _compound(content)
    return None


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist()[:100_000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Refused(Refusal.DAMAGED, detail=f"a zip container that cannot be opened: {error}") from error
    for entry, kind in (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("xl/workbook.bin", XLSX)):
        if entry in names:
            return kind
    if b"application/vnd.oasis.opendocument.spreadsheet" in content[:200]:
        return ODS
    collection = _collection(names)
    if collection:
        return collection
    if "[Content_Types].xml" in names or b"application/vnd.oasis.opendocument" in content[:200]:
        raise Refused(Refusal.UNKNOWN_TYPE, detail="an office document", advice="Save it as PDF or DOCX, and add that.")
    raise Refused(Refusal.ARCHIVE, detail="zip")


def _collection(names: set[str]) -> str | None:
    """Know a web archive by its folder, and a chat by being the only text, of a known name, among pictures."""
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return WACZ
    texts = [name for name in names if name.endswith(".txt")]
    whole = (
        len(texts) == 1
        and ("whatsapp" in texts[0].lower() or texts == ["_chat.txt"])
        and all(PICTURED.fullmatch(name) for name in names)
    )
    return WHATSAPP if whole else None


def _compound(content: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise Refused(Refusal.ENCRYPTED, detail="an office document with a password")
    if holds("Workbook") or holds("Book"):
        return XLS
    what = "a message of Outlook" if holds("__substg1.0") else "an office document of before 2007"
    save = "EML" if holds("__substg1.0") else "DOCX or PDF"
    raise Refused(Refusal.UNKNOWN_TYPE, detail=what, advice=f"Save it as {save}, and add that.")


def _refuse_foreign(content: bytes) -> None:
    head = content[:HEAD]
    if re.match(PACKED, head, re.DOTALL) or content[257:262] == b"ustar":
        raise Refused(Refusal.ARCHIVE)
    for pattern, what, advice in FOREIGN:
        if re.match(pattern, head, re.DOTALL):
            raise Refused(Refusal.UNKNOWN_TYPE, detail=what, advice=advice)


def _textual(content: bytes, name: str) -> str:
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").lstrip()
    mail = _mail(head, name)
    if mail:
        return mail
    if head[:1] == b"{" and (EXPORTED.search(head) or (name.endswith("result.json") and b'"messages"' in content)):
        return TELEGRAM
    if MARKUP.search(head) and head[:1] == b"<":
        return HTML
    if name.endswith((".html", ".htm", ".xhtml")) and ANY_TAG.search(head):
        return HTML
    if head.startswith(b"<?xml"):
        raise Refused(Refusal.UNKNOWN_TYPE, detail="XML", advice="Export it as text or CSV, and add that.")
    if name.endswith(".csv"):
        return CSV
    return TSV if name.endswith((".tsv", ".tab")) else TEXT


def _mail(head: bytes, name: str) -> str | None:
    """Know an e-mail, or a page saved in one file, by headers that only machines write."""
    headers = {found.lower() for found in HEADER.findall(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0])}
    if not HEADER.match(head) or len(headers) < LEAST_HEADERS:
        return None
    if b"snapshot-content-location" in headers or (b"multipart/related" in head and b"to" not in headers):
        return MHTML
    return EML if headers & MACHINE_HEADERS or name.endswith(".eml") else None
