"""Tests of what readers have in common."""

import pytest

from kualik.engine.reading.limits import Limits
from kualik.engine.reading.parts import check_characters, first_line
from kualik.engine.reading.refusals import Refusal, Refused


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Teacher Still Missing\n\nShe was taken in March.", "Teacher Still Missing"),
        ("\n\n  «Мы не политики»: пикет  \nТекст.", "«Мы не политики»: пикет"),
        ("Where is he?\nNobody knows.", "Where is he?"),
        ("She was taken in March.\nNobody knows where she is.", None),
        ("他们没有回答。\n家属说", None),
        ("x" * 300, None),
        ("  \n ", None),
    ],
)
def test_a_title_is_a_short_first_line_that_is_no_sentence(text: str, title: str | None) -> None:
    """The first line is the title, unless the text begins without one."""
    assert first_line(text) == title


def test_text_over_the_limit_is_refused_with_its_place() -> None:
    """The refusal says where the limit was passed."""
    check_characters(5, limits=Limits(characters=5))
    with pytest.raises(Refused, match="page 3: too much text") as refused:
        check_characters(6, limits=Limits(characters=5), where="page 3")
    assert refused.value.reason is Refusal.TOO_MUCH_TEXT
