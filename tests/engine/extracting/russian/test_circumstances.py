"""How long, since when, where, why."""

import pytest

from kualik.engine.extracting.russian.circumstances import (
    facility_state,
    grounds_near,
    moment_near,
    place_near,
    sentence_near,
    term_near,
)  # fmt: skip
from tests.engine.extracting.russian.samples import place, scene


@pytest.mark.parametrize(
    ("text", "values", "worded"),
    [
        ("приговорён к 22 и 10 годам", ("P22Y", "P10Y"), None),
        ("приговорён пожизненно", (), "life imprisonment"),
        ("приговорён к смертной казни", (), "death"),
        ("приговорён к сроку от 11 до 12 лет", (), "от 11 до 12 лет"),
        ("приговорён на 10-летний срок", ("P10Y",), None),
    ],
)
def test_a_sentence_is_read(text: str, values: tuple[str, ...], worded: str | None) -> None:
    """Or what a duration cannot say."""
    made = scene(text)
    found = sentence_near(made, place(made, "приговорён"), len(made.page.tokens))

    assert (found.values, found.worded) == (values, worded)


def test_a_suspended_sentence_and_an_early_release_differ() -> None:
    """«Условно» and «условно-досрочно»."""
    made, other = scene("приговорён на год условно"), scene("отпущен условно-досрочно")

    assert sentence_near(made, place(made, "приговорён"), len(made.page.tokens)).suspended
    assert not sentence_near(other, place(other, "отпущен"), len(other.page.tokens)).suspended


def test_an_age_is_no_term() -> None:
    """«В возрасте 20 лет»."""
    made = scene("умер в возрасте 20 лет")

    assert term_near(made, 0, len(made.page.tokens)) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("в СИЗО", "prison"),
        ("под стражей", "prison"),
        ("в лагере", "camp"),
        ("под домашним арестом", "house arrest"),
        ("в доме", None),
    ],
)
def test_a_facility_says_the_state(text: str, state: str | None) -> None:
    """Prison, camp, home."""
    made = scene(f"Он {text}")
    found = facility_state(made, place(made, "Он"), len(made.page.tokens))

    assert (found[0] if found else None) == state


def test_date_place_and_grounds_are_near() -> None:
    """In the verb's own stretch, or around it."""
    made = scene("В мае 2019 года он задержан в Минске за участие в митинге.")
    i, last = place(made, "задержан"), len(made.page.tokens)
    moment, where, (grounds, suspected) = moment_near(made, i), place_near(made, i, last), grounds_near(made, i, last)

    assert moment is not None
    assert where is not None
    assert grounds is not None
    assert (moment.edtf, where.text, grounds.text, suspected) == ("2019-05", "Минск", "за участие в митинге", None)


def test_what_others_suspect_is_not_the_authoritys_reason() -> None:
    """«Из-за»."""
    made = scene("Он задержан из-за молитвы.")
    grounds, suspected = grounds_near(made, place(made, "задержан"), len(made.page.tokens))

    assert grounds is None
    assert suspected is not None
