"""The whole reader."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting.chinese import RULES
from tests.engine.extracting.chinese.reports import found, notes

REPORT = (
    "亲属称教师被判刑\n教师马玉山去年8月被带走。他的女儿马晓萍告诉本台，父亲被判处有期徒刑十二年，关押在乌苏监狱。"
    "疏附县公安局一名警员否认此事。外交部未回应查询。“没有人通知我们，”她说，“两百多名教师失踪。”"
)


def test_a_report_is_read_into_all_kinds() -> None:
    """Who, what, when, and who says so."""
    counted = {kind: len(found(REPORT, kind)) for kind in ("person", "custody", "kin", "event", "statement", "figure")}

    assert counted == {"person": 2, "custody": 2, "kin": 1, "event": 2, "statement": 4, "figure": 1}


def test_every_rule_is_in_words() -> None:
    """`kualik read --why` can say it."""
    read = notes(REPORT * 2)
    used = {
        one.rule
        for kind in (read.parties, read.sayings, read.held, read.ties, read.happenings, read.figures)
        for one in kind
    }

    assert used <= RULES.keys()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "。",
        "“",
        "）（",
        "\u200b\u202e说",
        "ۋە ۇ",
        "これは日本語です。",
        "他" * 50,
        "他说" * 50,
        "：：：",
        "A·B·",
    ],
)
def test_nothing_crashes(text: str) -> None:
    """Whatever the text."""
    assert notes(text).publisher is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="他她说称被判处马晓萍的父亲妻子两名人年月日3，。：；“”（）\n·、据在A ", max_size=80))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    """Spans are stretches of the text."""
    read = notes(text)
    spans = [one.span for kind in (read.sayings, read.held, read.ties, read.happenings, read.figures) for one in kind]

    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize("unit", ["他说", "“他说", "1", "阿·", "马晓萍的父亲", "被判处", "（", "马晓萍、"])
def test_time_grows_with_length_and_no_faster(unit: str) -> None:
    """Four times the text takes well under sixteen times as long."""
    notes(unit * 10)
    spent = []
    for times in (2000, 8000):
        began = time.process_time()
        notes(unit * times)
        spent.append(time.process_time() - began)

    assert spent[1] < spent[0] * 9 + 0.2
