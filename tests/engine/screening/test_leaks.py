"""A secret is found in whatever script it leaks. Everybody here is fictional."""

from unicodedata import normalize

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
    """'The Aqytkhan family' leads to her, in the plural too."""
    found = risks("the family of the Aqytkhans, the Ақытхан family", [SECRET])

    assert [(leak.kind, leak.quote) for leak in found] == [
        ("part of the name", "Aqytkhans"),
        ("part of the name", "Ақытхан"),
    ]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("妻子Khalida Aqytkhan说", "Khalida Aqytkhan"),
        ("证人Халида Ақытхан说", "Халида Ақытхан"),
        ("据哈丽达·阿合特汗said", "哈丽达·阿合特汗"),
    ],
)
def test_letters_of_another_script_are_read_apart_from_the_chinese_that_they_touch(text: str, quote: str) -> None:
    """Chinese sets no spaces around a foreign name."""
    assert [leak.quote for leak in risks(text, [SECRET])] == [quote]


@pytest.mark.parametrize(
    "cut",
    [
        "Khal\u00adida Aqyt\u00adkhan",
        "Khal\u200bida Aqyt\u200bkhan",
        "Kha\u0301lida Aqytkhan",
        "Хали\u0301да Ақытхан",
        "قاليـدا اقىتـحان",
    ],
)
def test_a_name_cut_by_what_is_not_seen_is_one_name(cut: str) -> None:
    """By soft hyphens of a page, by stress marks, by a stretched letter."""
    (leak,) = risks(f"... {cut} ...", [SECRET])

    assert (leak.kind, leak.quote) == ("whole name", cut)


def test_a_name_whose_letters_are_written_apart_from_their_marks_is_one_name() -> None:
    """Some systems keep й as two characters."""
    cut = normalize("NFD", "Айгүл Бейсенбай")

    assert [leak.quote for leak in risks(f"Кеше {cut} айтты.", ["Айгүл Бейсенбай"])] == [cut]


@pytest.mark.parametrize(
    "text", ["Khalida's son", "Халидадан хат келді", "у Халиды", "с Халидой", "خالىدانىڭ ئوغلى", "Халиданың ұлы"]
)
def test_a_part_with_the_ending_of_a_sentence_is_found(text: str) -> None:
    """Few languages here leave a name as it is."""
    (leak,) = risks(text, [SECRET])

    assert leak.kind == "part of the name"


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
