"""Tests of reading a chat that was exported with its pictures. All people are invented."""

import pytest

from kualik.engine.reading import Refusal, Refused, read
from tests.engine.reading.samples import packed

CHAT = "13.03.21, 10:00 - Aman: one\n14.03.21, 11:00 - Sara: two"


@pytest.mark.parametrize("name", ["_chat.txt", "WhatsApp Chat with Sara.txt", "Чат WhatsApp с Сара.txt"])
def test_the_chat_is_read_and_what_is_beside_it_counted(name: str) -> None:
    """In every language of the program its name is in the file's."""
    (document,) = read(packed({name: CHAT, "IMG-1.jpg": b"x", "PTT-2.opus": b"x"}), name="chat.zip")

    assert [one.speaker for one in document.spoken] == ["Aman", "Sara"]
    assert "2 files beside the chat were not opened" in document.warnings


@pytest.mark.parametrize("entries", [{"_chat.txt": "one"}, {"_chat.txt": CHAT, "a/b.jpg": ""}, {"a.txt": CHAT}])
def test_another_container_is_an_archive(entries: dict[str, str]) -> None:
    """It is not opened."""
    with pytest.raises(Refused) as refused:
        read(packed(entries), name="chat.zip")

    assert refused.value.reason is Refusal.ARCHIVE
