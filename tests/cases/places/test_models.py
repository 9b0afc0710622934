"""What the database refuses about places."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.places.models import Boundaries, Naming
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


def test_a_name_has_one_decision_in_force() -> None:
    """Any number may have been taken back."""
    by = keeper()
    Naming.objects.create(key="qaba", written="Qaba", place="cn654324", by=by, at=NOW, undone_at=NOW, undone_by=by)
    Naming.objects.create(key="qaba", written="Qaba", place="cn654324", by=by, at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Naming.objects.create(key="qaba", written="qaba", place="", by=by, at=NOW)


def test_rows_name_themselves() -> None:
    """In errors and in tests."""
    assert str(Naming(written="Qaba", place="cn654324")) == "Qaba = cn654324"
    assert str(Naming(written="Qaba")) == "Qaba = no place"
    assert str(Boundaries(title="Steppes")) == "Steppes"
