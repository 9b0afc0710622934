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


@pytest.mark.parametrize(
    "text",
    [
        "Министрлік үкімге түсінік бермеді.",
        "Прокурор нақты мерзімді айтудан тартынды.",
        "Министрліктің өкілі сұраққа жауап бермей телефонды қоя салды.",
    ],
)
def test_evading_is_declining(text: str) -> None:
    """No explanation, holding back, hanging up."""
    assert "declines to comment" in {fact["stance"] for fact in told(text, "statement")}


def test_whose_name_is_not_given_has_not_declined() -> None:
    """The passive is about a source, and nobody's silence."""
    assert told("Адвокаты (аты аталмайды) келді.", "statement") == []
