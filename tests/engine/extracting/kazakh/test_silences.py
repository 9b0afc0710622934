"""Silence."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Министрлік түсініктеме беруден бас тартты.", "declines to comment"),
        ("Әкімдік біздің сауалға жауап бермеді.", "did not respond"),
        ("Елшілік хатымызды жауапсыз қалдырды.", "did not respond"),
        ("Елшілік телефонды көтермеді.", "did not respond"),
        ("Полициямен хабарласа алмадық.", "did not respond"),
    ],
)
def test_a_refusal_and_an_unanswered_letter_are_told_apart(text: str, stance: str) -> None:
    """By their verbs."""
    assert [fact["stance"] for fact in told(text, "statement")] == [stance]


@pytest.mark.parametrize("text", ["Ол үйге қайтудан бас тартты.", "Неге телефонды көтермейді?"])
def test_another_refusal_and_a_question_are_no_silence(text: str) -> None:
    """Nothing was asked."""
    assert told(text, "statement") == []
