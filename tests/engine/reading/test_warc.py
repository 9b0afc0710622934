"""Tests of taking web archives apart."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading import Limits, Refusal, Refused
from kualik.engine.reading.warc import captured, unpacked
from tests.engine.reading.samples import answer, record

LIMITS = Limits()


def contents(archive: bytes, limits: Limits = LIMITS) -> list[bytes]:
    """Give the bytes of every answer."""
    return [one.content for one in captured(archive, limits=limits)]


def test_an_answer_comes_out_with_address_moment_and_type() -> None:
    """What stands before it, the request and what describes the archive, is passed over."""
    archive = record(b"software: x\r\n", kind="warcinfo") + record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
    (found,) = captured(archive + record(answer(b"<p>x")), limits=LIMITS)

    assert (found.address, found.moment) == ("https://dala.invalid/1", "2021-03-04T10:00:00Z")
    assert (found.media_type, found.content, found.coding) == ("text/html", b"<p>x", "")


def test_a_resource_is_its_own_content() -> None:
    """A record without a server's headers."""
    (found,) = captured(record(b"<p>x", kind="resource", media_type="text/html; charset=utf-8"), limits=LIMITS)

    assert (found.media_type, found.content) == ("text/html", b"<p>x")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<p>x", mtime=0)),
        ("Content-Encoding: deflate", zlib.compress(b"<p>x")),
        ("Content-Encoding: deflate", zlib.compress(b"<p>x")[2:-4]),
        ("Content-Encoding: gzip", b"<p>x"),
        ("Transfer-Encoding: chunked", b"2\r\n<p\r\n2;a=b\r\n>x\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", b"<p>x"),
    ],
)
def test_what_a_server_packed_is_unpacked(headers: str, body: bytes) -> None:
    """Also where the archiver undid it, and left the header."""
    assert contents(record(answer(body, headers))) == [b"<p>x"]


def test_other_packings_are_named() -> None:
    """Brotli is not undone here."""
    (found,) = captured(record(answer(b"\x1b\x03", "Content-Encoding: br")), limits=LIMITS)

    assert found.coding == "br"


def test_failures_and_cut_off_records_give_nothing() -> None:
    """What was not found is no page; what breaks off ends the archive."""
    good = record(answer(b"<p>x"))
    missing = record(answer(b"<p>gone").replace(b"200 OK", b"404 Not Found"))

    assert contents(missing + good + b"WARC/1.0\r\nContent-Length: many\r\n\r\n" + good) == [b"<p>x"]
    assert contents(good, Limits(archive_records=0)) == []


def test_each_record_may_be_packed_by_itself() -> None:
    """Members of a gzip file follow each other."""
    packed = gzip.compress(b"one ") + gzip.compress(b"two")

    assert unpacked(packed, limits=LIMITS) == b"one two"
    assert unpacked(packed[:-4], limits=LIMITS) == b"one two"
    assert unpacked(b"plain", limits=LIMITS) == b"plain"


def test_what_unpacks_too_far_is_refused() -> None:
    """A bomb is not opened to its end."""
    with pytest.raises(Refused) as refused:
        unpacked(gzip.compress(bytes(20 << 20)), limits=LIMITS)
    assert refused.value.reason is Refusal.UNSAFE_ARCHIVE

    with pytest.raises(Refused, match="gzip") as damaged:
        unpacked(b"\x1f\x8b" + bytes(40), limits=LIMITS)
    assert damaged.value.reason is Refusal.DAMAGED


@given(st.binary(max_size=60), st.integers(0, 400))
def test_any_archive_comes_to_an_end(noise: bytes, cut: int) -> None:
    """Whatever stands in it."""
    whole = record(answer(b"<p>x", "Transfer-Encoding: chunked")) * 2

    assert len(contents(whole[:cut] + noise + whole[cut:])) <= 4
