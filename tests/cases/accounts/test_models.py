"""The shape of an account."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.accounts.models import Grant, Role
from tests.cases.casting import NOW, worker

pytestmark = pytest.mark.django_db


def test_a_role_is_held_once_at_a_time() -> None:
    """The database sees to it."""
    saule = worker("saule", Role.EDITOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(user=saule, role=Role.EDITOR, granted_at=NOW)


def test_nobody_passes_every_check() -> None:
    """There is no superuser and no staff, whatever role somebody holds."""
    saule = worker("saule", *Role)

    assert [saule.is_staff, saule.is_superuser] == [False, False]


def test_somebody_is_shown_by_the_name_they_chose() -> None:
    """Else by the name they sign in with."""
    saule = worker("saule", Role.EDITOR)
    assert str(saule) == "Saule"
    saule.display_name = ""

    assert str(saule) == "saule"
    assert str(Grant.objects.get(user=saule)) == f"{saule.pk} editor"
