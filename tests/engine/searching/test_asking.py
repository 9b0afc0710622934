"""What somebody types is read as words, phrases, what must not be, and beginnings of words."""

import pytest

from kualik.engine.searching import Part, Question, ask


def test_all_words_are_wanted_in_any_inflection() -> None:
    """Each word is asked for as it is written and by its stems."""
    first, second = ask("prisons letters").wanted

    assert {"prisons", "‡eprison"} <= set(first.terms)
    assert {"letters", "‡eletter"} <= set(second.terms)


@pytest.mark.parametrize("typed", ['"приговор суда"', "«приговор суда»", "“приговор суда”"])
def test_words_in_quotes_stand_side_by_side(typed: str) -> None:
    """As they are written, whatever the quotes."""
    assert ask(typed).wanted == (Part(("приговор", "суда"), phrase=True),)


def test_a_minus_asks_for_what_must_not_be() -> None:
    """Only before a word: a hyphen within one joins two words that are both wanted."""
    asked = ask("ministry -protest ата-ана")

    assert [part.terms[0] for part in asked.unwanted] == ["protest"]
    assert [part.terms[0] for part in asked.wanted] == ["ministry", "ата", "ана"]


def test_a_star_lets_a_word_go_on() -> None:
    """The beginning is what counts."""
    assert ask("кандал*").wanted == (Part(("кандал",), prefix=True),)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("再教育营", (Part(("再教", "教育", "育营"), phrase=True),)),
        ("信", (Part(("信",), prefix=True),)),
        ("被关押在再教育营", tuple(Part((pair,)) for pair in ("被关", "关押", "押在", "在再", "再教", "教育", "育营"))),
        ('"越过边境"', (Part(("越过", "过边", "边境"), phrase=True),)),
    ],
)
def test_chinese_is_asked_for_by_overlapping_pairs(typed: str, parts: tuple[Part, ...]) -> None:
    """A short run must stand so; of a long one all pairs must occur; one character begins a pair."""
    assert ask(typed).wanted == parts


@pytest.mark.parametrize("typed", ["", "   ", "!?", "«»", "-"])
def test_nothing_is_asked_for_by_signs_alone(typed: str) -> None:
    """Such a question is empty."""
    assert ask(typed) == Question((), ())
    assert ask(typed).is_empty
