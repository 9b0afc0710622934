"""Passwords that are given to somebody, to be used once."""

import secrets
from datetime import timedelta

__all__ = ["LASTS", "one_time"]

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is taken for another
GROUPS, LENGTH = 4, 4
LASTS = timedelta(days=7)
"""How long somebody may take to come with a password they were given."""


def one_time() -> str:
    """Draw a password that can be read out on the telephone: 79 bits, in four groups."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
