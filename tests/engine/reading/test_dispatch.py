"""Tests of reading a file of any kind in this process."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading import Limits, Options, Refusal, Refused, read
from kualik.engine.reading.dispatch import MODULES, check_size, load_readers
from tests.engine.reading.samples import ENGLISH, docx, letter, packed, page, paragraph, pdf, xlsx


def test_a_document_is_known_by_its_bytes() -> None:
    """Its id is the digest of the original, whatever was read from it."""
    content = ENGLISH.encode()

    (document,) = read(content, name="a.txt")

    assert document.id == "sha256:" + sha256(content).hexdigest()
    assert (document.media_type, document.language, document.publisher) == ("text/plain", "en", None)


@pytest.mark.parametrize(
    "content",
    [pdf("The teacher"), docx(paragraph("The teacher")), page("<p>x y z</p>").encode(), letter("x").as_bytes(), b"x y"],
)
def test_what_the_person_says_is_taken(content: bytes) -> None:
    """Publisher, day and language given by hand go before what was found, in every format."""
    options = Options(publisher="Dala Wire", published="2021-03-04", language="kk-Cyrl")

    (document,) = read(content, name="x", options=options)

    assert (document.publisher, document.published, document.language) == ("Dala Wire", "2021-03-04", "kk-Cyrl")


def test_a_refusal_names_the_file() -> None:
    """So that it can be found among a thousand."""
    with pytest.raises(Refused, match=r"^list\.zip: archive"):
        read(packed({"a": "x"}), name="list.zip")


def test_a_file_that_is_too_large_is_refused() -> None:
    """The limit is in bytes, and the same before and after reading."""
    with pytest.raises(Refused) as refused:
        read(b"x" * 11, name="x.txt", limits=Limits(file_bytes=10))
    assert refused.value.reason is Refusal.TOO_LARGE

    check_size(10, limits=Limits(file_bytes=10))


def test_characters_that_cannot_be_kept_are_marked_in_their_places() -> None:
    """A NUL cannot be stored; it is shown, counted, and moves nothing."""
    (document,) = read(b"one\0two", name="x.txt", options=Options(encoding="utf-8"))

    assert document.text == "one\ufffdtwo"
    assert "1 characters" in document.warnings[-1]


def test_a_title_is_one_line() -> None:
    """Whatever the file says, a title fits where titles stand."""
    (document,) = read(letter("x", Subject="word " * 300).as_bytes(), name="x.eml")

    assert document.title is not None
    assert len(document.title) <= 500


def test_every_reader_can_be_loaded() -> None:
    """Each media type has a module that reads it."""
    load_readers()
    assert len(set(MODULES.values())) == 11


SAMPLES = [
    pdf("The teacher", "taken"),
    docx(paragraph("x") * 9),
    xlsx({"One": [["a", 1], ["=1+1"]]}),
    letter(ENGLISH).as_bytes(),
]


@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_damaged_files_are_read_or_refused(content: bytes, changes: list[tuple[float, int]], keep: float) -> None:
    """Bytes changed or cut off anywhere end in documents or a refusal, never in another error."""
    damaged = bytearray(content)
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    try:
        found = read(bytes(damaged[: int(keep * len(damaged))]), name="x")
    except Refused:
        return
    for document in found:
        for one in document.pages:
            assert 0 <= one.start <= one.end <= len(document.text)
