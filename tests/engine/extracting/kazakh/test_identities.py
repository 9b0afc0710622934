"""Names of one person."""

import time

from kualik.engine.extracting.kazakh.identities import fullest


def test_a_part_of_one_full_name_is_that_person() -> None:
    """A given name, a surname and initials go to the only name that holds them."""
    found = fullest(["Нұрлан Досан", "Нұрлан", "Н. Досан", "Айгүл"])
    assert found == {
        "Нұрлан Досан": "Нұрлан Досан", "Нұрлан": "Нұрлан Досан", "Н. Досан": "Нұрлан Досан", "Айгүл": "Айгүл",
    }  # fmt: skip


def test_a_name_that_two_people_share_goes_to_neither() -> None:
    """Who is meant is not guessed."""
    assert fullest(["Нұрлан Досан", "Нұрлан Сейіт", "Нұрлан"])["Нұрлан"] == "Нұрлан"


def test_ten_thousand_names_are_no_burden() -> None:
    """Time grows with their number, not with its square."""
    began = time.process_time()
    fullest([f"Аты{number} Тегі{number % 100}" for number in range(10_000)] + [f"Аты{n}" for n in range(10_000)])
    assert time.process_time() - began < 3
