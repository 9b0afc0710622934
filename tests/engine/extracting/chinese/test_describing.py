"""People by number and noun."""

from tests.engine.extracting.chinese.reports import found, said


def test_an_unnamed_person_is_described_in_full() -> None:
    """With the place or body before."""
    assert said("疏附县公安局一名警员说，他不知情。") == [("疏附县公安局一名警员", "denies")]


def test_the_three_are_those_named_before() -> None:
    """Each has a custody."""
    text = "被告人是马成川、贾玉山和梁志远。三人均于2018年4月3日被刑事拘留。"

    assert [fact["who"] for fact in found(text, "custody")] == ["马成川", "贾玉山", "梁志远"]


def test_this_trader_is_the_trader() -> None:
    """And gets his name when it is told."""
    text = "一名商人被带走。这名商人叫马成川。"

    assert [fact["who"] for fact in found(text, "custody")] == ["马成川"]
