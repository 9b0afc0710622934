"""Why a name was found, in the reader's words. People are fictional."""

import pytest
from django.utils import translation
from hypothesis import given

from kualik.engine.names import Reason, compare
from kualik.web.name_words import JOINED, SEEN, reason_in_words
from tests.engine.names.conftest import MADE


@given(MADE, MADE)
def test_whatever_the_engine_sees_has_its_words(a: str, b: str) -> None:
    """Of two names, whatever they are."""
    seen = {reason.what.removesuffix(JOINED) for reason in compare(a, b).why}

    assert seen <= SEEN.keys() | {"the first is no name", "the second is no name"}


@pytest.mark.parametrize("language", ["kk", "ru", "ug", "zh-hans"])
def test_every_reason_is_said_in_every_language(language: str) -> None:
    """None is left in English."""
    with translation.override(language):
        assert [what for what, said in SEEN.items() if str(said) == what] == []
        assert "joined" not in reason_in_words(Reason(what="same part, joined", a="x", b="y"))


def test_parts_of_names_are_isolated_and_escaped() -> None:
    """A name from right to left does not turn the sentence around; a mark-up in it stays text."""
    assert reason_in_words(Reason(what="near part", a="<Ali>", b="ئەلى", near=0.7)) == (
        "near part: <bdi>&lt;Ali&gt;</bdi> ~ <bdi>ئەلى</bdi>"
    )
    assert reason_in_words(Reason(what="part in one only", b="Omar")) == "part in one only: <bdi>Omar</bdi>"
    assert reason_in_words(Reason(what="the initials differ")) == "the initials differ"
