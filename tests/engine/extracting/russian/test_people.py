"""Who is meant."""

import pytest

from tests.engine.extracting.russian.samples import named, phrase, read, scene


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Ольга Зуева пришла. Она ждёт.", "Она", "Ольга Зуева"),
        ("Марат Акимов ждёт Ольгу Зуеву. Он молчит.", "Он", "Марат Акимов"),
        ("Сообщило генеральное консульство Китая. Консульство молчит.", "Консульство", "генеральное консульство Китая"),
        ("Ольга Зуева пришла. 38-летняя женщина ждёт.", "женщина", "Ольга Зуева"),
        ("Говорит адвокат Марат Акимов. Адвокат ушёл.", "Адвокат", "Марат Акимов"),
        ("С Маратом Акимовым прервалась связь, нет вестей от него.", "него", "Марат Акимов"),
        ("Пришла сестра Ержана, Ольга Зуева, и ждёт.", "сестра", "Ольга Зуева"),
    ],
)
def test_a_phrase_means_somebody(text: str, word: str, label: str) -> None:
    """A pronoun, a body, a description, a name behind a comma."""
    made = scene(text)
    someone = made.register.meant(phrase(made, word))

    assert someone is not None
    assert made.register.label(someone) == label


def test_short_names_are_the_full_ones() -> None:
    """Whichever comes first."""
    assert named("Акимов ушёл. Марат Акимов вернулся. Марат рад.") == ["Марат Акимов"]


def test_two_of_one_surname_are_two() -> None:
    """Told apart by their given names."""
    assert named("Марат Акимов и Ольга Акимова пришли. Акимова ушла.") == ["Марат Акимов", "Ольга Акимова"]


def test_nobody_is_meant_where_nobody_was_named() -> None:
    """A pronoun alone."""
    made = scene("Он молчит.")

    assert made.register.meant(phrase(made, "Он")) is None


def test_an_outlet_in_marks_can_be_a_body() -> None:
    """When it says something."""
    made = scene("«Дорога» молчит.")
    someone = made.register.body(phrase(made, "Дорога"))

    assert someone is not None
    assert someone.kind == "body"


def test_an_unrelated_sentence_changes_nothing() -> None:
    """The people stay the same."""
    text = "Ольга Зуева пришла. Её брата Марата задержали."
    plain, more = read(text), read(f"{text} На улице шёл дождь.")

    assert [(one.name, one.description) for one in plain.parties] == [
        (one.name, one.description) for one in more.parties
    ]


def test_other_spellings_in_brackets_are_the_same_person() -> None:
    """In Latin letters, or marked with their language."""
    assert named("Ринат Салимов (Rinat Salimov, кит. Салимо Линатэ) исчез.") == ["Ринат Салимов"]
