"""Tests of looking at zip containers before they are unpacked."""

import io
import re
import struct
import warnings
import zipfile

import pytest

from kualik.engine.reading.archive import holds, open_safely, read_entry
from kualik.engine.reading.limits import MIB, STANDARD, Limits
from kualik.engine.reading.refusals import Refusal, Refused
from tests.engine.reading.samples import packed


def refusal(content: bytes, limits: Limits = STANDARD) -> Refused:
    """Give the refusal of a container."""
    with pytest.raises(Refused) as refused:
        open_safely(content, limits=limits)
    return refused.value


def overlapping(count: int) -> bytes:
    """Make a container in which many entries of the directory point at the same bytes (CVE-2024-0450)."""
    one = packed({"a": bytes(100_000)})
    at = one.index(b"PK\x01\x02")
    entry = one[at : one.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, at, 0)
    return one[:at] + entry * count + end


def test_an_honest_container_opens() -> None:
    """What office programs write is read."""
    content = packed({"word/document.xml": "<x/>" * 1000, "empty": ""})

    with open_safely(content, limits=STANDARD) as container:
        assert read_entry(container, "word/document.xml") == b"<x/>" * 1000


def test_a_bomb_is_refused() -> None:
    """10 MiB of zeros in 10 KiB are no document."""
    assert refusal(packed({"a": bytes(10 * MIB)})).reason is Refusal.UNSAFE_ARCHIVE


def test_entries_that_overlap_are_refused() -> None:
    """The standard library of Python 3.11.7 and older reads them; we do not."""
    with warnings.catch_warnings(action="ignore"):
        found = refusal(overlapping(5), Limits(archive_ratio=10_000))

    assert (found.reason, found.detail) == (Refusal.UNSAFE_ARCHIVE, "entries overlap")


def test_too_many_entries_are_refused() -> None:
    """A directory can be a bomb by itself."""
    assert "2,001 entries" in refusal(packed({str(number): "" for number in range(2001)})).detail


def test_too_much_declared_is_refused() -> None:
    """The sum of what is declared counts, before anything is unpacked."""
    content = packed({"a": b"x" * 2 * MIB, "b": b"y" * 2 * MIB}, method=zipfile.ZIP_STORED)

    assert "declares 4 MiB" in refusal(content, Limits(archive_bytes=3 * MIB)).detail


@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "/etc/passwd", "C:/evil", "..\\evil"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    """No entry is outside its container."""
    assert refusal(packed({name: "x"})).detail == "a name that leads outside"


def test_a_link_is_refused() -> None:
    """A symbolic link is a name that leads outside too."""
    written = io.BytesIO()
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(written, "w") as container:
        container.writestr(link, "/etc/passwd")

    assert refusal(written.getvalue()).reason is Refusal.UNSAFE_ARCHIVE


def test_an_encrypted_entry_is_refused() -> None:
    """Passwords are never tried."""
    content = bytearray(packed({"a": "x"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1

    assert refusal(bytes(content)).reason is Refusal.ENCRYPTED


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_broken_container_is_refused(cut: int) -> None:
    """A container that was cut off is damaged."""
    assert refusal(packed({"a": "x" * 100})[:cut]).reason is Refusal.DAMAGED


def test_a_broken_entry_is_refused_with_its_name() -> None:
    """The directory may be whole and the entry not."""
    content = bytearray(packed({"word/document.xml": bytes(range(256)) * 20}))
    content[60:80] = b"\xff" * 20

    with open_safely(bytes(content), limits=STANDARD) as container:
        with pytest.raises(Refused, match=r"word/document\.xml: damaged"):
            read_entry(container, "word/document.xml")
        with pytest.raises(Refused, match="missing"):
            read_entry(container, "other.xml")
        with pytest.raises(Refused, match="damaged"):
            holds(container, "word/document.xml", re.compile(b"never"))


@pytest.mark.parametrize("at", [0, MIB - 3, MIB, 2 * MIB - 1])
def test_a_mark_is_found_wherever_it_stands(at: int) -> None:
    """Unpacking in pieces cuts no mark in two."""
    content = packed({"a": bytes(at) + b"needle" + bytes(MIB)}, method=zipfile.ZIP_STORED)

    with open_safely(content, limits=STANDARD) as container:
        assert holds(container, "a", re.compile(b"needle"))
        assert not holds(container, "a", re.compile(b"thread"))
