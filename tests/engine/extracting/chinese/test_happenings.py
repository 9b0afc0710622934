"""Happenings."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2021年2月8日，家属在中国驻阿拉木图总领事馆前举行抗议。", "protest"),
        ("家属6月1日举行记者会。", "press conference"),
        ("家属6月1日向议会递交请愿书。", "petition"),
        ("案件6月3日在喀什开庭。", "hearing"),
        ("警方6月1日驱散人群。", "dispersal"),
        ("律师梁慧珍6月2日会见了他。", "meeting"),
    ],
)
def test_each_kind_has_its_words(text: str, kind: str) -> None:
    """With a date."""
    assert [fact["type"] for fact in found(text, "event")] == [kind]


def test_a_protest_has_place_and_crowd() -> None:
    """As the text has them."""
    (event,) = found("2021年2月8日，约十二名家属在中国驻阿拉木图总领事馆前举行抗议。", "event")

    assert event["date"] == "2021-02-08"
    assert event["place"] == "中国驻阿拉木图总领事馆前"
    assert str(event["crowd"]).startswith("约十二名")


@pytest.mark.parametrize("text", ["如果他们举行抗议，会被捕。", "家属没有举行抗议。", "他回国了。"])
def test_what_did_not_happen_or_has_no_date_is_no_event(text: str) -> None:
    """Supposed, denied, or a journey without a day."""
    assert found(text, "event") == []
