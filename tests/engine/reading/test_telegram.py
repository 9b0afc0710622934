"""Tests of reading chats exported from Telegram. All people are invented."""

import json
from typing import Any

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Refusal, Refused, read

WHEN = {"id": 1, "date": "2021-03-04T10:00:12", "from": "Sara Nur", "from_id": "user1", "type": "message"}


def exported(*messages: dict[str, Any], **more: Any) -> bytes:
    """Make an export of one chat."""
    return json.dumps({"name": "Family", "type": "private_group", "id": 7} | more | {"messages": messages}).encode()


def read_one(content: bytes) -> Document:
    """Read an export of one chat."""
    (document,) = read(content, name="result.json")
    return document


def said(document: Document) -> list[tuple[str, str]]:
    """Give who says what."""
    return [(one.speaker, document.text[one.start : one.end]) for one in document.spoken]


def test_messages_have_their_authors() -> None:
    """A text in marked pieces is put together."""
    pieces = ["He was taken to ", {"type": "bold", "text": "Aksu"}, ". See ", {"type": "link", "text": "x.invalid"}]
    document = read_one(exported(WHEN | {"text": "Ағамды алып кетті."}, WHEN | {"from": "Aman", "text": pieces}))

    assert said(document) == [("Sara Nur", "Ағамды алып кетті."), ("Aman", "He was taken to Aksu. See x.invalid")]
    assert document.text.startswith("Sara Nur (2021-03-04 10:00):\n\n")
    assert (document.title, document.published, document.publisher) == ("Family", "2021-03-04", None)


def test_a_forwarded_message_has_two_voices() -> None:
    """The channel that it comes from stands behind whoever sent it."""
    document = read_one(exported(WHEN | {"text": "Two were taken.", "forwarded_from": "Dala Wire"}))

    assert said(document) == [("Sara Nur", "Two were taken."), ("Dala Wire", "Two were taken.")]


def test_a_channel_publishes() -> None:
    """Its name is the publisher, as that of a newspaper is."""
    document = read_one(exported(WHEN | {"from": "Dala", "text": "x"}, name="Dala", type="public_channel"))

    assert document.publisher == "Dala"


def test_notices_and_media_are_told_apart_from_words() -> None:
    """A notice is in brackets; a picture is counted."""
    notice = {"type": "service", "date": "2021-03-04T10:00:00", "actor": "Sara", "action": "invite_members"}
    picture = WHEN | {"text": "", "photo": "a.jpg"}
    document = read_one(exported(notice | {"members": ["Aman", None]}, picture, WHEN | {"text": "four", "from": None}))

    assert document.text.split("\n\n") == [
        "[2021-03-04 10:00 Sara: invite members: Aman]",
        "user1 (2021-03-04 10:00):",
        "four",
    ]
    assert document.warnings[0].startswith("1 messages have no words")


def test_every_chat_of_an_account_is_a_document() -> None:
    """The export of everything lists the chats."""
    chats = [json.loads(exported(WHEN | {"text": text}, name=text)) for text in ("one", "two")]
    silent = {"name": "x", "type": "bot_chat", "messages": []}
    content = json.dumps({"about": "x", "chats": {"list": [*chats, silent, 5]}, "left_chats": {"about": "y"}}).encode()

    assert [one.title for one in read(content, name="result.json")] == ["one", "two"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (exported(WHEN | {"text": ""}), Refusal.NO_TEXT),
        (exported(WHEN | {"text": "x"})[:-3], Refusal.DAMAGED),
        (exported({"text": [None, 3, ["x"]]}, 4, None), Refusal.NO_TEXT),  # type: ignore[arg-type] # damaged on purpose
    ],
)
def test_what_has_no_words_is_refused(content: bytes, reason: Refusal) -> None:
    """A broken export says so."""
    with pytest.raises(Refused) as refused:
        read_one(content)

    assert refused.value.reason is reason


def test_json_of_another_kind_is_text() -> None:
    """Only an export of Telegram is one."""
    (document,) = read(b'{"messages": "none", "type": "list"}', name="a.json")

    assert (document.media_type, document.spoken) == ("text/plain", ())
