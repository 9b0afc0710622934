"""What stands beside names."""

from kualik.engine.extracting.chinese import contexts
from kualik.engine.extracting.chinese.cutting import cut


def test_a_title_before_weighs_more_than_a_comma() -> None:
    """And a comma more than nothing."""
    titled, plain, none = cut("律师王"), cut("，王"), cut("很王")

    assert contexts.left(titled, 1) > contexts.left(plain, 1) > contexts.left(none, 1)


def test_an_age_after_a_name_weighs_more_than_a_verb() -> None:
    """（22岁）."""
    assert contexts.right(cut("（22岁）"), 0) > contexts.right(cut("说"), 0) > contexts.right(cut("蓝"), 0)


def test_a_county_is_no_person() -> None:
    """What follows makes a place of it."""
    tokens = cut("马乔县")

    assert contexts.is_place_next(tokens, len(tokens) - 1)


def test_ordinary_words_are_no_names() -> None:
    """Nor are peoples."""
    assert not contexts.may_be_name("特别")
    assert not contexts.may_be_name("维吾尔")
    assert not contexts.may_be_given("的")
    assert contexts.may_be_given("梅")
