"""Passwords that are given to somebody."""

from kualik.cases.accounts.passwords import one_time


def test_nobody_guesses_a_password_for_one_sign_in() -> None:
    """It has sixteen letters of chance, and another every time."""
    made = {one_time() for _ in range(50)}

    assert len(made) == 50
    assert all(len(one.replace("-", "")) == 16 for one in made)


def test_it_can_be_read_out() -> None:
    """No letter of it is taken for another."""
    assert not set("01ilo") & set("".join(one_time() for _ in range(50)))
