"""What the database itself refuses about choices."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.findings.models import Choice
from tests.cases.casting import NOW, Story, keeper, later


@pytest.mark.django_db
def test_one_choice_is_in_force_for_a_property() -> None:
    """An ended one makes room."""
    story = Story("Serik Almasuly was seen.")
    one = story.person("Serik Almasuly")
    told = {"person": story.propose().who(one), "property": "Custody.sentence", "by": keeper(), "at": NOW, "why": "w"}
    first = Choice.objects.create(value="P10Y", **told)

    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.create(value="P12Y", **told)
    first.ended_at = later(1)
    first.save()
    second = Choice.objects.create(value="P12Y", **told)
    assert Choice.objects.filter(ended_at=None).get() == second
