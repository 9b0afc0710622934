"""What the database itself refuses about persons."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.people.models import Judgement, Person, Verdict
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


def test_a_number_is_given_once() -> None:
    """Two persons under one number would be one person at work."""
    Person.objects.create(number=7, created_at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(number=7, created_at=NOW)


def test_a_person_is_called_by_a_number_of_six_digits() -> None:
    """K-000007."""
    assert str(Person(number=7)) == "K-000007"


def test_one_judgement_is_in_force_for_a_pair() -> None:
    """And none of a mention with itself."""
    story = Story("Serik Almasuly and Dina Omarqyzy were seen.")
    ids = [story.person("Serik Almasuly"), story.person("Dina Omarqyzy")]
    left, right = (story.propose().mention(ids[0]), story.mention(ids[1]))
    told = {"verdict": Verdict.UNSURE, "by": keeper(), "at": NOW}
    Judgement.objects.create(left=left, right=right, **told)

    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(left=left, right=right, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(left=left, right=left, **told)
