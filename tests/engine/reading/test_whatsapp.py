"""Tests of reading chats exported from WhatsApp. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Document
from kualik.engine.reading import read
from kualik.engine.reading.whatsapp import chat


def read_one(text: str, name: str = "_chat.txt") -> Document:
    """Read a chat."""
    (document,) = read(text.encode(), name=name)
    return document


def said(document: Document) -> list[tuple[str, str]]:
    """Give who says what."""
    return [(one.speaker, document.text[one.start : one.end]) for one in document.spoken]


@pytest.mark.parametrize(
    ("first", "second", "when"),
    [
        ("13/03/21, 14:05 - ", "14/03/21, 09:00 - ", "2021-03-13 14:05"),
        ("3/13/21, 2:05 PM - ", "3/14/21, 9:00 AM - ", "2021-03-13 14:05"),
        ("3/13/21, 12:05\u202fAM - ", "3/14/21, 9:00\u202fAM - ", "2021-03-13 00:05"),
        ("13.03.2021, 14:05 - ", "14.03.2021, 09:00 - ", "2021-03-13 14:05"),
        ("13.03.21 14:05 - ", "14.03.21 09:00 - ", "2021-03-13 14:05"),
        ("2021/3/13 下午2:05 - ", "2021/3/14 上午9:00 - ", "2021-03-13 14:05"),
        ("2021-03-13, 14:05 - ", "2021-03-14, 09:00 - ", "2021-03-13 14:05"),
        ("[13.03.2021, 14:05:33] ", "[14.03.2021, 09:00:00] ", "2021-03-13 14:05"),
        ("\u200e[13/03/2021, 14:05:33] ", "[14/03/2021, 09:00:00] ", "2021-03-13 14:05"),
        ("[2021/3/13 下午2:05:33] ", "[2021/3/14 上午9:00:00] ", "2021-03-13 14:05"),
        ("[13.03.2021 г., 14:05:33] ", "[14.03.2021 г., 09:00:00] ", "2021-03-13 14:05"),
        ("13/3/21 2:05 p. m. - ", "14/3/21 9:00 a. m. - ", "2021-03-13 14:05"),
    ],
)
def test_the_date_forms_of_phones_are_read(first: str, second: str, when: str) -> None:
    """Android and iOS, in the forms of Kazakhstan, China, Russia, Britain and the United States."""
    document = read_one(f"{first}Сара Нұр: Ағамды алып кетті.\n{second}Aman: When?\n")

    assert said(document) == [("Сара Нұр", "Ағамды алып кетті."), ("Aman", "When?")]
    assert document.text.startswith(f"Сара Нұр ({when}):\n\n")
    assert document.reader == "WhatsApp 1"


def test_a_date_that_could_be_two_stays_as_it_stands() -> None:
    """Day and month are not guessed; the next day cannot come before the last."""
    unsure = read_one("03/04/21, 10:00 - Aman: one\n05/06/21, 10:00 - Aman: two\n")
    ordered = read_one("28/02/21, 10:00 - Aman: one\n03/04/21, 10:00 - Aman: two\n")

    assert "Aman (03/04/21 10:00):\n\none" in unsure.text
    assert "Aman (2021-04-03 10:00):\n\ntwo" in ordered.text


def test_a_chat_of_one_day_was_written_on_that_day() -> None:
    """So "yesterday" has a day; in a longer chat it has none."""
    assert read_one("13.03.21, 10:00 - Aman: one\n13.03.21, 11:00 - Aman: two").published == "2021-03-13"
    assert read_one("13.03.21, 10:00 - Aman: one\n14.03.21, 11:00 - Aman: two").published is None


def test_a_message_of_several_lines_is_one() -> None:
    """What follows without a date goes on with the message before."""
    document = read_one("13.03.21, 10:00 - Aman: one\n\ntwo: three\n13.03.21, 11:00 - Sara: four")

    assert said(document) == [("Aman", "one\n\ntwo: three"), ("Sara", "four")]


@pytest.mark.parametrize(
    "media",
    ["<Media omitted>", "<Без медиафайлов>", "<省略多媒体文件>", "\u200eimage omitted", "IMG-2.jpg (file attached)"],
)
def test_media_are_counted_and_left_out(media: str) -> None:
    """What stands for a picture says nothing; the words under it do."""
    document = read_one(f"13.03.21, 10:00 - Aman: {media}\n13.03.21, 11:00 - Sara: four")

    assert said(document) == [("Sara", "four")]
    assert any("1 messages are pictures" in warning for warning in document.warnings)
    if "attached" in media:
        below = read_one(f"13.03.21, 10:00 - Aman: {media}\nhis cell\n13.03.21, 11:00 - Sara: four")
        assert said(below)[0] == ("Aman", "his cell")


def test_notices_of_the_program_are_nobodys_words() -> None:
    """They stand in brackets."""
    document = read_one('13.03.21, 10:00 - Aman changed the subject to "A: b"\n13.03.21, 11:00 - Sara: four')

    assert document.text.splitlines()[0] == '[2021-03-13 10:00 Aman changed the subject to "A: b"]'
    assert said(document) == [("Sara", "four")]


@pytest.mark.parametrize("text", ["13.03.21, 10:00 - Aman: one", "He was taken.\n13.03.21 he was seen.\n", ""])
def test_other_texts_are_no_chat(text: str) -> None:
    """A date at the beginning of a line is not enough."""
    assert chat(text) is None


@given(st.text(alphabet="13./: ,-[]\nAaмPM\u200e下午", max_size=200))
def test_any_text_is_a_chat_or_not(text: str) -> None:
    """Whatever stands there, stretches lie inside the text."""
    part = chat(text)

    assert part is None or all(0 <= one.start <= one.end <= len(part.text) for one in part.spoken)
