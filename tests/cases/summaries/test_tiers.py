"""Whoever looks sees the summaries made of what they may see, and no others."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.sources.policy import levels
from kualik.cases.summaries.tiers import GUARDED, LEVELS, tier_of
from tests.cases.casting import worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_the_tier_of_what_it_may_know(role: Role) -> None:
    """Exactly the sensitivities that the policy of sources gives it; an administrator alone has none."""
    user = worker("somebody", role)
    tier = tier_of(user)

    assert (frozenset() if tier is None else LEVELS[tier]) == levels(user)


def test_the_guarded_are_what_not_everybody_sees() -> None:
    """What is public or internal is seen by all tiers."""
    assert {"restricted", "sealed"} == GUARDED
