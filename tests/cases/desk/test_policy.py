"""Readers keep searches; contributors and publishers keep collections; editors undo what others did."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.desk import policy
from kualik.cases.desk.models import Bulk
from tests.cases.casting import keeper, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.READER, False), (Role.CONTRIBUTOR, True), (Role.EDITOR, True), (Role.PUBLISHER, True)],
)
def test_who_may_collect(role: Role, may: bool) -> None:  # noqa: FBT001 (what is expected)
    """An editor is a contributor."""
    assert policy.may_collect(worker(role.value, role)) is may


def test_an_administrator_keeps_no_search() -> None:
    """They read nothing by that role."""
    with pytest.raises(NotAllowed):
        policy.check_may_search(worker("marat", Role.ADMINISTRATOR))


def test_another_contributors_deed_is_undone_by_an_editor_only() -> None:
    """One's own by oneself."""
    contributor, editor = worker("daniyar", Role.CONTRIBUTOR), worker("saule", Role.EDITOR)
    policy.check_may_undo(editor, Bulk(by=keeper()))
    policy.check_may_undo(contributor, Bulk(by=contributor))
    with pytest.raises(NotAllowed):
        policy.check_may_undo(contributor, Bulk(by=keeper()))
