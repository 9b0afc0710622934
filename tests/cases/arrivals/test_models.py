"""What the database itself refuses."""

import pytest
from django.db import IntegrityError

from kualik.cases.arrivals import actions
from kualik.cases.arrivals.models import Arrival, Outcome
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


def test_what_was_taken_has_its_source() -> None:
    """Only what was refused has none."""
    batch = actions.open_batch(by=keeper(), at=NOW, title="letters")

    with pytest.raises(IntegrityError):
        Arrival.objects.create(batch=batch, name="a.txt", outcome=Outcome.NEW, at=NOW)
