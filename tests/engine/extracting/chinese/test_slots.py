"""When, where, by whom, why."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("学生马晓川2018年4月3日被刑事拘留。", "since", "2018-04-03"),
        ("去年8月，学生马晓川被带走。", "since", "2020-08"),
        ("学生马晓川被关押在疏附县看守所。", "place", "疏附县看守所"),
        ("学生马晓川在塔城被带走。", "place", "塔城"),
        ("学生马晓川因涉嫌煽动颠覆国家政权罪被逮捕。", "grounds", "煽动颠覆国家政权罪"),
        ("学生马晓川因在家祈祷被带走。", "suspected", "在家祈祷"),
    ],
)
def test_a_slot_is_filled_from_beside_the_deed(text: str, slot: str, expected: str) -> None:
    """Date, place, charge, and the reason that others see."""
    assert [fact.get(slot) for fact in found(text, "custody")] == [expected]


def test_who_did_it_stands_after_bei() -> None:
    """The actor of the event."""
    assert [fact["who"] for fact in found("学生马晓川被新源县警方带走。", "event")] == ["新源县警方"]
