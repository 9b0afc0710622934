"""Which mentions belong together."""

import pytest

from kualik.cases.people import partition
from kualik.cases.people.actions import judge, undo
from kualik.cases.people.models import Verdict
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


def test_connection_runs_through_others_and_ends_where_a_judgement_was_undone() -> None:
    """a–b and b–c make a, b, c; without b–c the third stands alone."""
    story = Story("Arman Bek, Bolat Bek and Erlan Bek were seen.")
    ids = [story.person(name) for name in ("Arman Bek", "Bolat Bek", "Erlan Bek")]
    story.propose()
    a, b, c = (story.mention(one) for one in ids)
    judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.POSITIVE)
    second = judge(by=keeper(), at=NOW, left=b, right=c, verdict=Verdict.POSITIVE)

    assert partition.connected(a.pk) == {a.pk, b.pk, c.pk}
    undo(by=keeper(), at=NOW, judgement=second)
    assert set(partition.components([a.pk, c.pk])) == {frozenset({a.pk, b.pk}), frozenset({c.pk})}


def test_a_no_binds_in_either_direction() -> None:
    """Left and right are only an order of storage."""
    story = Story("Arman Bek and Bolat Bek were seen.")
    ids = [story.person("Arman Bek"), story.person("Bolat Bek")]
    story.propose()
    a, b = (story.mention(one) for one in ids)
    apart = judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.NEGATIVE)

    assert partition.binding([a.pk], [b.pk]) == apart
    assert partition.binding([b.pk], [a.pk]) == apart
    assert partition.binding([a.pk], []) is None
