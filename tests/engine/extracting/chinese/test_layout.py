"""Sentences and clauses."""

from kualik.engine.extracting.chinese.cutting import cut
from kualik.engine.extracting.chinese.layout import Sentence, lay_out


def sentences(text: str) -> list[Sentence]:
    """Part a text."""
    return lay_out(cut(text))


def test_a_full_stop_ends_a_sentence_and_a_comma_a_clause() -> None:
    """Enumeration commas part nothing."""
    first, second = sentences("他被带走，母亲、妻子不知情。后来获释。")

    assert [len(first.clauses), len(second.clauses)] == [2, 1]


def test_a_quotation_is_one_word_of_the_sentence_around_it() -> None:
    """And is read by itself."""
    (sentence,) = sentences("“我不知道。我没去。”她说，“没人来过。”")

    assert [token.kind for clause in sentence.clauses for token in clause.tokens].count("quote") == 2
    assert [len(inner) for inner in sentence.inner.values()] == [2, 1]


def test_a_quotation_may_stand_in_the_next_paragraph() -> None:
    """After a colon."""
    assert len(sentences("她说：\n\n“他不在这里，也没有来过。”")) == 1


def test_a_first_line_without_a_full_stop_is_a_heading() -> None:
    """Headings are not read."""
    assert [one.heading for one in sentences("亲属称教师被判刑\n她说，没有消息。")] == [True, False]


def test_marks_alone_are_no_sentence() -> None:
    """Nor is nothing."""
    assert sentences("，，，") == []
    assert sentences("") == []


def test_deep_nesting_ends() -> None:
    """Quotations within quotations are read to a depth."""
    assert sentences("“" * 200 + "他说" + "”" * 200)
