"""Described first, named later."""

from kualik.engine.extracting.chinese.merging import INVERSE
from tests.engine.extracting.chinese.reports import said


def test_the_inverse_of_an_inverse_is_the_relation() -> None:
    """Father and son; sister and brother."""
    assert all(relation in INVERSE[other] for relation, others in INVERSE.items() for other in others)


def test_what_the_described_one_said_is_said_by_the_named_one() -> None:
    """One and the same."""
    text = "一名旅居海外的女子表示，她的父亲马玉山被判刑。\n马玉山的女儿马晓萍住在东京。"

    assert said(text) == [("马晓萍", "asserts")]


def test_another_of_the_other_sex_is_not_merged() -> None:
    """A daughter is no son."""
    text = "一名旅居海外的女子表示，她的父亲马玉山被判刑。\n马玉山的儿子马晓川住在东京。"

    assert said(text) == [("一名旅居海外的女子", "asserts")]
