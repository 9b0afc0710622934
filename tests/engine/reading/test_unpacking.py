"""Files taken out of what holds them."""

import pytest

from kualik.engine.reading import Limits, Refusal, Refused
from kualik.engine.reading.unpacking import MAILBOX, ZIP, may_hold, unpack
from tests.engine.reading.samples import letter, packed


def test_files_of_a_zip_folder_come_out_and_litter_stays() -> None:
    """In their order."""
    found = unpack(packed({"a/b.txt": "x", "__MACOSX/a": "y", "a/.DS_Store": "z", "c.txt": "w"}), name="a.zip")

    assert found
    assert (found.media_type, found.readable) == (ZIP, False)
    assert [(one.name, one.content) for one in found.enclosures] == [("a/b.txt", b"x"), ("c.txt", b"w")]


def test_letters_of_a_mailbox_come_out_as_they_were_sent() -> None:
    """A line that was quoted because it begins with From is itself again."""
    first, second = b"Subject: 1\n\nwords\n>From here on\n\n", b"Subject: 2\n\nmore\n"
    box = b"From a Thu Mar  4 23:30:00 2021\n" + first + b"From b Fri Mar  5 01:00:00 2021\n" + second
    found = unpack(box, name="box")

    assert found
    assert found.media_type == MAILBOX
    assert [one.content for one in found.enclosures] == [
        b"Subject: 1\n\nwords\nFrom here on\n\n",
        b"Subject: 2\n\nmore\n",
    ]


def test_a_letter_without_attachments_is_one_thing() -> None:
    """As is a text, a picture, or what cannot be read at all."""
    plain = letter("words", From="a@example.invalid", Date="Thu, 04 Mar 2021 23:30:00 +0600", Subject="x")
    assert unpack(plain.as_bytes(), name="a.eml") is None
    assert unpack(b"words", name="a.txt") is None
    assert unpack(b"\x00\x01", name="a.bin") is None


def test_what_holds_too_much_is_refused() -> None:
    """With the reason of the archive's own guard."""
    with pytest.raises(Refused) as caught:
        unpack(packed({"a.txt": "x", "b.txt": "y"}), name="a.zip", limits=Limits(archive_entries=1))

    assert caught.value.reason is Refusal.UNSAFE_ARCHIVE


@pytest.mark.parametrize(
    ("head", "holds"), [(b"PK\x03\x04", True), (b"From a", True), (b"Subject: x", True), (b"%PDF-1.4", False)]
)
def test_the_first_bytes_say_whether_to_look_further(head: bytes, holds: bool) -> None:  # noqa: FBT001 (a case of the test)
    """So that a large file is not taken into memory for nothing."""
    assert may_hold(head) is holds
