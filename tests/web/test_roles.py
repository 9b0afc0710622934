"""What each role may do, in words."""

from kualik.cases.accounts.models import Role
from kualik.web.roles import MEANINGS


def test_every_role_is_explained() -> None:
    """To whoever gives it and to whoever has it."""
    assert set(MEANINGS) == set(Role)
    assert all(str(meaning) for meaning in MEANINGS.values())
