"""Refusals and silence."""

import pytest

from tests.engine.extracting.russian.samples import sayings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("От комментариев адвокат Марат Акимов отказался.", "Марат Акимов"),
        ("В полиции ситуацию не комментируют.", "полиция"),
        ("Пресс-служба воздержалась от комментариев.", "пресс-служба"),
        ("Дипломат не стал отвечать на вопрос.", "дипломат"),
        ("В Кремле отказались комментировать приговор.", "Кремль"),
        ("МВД пока не прокомментировало это.", "МВД"),
        ("На вопрос, где он, Марат Акимов не ответил.", "Марат Акимов"),
    ],
)
def test_who_would_not_speak(text: str, who: str) -> None:
    """Declines to comment."""
    assert ("declines to comment", who) in sayings(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Консульство Китая на запрос не ответило.", "консульство Китая"),
        ("В посольстве на звонки не отвечают.", "посольство"),
        ("Получить комментарий в прокуратуре не удалось.", "прокуратура"),
        ("Редакция не получила ответа от посольства.", "посольство"),
    ],
)
def test_who_did_not_answer(text: str, who: str) -> None:
    """Did not respond."""
    assert ("did not respond", who) in sayings(text)


def test_who_refuses_something_else_is_not_silent() -> None:
    """To eat, to leave."""
    assert sayings("Марат Акимов отказался от еды.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Об аресте сына Ольга Зуева говорить не стала.",
        "На заседании комиссии Ольга Зуева промолчала.",
    ],
)
def test_who_keeps_silent_declines(text: str) -> None:
    """The refusal before its verb, and a verb of keeping silent."""
    assert sayings(text) == [("declines to comment", "Ольга Зуева")]
