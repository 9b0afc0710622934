"""A text is cut into words of one script."""

import pytest

from kualik.engine.names.wording import Word, cut_words, letters_of


def letters(text: str) -> list[str]:
    return [word.letters for word in cut_words(text)]


def shown(text: str) -> list[str]:
    return [text[word.first : word.last] for word in cut_words(text)]


def only(text: str) -> Word:
    (word,) = cut_words(text)
    return word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Khalida Aqytkhan", ["khalida", "aqytkhan"]),
        ("哈丽旦·阿合提汗", ["哈丽旦", "阿合提汗"]),
        ("哈丽旦・阿合提汗", ["哈丽旦", "阿合提汗"]),
        ("Gül-Bahar", ["gu\u0308l", "bahar"]),
        ("Na\u200brges", ["narges"]),
        ("\u202eNarges\u202c", ["narges"]),
        ("阿合提Aheti", ["阿合提", "aheti"]),
        ("😀 123 ...", []),
        ("\ud800", []),
        ("", []),
    ],
)
def test_words_end_at_spaces_dots_and_other_scripts(text: str, words: list[str]) -> None:
    """What parts words is no part of them, what nobody sees does not part them."""
    assert letters(text) == words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Нarges", "harges"),
        ("Нұрлан", "нұрлан"),
        ("Нұpлaн", "нұрлан"),
        ("Әдiл", "әділ"),
        ("Əділ", "әділ"),
        ("Bаlqуn", "balqyn"),
        ("0razbek", "orazbek"),
        ("Ba1qyn", "balqyn"),
        ("Narges2", "narges"),
        ("Μarat", "marat"),
    ],
)
def test_a_look_alike_is_read_as_what_it_looks_like(text: str, word: str) -> None:
    """Scanning and mixed keyboards put letters of one alphabet, and digits, into words of another."""
    assert letters(text) == [word]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mr. Qadir", ["title", ""]),
        ("г-н Турсунов", ["title", ""]),
        ("马明先生", ["", "title"]),
        ("先生马明", [""]),
        ("Narges hajim", ["", "cleric"]),
        ("Qadir bin Nurlan", ["", "child", ""]),
        ("Mrt", [""]),
    ],
)
def test_words_that_are_no_names_are_known(text: str, kinds: list[str]) -> None:
    """Honorifics and ranks are told apart, at the end of a Chinese run too."""
    assert [word.kind for word in cut_words(text)] == kinds


def test_an_article_belongs_to_the_word_after_it() -> None:
    """Abd al-Rahman is two words, as Abdul Rahman is; at the end of a name it is a word like others."""
    assert letters("Abd al-Rahman") == ["abd", "alrahman"]
    assert letters("Абд-ар-Рахман") == ["абд", "аррахман"]
    assert shown("Abd al-Rahman") == ["Abd", "al-Rahman"]
    assert letters("Narges Al") == ["narges", "al"]


def test_characters_spaced_out_are_one_word() -> None:
    """Tables space a name of two characters out to the width of three."""
    assert only("马 明").letters == "马明"
    assert letters("马明 江") == ["马明", "江"]
    assert letters("马·明") == ["马", "明"]


def test_a_word_has_its_place_in_the_text() -> None:
    """A composed letter counts as what stands there; marks at the end belong to the word before them."""
    assert shown(" Ёлқын, Gu\u0308l\u0307 ") == ["Ёлқын", "Gu\u0308l\u0307"]


def test_the_script_of_a_text_is_that_of_most_letters() -> None:
    """The lowest number wins a tie; digits and marks are no letters."""
    assert letters_of("Аман Ali") == (2, 7)
    assert letters_of("ab вг 12") == (1, 4)
    assert letters_of("7 !") == (0, 0)
