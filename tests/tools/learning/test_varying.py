"""Varying spellings as documents do."""

import random

from tools.learning.varying import varied


def _all(form: tuple[str, str]) -> set[tuple[str, int]]:
    draws = [random.Random(seed) for seed in range(60)]  # noqa: S311 - chance for a test, no secret
    return {(one, label) for draw in draws for one, _, label in varied([form], draw)}


def test_an_initial_stands_for_its_own_word_only() -> None:
    """The right letter can name the person, a letter that the word does not have cannot."""
    made = _all(("en", "Aidar Serik"))

    assert {("A. Serik", 1), ("Aidar S.", 1)} <= made
    assert not {("A. Serik", 0), ("Aidar S.", 0)} & made
    assert any(label == 0 for _, label in made)


def test_chinese_is_written_without_its_dot_and_in_syllables() -> None:
    """Both forms stand in documents."""
    assert {("艾达尔谢里克", 1), ("ai da er xie li ke", 1)} <= _all(("zh", "艾达尔·谢里克"))


def test_a_case_ending_stands_on_the_last_word() -> None:
    """Kazakh text inflects names."""
    assert ("Айдар Серікнің", 1) in _all(("kk", "Айдар Серік"))
