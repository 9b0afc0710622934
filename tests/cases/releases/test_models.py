"""What the database itself refuses about releases."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.releases.models import Consent, Item, Release
from tests.cases.casting import NOW, keeper
from tests.cases.releases.releasing import case, consented, draft


@pytest.mark.django_db
def test_a_person_and_a_place_stand_once_in_a_release() -> None:
    """Twice the same person would be two persons to a reader."""
    person = case().who("e1")
    consented(person)
    release = draft(person)
    told = {"release": release, "person": person, "consent": Consent.objects.get(), "content": {}}

    for position in (1, 2):
        with pytest.raises(IntegrityError), transaction.atomic():
            Item.objects.create(position=position, **told)


def test_a_release_is_called_by_its_title() -> None:
    """That is how people at work name it."""
    assert str(Release(title="Held since 2018")) == "Held since 2018"


@pytest.mark.django_db
def test_a_consent_says_who_and_to_whom_and_not_who_gave_it() -> None:
    """Its name may stand in a list."""
    person = case().who("e1")
    told = Consent(person=person, audience="un", given_by="a secret", recorded_by=keeper(), recorded_at=NOW)

    assert str(told) == f"{person.pk} to un"
