"""Tests of finding encodings."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading.encodings import decode
from kualik.engine.reading.refusals import Refusal, Refused
from tests.engine.reading.samples import CHINESE, ENGLISH, KAZAKH, RUSSIAN, TRADITIONAL_CHINESE, UYGHUR

TURKISH = "Ailesi, iki yıldır görmediği oğullarının bırakılmasını istiyor ve bu konuda polis daha açıklama yapmadı."
UKRAINIAN = "Родина затриманої вчительки сказала, що її брата також забрали, а поліція відмовилася пояснити це їм."
SERBIAN = "Породица ухапшене учитељице је рекла да полиција није желела да објасни зашто је њен брат још у затвору."


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_comes_out_exactly(text: str) -> None:
    """What is UTF-8 is decoded as that, and no character is changed, whatever it is."""
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, KAZAKH, UYGHUR, CHINESE])
def test_a_byte_order_mark_is_believed_and_left_out(text: str, encoding: str) -> None:
    """A mark says the encoding; it is no part of the text."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, KAZAKH, UYGHUR, CHINESE, RUSSIAN])
def test_utf16_is_known_without_a_mark(text: str, encoding: str) -> None:
    """Half of the bytes of UTF-16 tell their order."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso-8859-5"),
        (RUSSIAN, "mac-cyrillic"),
        (UKRAINIAN, "windows-1251"),
        (SERBIAN, "windows-1251"),
        (KAZAKH, "kz1048"),
        (RUSSIAN + " Қайрат Әбілұлы", "kz1048"),
        (CHINESE, "gb18030"),
        (TRADITIONAL_CHINESE, "big5"),
        (TURKISH, "windows-1254"),
        ("“He’s my son” — she said; that’s all the café’s owner knew.", "windows-1252"),
    ],
)
def test_the_letters_tell_the_encoding(text: str, encoding: str) -> None:
    """A text in an older encoding comes out as it was, and a warning says what was supposed."""
    found = decode(text.encode(encoding))

    assert found.text == text
    assert "found by its letters" in found.warnings[0]


@pytest.mark.parametrize("text", ["Қазақ", "Ұлы", "Ғани"])
def test_a_few_letters_are_not_enough(text: str) -> None:
    """One Kazakh word could be a Ukrainian or Macedonian one; the refusal names both encodings."""
    with pytest.raises(Refused) as refused:
        decode(text.encode("kz1048"))

    assert refused.value.reason is Refusal.UNSURE_ENCODING
    assert "windows-1251" in refused.value.detail
    assert "kz1048" in refused.value.detail


def test_a_person_may_say_the_encoding() -> None:
    """What is unsure is decoded as told."""
    assert decode("Қазақ".encode("kz1048"), forced="kz1048").text == "Қазақ"


def test_an_encoding_nobody_knows_is_refused() -> None:
    """A misspelt name is said to be one."""
    with pytest.raises(Refused, match="there is no encoding 'kz-9999'"):
        decode(b"text", forced="kz-9999")


def test_damaged_utf8_is_refused_with_its_place() -> None:
    """One bad byte in UTF-8 makes it no other encoding: it is refused, with where it is."""
    content = KAZAKH.encode() + b"\xd0 " + KAZAKH.encode()

    with pytest.raises(Refused) as refused:
        decode(content)

    assert refused.value.reason is Refusal.UNSURE_ENCODING
    assert refused.value.where == f"byte {len(KAZAKH.encode())}"


def test_nothing_is_replaced_silently() -> None:
    """Told that damaged UTF-8 is UTF-8, we show each gap and count them."""
    found = decode(b"a \xd0 b \xff c", forced="utf-8")

    assert found.text == "a \ufffd b \ufffd c"
    assert found.warnings == ("2 characters could not be decoded as utf-8; each is shown as \ufffd",)


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\0" * 4000, b"\x01\x02\x03" * 100])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """Bytes that are not writing in any encoding are of an unknown type."""
    with pytest.raises(Refused) as refused:
        decode(content)

    assert refused.value.reason is Refusal.UNKNOWN_TYPE


def test_a_stray_nul_does_not_make_a_text_something_else() -> None:
    """One bad byte in a long text is kept for whoever reads on to mark."""
    assert decode((RUSSIAN * 2).encode() + b"\0").text == RUSSIAN * 2 + "\0"


def test_damaged_chinese_is_refused_as_that() -> None:
    """It is no other type of file, only no whole text; the refusal says that it may be damaged."""
    content = bytearray((CHINESE * 3).encode("gb18030"))
    content[50:60:3] = b"\xff" * 4

    with pytest.raises(Refused, match="may be damaged") as refused:
        decode(bytes(content))

    assert refused.value.reason is Refusal.UNSURE_ENCODING


def test_noise_is_never_taken_for_text() -> None:
    """Chance makes no writing."""
    with pytest.raises(Refused):
        decode(os.urandom(4096))


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    """There is no third way, and no character is replaced without being told to."""
    try:
        found = decode(content)
    except Refused:
        return
    assert "\ufffd" not in found.text or b"\xef\xbf\xbd" in content or found.encoding != "utf-8"
