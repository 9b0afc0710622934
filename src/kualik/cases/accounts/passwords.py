"""Passwords that are given to somebody, to be used once."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from kualik.cases.accounts.models import User

__all__ = ["LASTS", "Invitation", "one_time"]

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is taken for another
GROUPS, LENGTH = 4, 4
LASTS = timedelta(days=7)
"""How long somebody may take to come with a password they were given."""


def one_time() -> str:
    """Draw a password that can be read out on the telephone: 79 bits, in four groups."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An account, and the password with which somebody comes the first time; it is shown once and kept nowhere."""

    user: User
    password: str
