"""A secret is found in whatever script it leaks. Everybody here is fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.screening import risks

SECRET = "Khalida Aqytkhan"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Yesterday Khalida Aqytkhan spoke.", "Khalida Aqytkhan"),
        ("Кеше Халида Ақытхан сөйледі.", "Халида Ақытхан"),
        ("Сказала Акытханова Халида вчера.", "Акытханова Халида"),
        ("Қалида Ақытханқызы айтты", "Қалида Ақытханқызы"),
        ("كەشە قاليدا اقىتحان سويلەدى", "قاليدا اقىتحان"),
        ("她叫哈丽达·阿合特汗，住在阿拉木图。", "哈丽达·阿合特汗"),
        ("她叫哈丽达阿合特汗，住在阿拉木图。", "哈丽达阿合特汗"),
    ],
)
def test_a_name_is_found_in_every_script(text: str, quote: str) -> None:
    """Whole, where it stands."""
    (leak,) = risks(text, [SECRET])

    assert (leak.kind, leak.quote) == ("whole name", quote)
    assert text[leak.start : leak.end] == quote


def test_a_part_that_few_share_is_told_as_a_part() -> None:
    """'The Aqytkhan family' leads to her."""
    (leak,) = risks("the family of the Aqytkhans, the Ақытхан family", [SECRET])

    assert (leak.kind, leak.quote) == ("part of the name", "Ақытхан")


@pytest.mark.parametrize(
    "text", ["", "Serik Bolatuly spoke in Almaty about the khan.", "Khalid came", "阿拉木图的警察没有回应。"]
)
def test_other_words_are_no_leak(text: str) -> None:
    """A sentence about others, in Latin or Chinese."""
    assert risks(text, [SECRET]) == ()


def test_a_number_is_found_however_it_is_grouped() -> None:
    """And in whatever digits; a shorter number is not a secret."""
    found = risks("call +7 (701) 234-56-78 or ۷۷۰۱۲۳۴۵۶۷۸, room 701", ["7 701 234 56 78", "701"])

    assert [leak.quote for leak in found] == ["7 (701) 234-56-78", "۷۷۰۱۲۳۴۵۶۷۸"]


@given(
    st.text(alphabet="abc авг 你好 .,"),
    st.text(alphabet="abc авг 你好 .,"),
    st.sampled_from([SECRET, "Халида Ақытхан"]),
)
def test_words_around_a_name_do_not_hide_it(before: str, after: str, name: str) -> None:
    """Spaces set it apart; the rest of the text makes no difference."""
    text = f"{before} {name} {after}"

    assert any(leak.kind == "whole name" and name in leak.quote for leak in risks(text, [SECRET]))
