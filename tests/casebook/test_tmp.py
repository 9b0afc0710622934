import pytest
from kualik.cases.accounts import actions
from kualik.cases.accounts.models import User
from datetime import datetime, UTC
from django.db import transaction, IntegrityError
from kualik.cases.ledger.models import Entry

@pytest.mark.django_db(transaction=True)
def test_a():
    actions.create_first(at=datetime.now(UTC), username="x")
    assert User.objects.count()==1
    with pytest.raises(Exception, match="only ever"): Entry.objects.all().delete()

@pytest.mark.django_db
def test_b():
    assert User.objects.count()==0
    actions.create_first(at=datetime.now(UTC), username="Ұлжан Өмір")
    assert User.objects.filter(username__iexact="ұлжан өмір").exists()
    assert User.objects.filter(username__icontains="өМ").exists()
    assert not User.objects.filter(username__icontains="%").exists()
