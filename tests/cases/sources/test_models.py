"""The shape of a source."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.sources import actions
from kualik.cases.sources.models import RowMapping, Source
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("changed", [{"state": "refused"}, {"refusal": "empty"}])
def test_refused_and_its_reason_belong_together(changed: dict[str, str]) -> None:
    """Neither is there without the other."""
    actions.add(by=keeper(), at=NOW, content=b"x", name="x.txt")
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.update(**changed)


def test_rows_are_shown_by_what_they_are() -> None:
    """The first digits of the hash, the file's name, the mapping's name with its version."""
    by = keeper()
    source = actions.add(by=by, at=NOW, content=b"x", name="x.txt").source
    mapping = RowMapping(name="committee", version=2)

    assert [str(source), str(source.handover), str(mapping)] == [source.sha256[:12], "x.txt", "committee 2"]
