"""How much somebody may see, as three tiers: each summary is kept once for each, from what that tier may see."""

from typing import Final

from kualik.cases.accounts.models import User
from kualik.cases.sources.models import Sensitivity
from kualik.cases.sources.policy import levels

__all__ = ["GUARDED", "LEVELS", "TIERS", "tier_of"]

OPEN = frozenset({Sensitivity.PUBLIC.value, Sensitivity.INTERNAL.value})

LEVELS: Final = (
    OPEN,
    OPEN | {Sensitivity.RESTRICTED.value},
    OPEN | {Sensitivity.RESTRICTED.value, Sensitivity.SEALED.value},
)
"""Of each tier the sensitivities of the sources that it may know of."""

TIERS = range(len(LEVELS))
GUARDED = LEVELS[-1] - OPEN
"""Sensitivities that not every tier may know of: where a subject has none of them, all tiers see the same."""


def tier_of(viewer: User) -> int | None:
    """Find somebody's tier; None for whoever may know of no source at all."""
    visible = levels(viewer)
    return next((tier for tier in TIERS if LEVELS[tier] == visible), None)
