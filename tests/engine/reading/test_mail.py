"""Tests of reading e-mails and saved pages."""

import pytest

from kualik.engine.reading import Refusal, Refused, read
from tests.engine.reading.samples import ENGLISH, KAZAKH, RUSSIAN, docx, letter, packed, page, paragraph, pdf

HEADERS = {
    "From": "Sara Nur <sara@example.invalid>",
    "To": "desk@example.invalid",
    "Date": "Thu, 04 Mar 2021 23:30:00 +0600",
    "Subject": "Ағам туралы",
}


def test_headers_stand_above_the_body() -> None:
    """Who wrote when about what is part of the document, and the day is the sender's."""
    (document,) = read(letter(KAZAKH, **HEADERS).as_bytes(), name="letter.eml")

    assert document.text == (
        "From: Sara Nur <sara@example.invalid>\nTo: desk@example.invalid\n"
        f"Date: Thu, 04 Mar 2021 23:30:00 +0600\nSubject: Ағам туралы\n\n{KAZAKH}\n"
    )
    assert (document.title, document.published, document.publisher) == ("Ағам туралы", "2021-03-04", "Sara Nur")


def test_a_body_in_html_is_read_as_a_page() -> None:
    """Where there is no plain text, the page's text is read."""
    message = letter("", **HEADERS)
    message.set_content(f"<html><body><p>{ENGLISH}</p></body></html>", subtype="html")

    assert ENGLISH in read(message.as_bytes(), name="letter.eml")[0].text


def test_plain_text_goes_before_html() -> None:
    """Of two versions of the same body the plain one is read, once."""
    message = letter("the plain one", **HEADERS)
    message.add_alternative("<p>the other one</p>", subtype="html")

    (document,) = read(message.as_bytes(), name="letter.eml")

    assert "the plain one" in document.text
    assert "the other one" not in document.text


@pytest.mark.parametrize("said", ["windows-1251", "utf-8", "no-such-charset"])
def test_a_wrong_charset_is_found_out(said: str) -> None:
    """What the header says is believed only as far as it decodes."""
    head = f"From: a@b.invalid\r\nMessage-ID: <1>\r\nContent-Type: text/plain; charset={said}\r\n\r\n"

    (document,) = read(head.encode() + RUSSIAN.encode("windows-1251"), name="letter.eml")

    assert RUSSIAN in document.text


def test_attachments_are_documents_of_their_own() -> None:
    """What is attached and can be read follows; what cannot is said."""
    message = letter("see below", **HEADERS)
    word = docx(paragraph("Қамаудағылар тізімі"))
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="list.docx")
    message.add_attachment(b"ID3\x04\0\0", maintype="audio", subtype="mpeg", filename="voice.mp3")
    message.add_attachment(pdf("Second"), maintype="application", subtype="pdf", filename="b.pdf")

    first, second, third = read(message.as_bytes(), name="letter.eml")

    assert (second.text, third.text) == ("Қамаудағылар тізімі", "Second")
    assert [second.id, third.id] == [f"{first.id}#2", f"{first.id}#3"]
    assert third.media_type == "application/pdf"
    assert any("voice.mp3 not read" in warning for warning in first.warnings)


def test_letters_in_letters_are_opened_two_deep() -> None:
    """A forwarded letter is read, and one inside that; then a warning says that there is more."""
    inner = letter("the innermost")
    for words in ("the third", "the second", "the first"):
        outer = letter(words, **HEADERS)
        outer.add_attachment(inner)
        inner = outer

    found = read(inner.as_bytes(), name="letter.eml")

    assert [document.text.split("\n\n", 1)[1].strip() for document in found] == ["the first", "the second", "the third"]
    assert any("too deep" in warning for warning in found[2].warnings)


def test_an_archive_in_a_letter_does_not_hide_the_letter() -> None:
    """A refusal inside is a warning outside."""
    message = letter("see below", **HEADERS)
    message.add_attachment(packed({"a": "x"}), maintype="application", subtype="zip", filename="all.zip")

    (document,) = read(message.as_bytes(), name="letter.eml")

    assert "Unpack it first" in document.warnings[0]


@pytest.mark.parametrize(
    "header",
    [
        "Date: the day after",
        "From: \xff\xfe <<<>>",
        "Content-Type: multipart/mixed",
        "Subject: =?utf-8?b?!!?=",
        "To: ,,,;",
    ],
)
def test_a_malformed_header_keeps_nothing_from_being_read(header: str) -> None:
    """Letters are written by many programs, some of them broken."""
    content = f"Message-ID: <1>\r\nMIME-Version: 1.0\r\nFrom: Sara <s@x.invalid>\r\n{header}\r\n\r\nHe was taken."

    assert "MIME" not in read(content.encode("latin-1"), name="letter.eml")[0].text


def test_a_saved_page_is_a_page() -> None:
    """What a browser saves in one file is read as the page that it shows."""
    article = page(f"<p>{ENGLISH}</p><p>{ENGLISH.replace('sister', 'mother')}</p>")
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.invalid/\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{article}\r\n--b--\r\n"
    )

    (document,) = read(content.encode(), name="page.mhtml")

    assert ENGLISH in document.text
    assert "From:" not in document.text


def test_a_saved_page_without_a_page_is_refused() -> None:
    """Pictures alone are no page."""
    content = b"From: x\r\nSnapshot-Content-Location: y\r\nContent-Type: image/png\r\n\r\nx"

    with pytest.raises(Refused) as refused:
        read(content, name="page.mhtml")

    assert refused.value.reason is Refusal.NO_TEXT
