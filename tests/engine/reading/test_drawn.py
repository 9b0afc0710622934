"""Tests of a drawing's way from the process that drew it: what it says of itself is not believed."""

import json

import pytest

from kualik.engine.reading import Limits, Refusal, Refused
from kualik.engine.reading.drawn import Drawn, drawing_message, read_drawing
from kualik.engine.reading.messages import refusal_message

SMALL = Limits(rendered_side=4)


def message(head: object, dots: bytes = b"") -> bytes:
    """Write what a process that was taken over might send."""
    return json.dumps(head).encode() + b"\n" + dots


@pytest.mark.parametrize(("mode", "dots"), [("L", b"\n" * 6), ("RGB", bytes(range(18)))])
def test_a_drawing_arrives_dot_for_dot(mode: str, dots: bytes) -> None:
    """Line feeds among the dots end nothing."""
    drawn = Drawn(width=3, height=2, mode=mode, dots=dots)

    assert read_drawing(drawing_message(drawn), limits=SMALL) == drawn


def test_a_refusal_arrives_with_its_reason() -> None:
    """And with where it was."""
    sent = refusal_message(Refused(Refusal.DAMAGED, detail="broken", where="page 2"))

    with pytest.raises(Refused) as refused:
        read_drawing(sent, limits=SMALL)

    assert (refused.value.reason, refused.value.where) == (Refusal.DAMAGED, "page 2")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"[" * 100_000,
        message({"drawn": [2, 2, "L"]}, b"123"),
        message({"drawn": [2, 2, "L"]}, b"12345"),
        message({"drawn": [2, 2, "CMYK"]}, bytes(16)),
        message({"drawn": [0, 2, "L"]}),
        message({"drawn": [-2, -2, "L"]}, b"1234"),
        message({"drawn": [True, 4, "L"]}, b"1234"),
        message({"drawn": [2.0, 2, "L"]}, b"1234"),
        message({"drawn": [5, 1, "L"]}, b"12345"),
        message({"drawn": [2, 2]}, b"1234"),
        message({"drawn": [2, 2, "L"], "more": 1}, b"1234"),
        message({"refused": {"reason": "because"}}),
        message({"refused": {"reason": "damaged", "detail": "x" * 20_000, "where": "", "file": "", "advice": ""}}),
        message([1]),
    ],
)
def test_what_no_honest_process_sends_is_no_picture(sent: bytes) -> None:
    """Neither other files, nor sides that the dots do not fill, nor sides beyond the limit."""
    with pytest.raises(Refused) as refused:
        read_drawing(sent, limits=SMALL)

    assert refused.value.reason is Refusal.CRASHED
