"""What is said."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    "text",
    [
        "Дидар Сәтенов інісінің түрмеде екенін айтты.",
        "Дидар Сәтенов інісі түрмеде деп мәлімдеді.",
        "«Інім түрмеде», – деді Дидар Сәтенов.",
        "Дидар Сәтенов: «Інім түрмеде», – деп жауап берді.",
        "Бұл туралы Дидар Сәтенов хабарлады.",
        "Ол үйде, деп жазады Дидар Сәтенов.",
    ],
)
def test_every_form_of_a_content_has_its_speaker(text: str) -> None:
    """A clause in the accusative, деп, a quotation before and behind, the sentence before."""
    assert [fact["speaker"] for fact in told(text, "statement")] == ["Дидар Сәтенов"]


def test_telling_without_a_content_is_no_statement() -> None:
    """Of "wrote a letter" says nothing of what it says."""
    assert told("Дидар Сәтенов кеше көп жазды.", "statement") == []
