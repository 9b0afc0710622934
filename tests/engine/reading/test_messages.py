"""Tests of what the processes say to each other."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Document, Page, Spoken, Stretch, WordBox
from kualik.engine.reading.limits import STANDARD, Limits
from kualik.engine.reading.messages import Settings, Verdict, documents_message, read_answer, refusal_message
from kualik.engine.reading.refusals import Refusal, Refused

ID = "sha256:" + "0" * 64
BOX = WordBox(start=0, end=4, left=1.0, top=2.5, right=3.0, bottom=4.0)
DOCUMENT = Document(
    id=ID,
    media_type="application/pdf",
    text="Sara\nдомой \N{OLD TURKIC LETTER ORKHON A}",
    language="kk-Cyrl",
    title="Sara",
    published="2018-21",
    pages=(Page(number=1, start=0, end=4, width=612.0, height=792.0, boxes=(BOX,)), Page(number=2, start=5, end=11)),
    spoken=(Spoken(start=0, end=11, speaker="Sara Nur"), Spoken(start=5, end=7, speaker="Аман")),
    languages=(Stretch(start=0, end=5, language="en"), Stretch(start=5, end=11, language="ru")),
    reader="pdfium 1",
    warnings=("one",),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


def crashed(said: object) -> str:
    """Give the detail with which an answer is refused as senseless."""
    with pytest.raises(Refused) as refused:
        read_answer(json.dumps(said).encode(), id_=ID, limits=STANDARD)
    assert refused.value.reason is Refusal.CRASHED
    return refused.value.detail


def altered(**fields: Any) -> dict[str, list[dict[str, Any]]]:
    """Give a message of the document with other fields."""
    said = json.loads(documents_message([DOCUMENT]))
    said["documents"][0] |= fields
    return dict(said)


def test_documents_come_out_as_they_went_in() -> None:
    """Every field, in any alphabet."""
    second = Document(id=f"{ID}#2", media_type="text/plain", text="")

    assert read_answer(documents_message([DOCUMENT, second]), id_=ID, limits=STANDARD) == (DOCUMENT, second)


def test_a_refusal_comes_out_as_it_went_in() -> None:
    """Reason, detail, place and advice are those of the child."""
    sent = Refused(Refusal.DAMAGED, detail="no root", where="page 3", file="a.pdf", advice="Ask.")

    with pytest.raises(Refused) as refused:
        read_answer(refusal_message(sent), id_=ID, limits=STANDARD)

    assert str(refused.value) == str(sent)
    assert refused.value.reason is Refusal.DAMAGED


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "sha256:" + "1" * 64},
        {"id": None},
        {"text": 5},
        {"text": "\ud800"},
        {"media_type": "text/html\r\nX: y"},
        {"language": "<b>"},
        {"published": "yesterday"},
        {"title": ["x"]},
        {"warnings": "one"},
        {"reader": "x" * 5000},
        {"pages": [[1, 0, 99, 1, 1, []]]},
        {"pages": [[2, 0, 4, 1, 1, []]]},
        {"pages": [[1, 4, 2, 1, 1, []]]},
        {"pages": [[1, 0, 6, 1, 1, []], [2, 5, 8, 1, 1, []]]},
        {"pages": [[1, 0, 4, 1, 1, [[0, 9, 1, 1, 1, 1]]]]},
        {"pages": [[1, 0, 4, 1, 1, [[0, 4, 1, 1, 1]]]]},
        {"pages": [[1, 0, 4, float("nan"), 1, []]]},
        {"pages": [[1, 0, True, 1, 1, []]]},
        {"pages": [[1, 0]]},
        {"pages": {"a": 1}},
        {"spoken": [[0, 99, "x"]]},
        {"spoken": [[3, 2, "x"]]},
        {"spoken": [[0, 1, 5]]},
        {"spoken": None},
        {"languages": [[0, 99, "en"]]},
        {"languages": [[0, 1, "<b>"]]},
    ],
)
def test_a_field_that_no_honest_reader_sends_is_refused(fields: dict[str, Any]) -> None:
    """A child may be taken over by its file; nothing that it says is believed unseen."""
    assert "makes no sense" in crashed(altered(**fields))


@pytest.mark.parametrize("said", [None, [], {}, {"documents": 1}, {"refused": {}}, {"documents": [], "refused": {}}])
def test_another_form_is_refused(said: object) -> None:
    """An answer is documents or a refusal."""
    assert "makes no sense" in crashed(said)


def test_no_answer_and_endless_nesting_are_refused() -> None:
    """What is no JSON, or breaks those who read it, is no answer."""
    for message in (b"", b"[" * 100_000, b'{"documents": '):
        with pytest.raises(Refused) as refused:
            read_answer(message, id_=ID, limits=STANDARD)
        assert refused.value.reason is Refusal.CRASHED


def test_more_text_than_allowed_is_refused() -> None:
    """Limits hold for a child that ignores them."""
    for limits in (Limits(characters=3), Limits(pages=1)):
        with pytest.raises(Refused):
            read_answer(documents_message([DOCUMENT]), id_=ID, limits=limits)


@given(JSON)
def test_any_message_gives_documents_or_a_refusal(said: object) -> None:
    """There is no third way out."""
    with pytest.raises(Refused):
        read_answer(json.dumps(altered(pages=said)).encode(), id_="sha256:other", limits=STANDARD)


def test_settings_and_verdicts_come_out_as_they_went_in() -> None:
    """What starts a zygote and what it says of a child."""
    settings = Settings(reader="a:b", limits=Limits(rows=3), folder="/x")
    verdict = Verdict(reason=Refusal.CRASHED, detail="x", stalled=False, cpu_seconds=0.5, peak_bytes=7)

    assert Settings.parse(settings.written()) == settings
    assert Verdict.parse(verdict.written()) == verdict
    with pytest.raises(Refused, match=r"crashed \(x\)"):
        verdict.check()
