"""Sayings."""

from tests.engine.extracting.chinese.reports import found, notes, said

NESTED = "律师梁慧珍说，狱方告诉她，马晓川“已经回国了”。"


def test_a_voice_within_a_voice_is_kept() -> None:
    """Both speak; the inner one inside what the outer one says."""
    outer, inner = notes(NESTED).sayings

    assert said(NESTED) == [("梁慧珍", "asserts"), ("狱方", "asserts")]
    assert outer.content.start < inner.span.start < inner.content.end <= outer.content.end


def test_the_innermost_voice_has_the_custody() -> None:
    """Whoever is said to know."""
    assert [fact["voice"] for fact in found("律师梁慧珍说，马晓川被判刑。", "custody")] == ["梁慧珍"]


def test_the_next_speaker_ends_what_the_first_one_says() -> None:
    """After a semicolon."""
    first, second = notes("律师梁慧珍说，案件不公开；警方表示，手续齐全。").sayings

    assert first.content.end <= second.span.start


def test_i_in_a_quotation_is_who_speaks() -> None:
    """Her husband."""
    assert [fact["relative"] for fact in found("教师马晓萍说：“我丈夫被带走，没有人通知。”", "kin")] == ["马晓萍"]


def test_spans_lie_in_the_text() -> None:
    """Always."""
    text = NESTED * 3

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in notes(text).sayings)
