"""Tests of reading web archives. All people are invented."""

import gzip

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Limits, Refusal, Refused, read
from tests.engine.reading.samples import ENGLISH, answer, packed, page, record

OTHER = ENGLISH.replace("teacher", "farmer")


def capture(text: str, *, at: int = 1) -> bytes:
    """Make the record of a page."""
    return record(answer(page(f"<p>{text}</p><p>{text.replace('sister', 'mother')}</p>").encode()), at=at)


def read_all(content: bytes, limits: Limits | None = None) -> tuple[Document, ...]:
    """Read an archive."""
    return read(content, name="a.warc.gz", limits=limits or Limits())


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_every_page_is_a_document_with_its_address(pack: type[bytes]) -> None:
    """Pictures are left out, and so is a page that was captured again without a change."""
    picture = record(answer(b"GIF89a").replace(b"text/html", b"image/gif"))
    records = [capture(ENGLISH), picture, capture(ENGLISH), capture(OTHER, at=2)]

    first, second = read_all(b"".join(map(pack, records)))

    assert (ENGLISH in first.text, OTHER in second.text) == (True, True)
    assert (first.media_type, second.id) == ("application/warc", f"{first.id}#2")
    assert second.warnings[0] == "from https://dala.invalid/2, captured 2021-03-04T10:00:00Z"


def test_a_wacz_holds_archives() -> None:
    """What stands beside them in the container is made from them."""
    entries: dict[str, str | bytes] = {
        "datapackage.json": "{}",
        "archive/data.warc.gz": gzip.compress(capture(ENGLISH)),
        "pages/pages.jsonl": "",
    }
    (document,) = read(packed(entries), name="a.wacz")

    assert ENGLISH in document.text
    assert document.media_type == "application/wacz"


def test_there_is_an_end_to_the_pages() -> None:
    """A warning says where reading ended, and which page could not be read."""
    strange = record(answer(b"\x1b\x03", "Content-Encoding: br"), at=9)
    archive = strange + capture(ENGLISH) + capture(OTHER, at=2)

    assert any("/9 not read: unknown type" in warning for warning in read_all(archive)[-1].warnings)
    (only,) = read_all(archive, Limits(parts=1))
    assert any("/2 not read: 1 pages are read at a time" in warning for warning in only.warnings)


def test_an_archive_without_a_page_is_refused() -> None:
    """There is nothing to be read."""
    with pytest.raises(Refused) as refused:
        read_all(record(b"software: x", kind="warcinfo"))

    assert refused.value.reason is Refusal.NO_TEXT


def test_too_much_text_is_refused_with_the_page() -> None:
    """Reading stops at the page that passes the limit."""
    with pytest.raises(Refused, match="too much text"):
        read_all(capture(ENGLISH) + capture(OTHER, at=2), Limits(characters=300))
