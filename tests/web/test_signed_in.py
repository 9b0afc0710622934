"""Who is looking."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.web.signed_in import viewer_of
from tests.web.house import NOW, House


def test_nobody_is_nobody() -> None:
    """A view that is opened by mistake still shows nothing."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    with pytest.raises(PermissionDenied):
        viewer_of(request)


def test_the_account_is_found(as_: Callable[[Role], Client]) -> None:
    """The page greets whoever is signed in."""
    assert "Editor" in as_(Role.EDITOR).get("/").content.decode()


def test_the_roles_are_asked_for_once_to_show_a_page(
    as_: Callable[[Role], Client], django_assert_max_num_queries: Callable[..., AbstractContextManager[Any]]
) -> None:
    """However many things on it depend on them."""
    client = as_(Role.EDITOR)

    with django_assert_max_num_queries(100) as asked:
        client.get("/people/K-000002/")

    assert sum('"accounts_grant"' in one["sql"] for one in asked.captured_queries) == 1


def test_a_role_that_is_taken_back_counts_at_the_next_deed(house: House, as_: Callable[[Role], Client]) -> None:
    """Roles are remembered for one page and no longer, and never for a deed."""
    client = as_(Role.READER)
    assert client.get("/people/").status_code == 200

    accounts.end_grant(by=house.keeper, at=NOW, user=house.by_role[Role.READER], role=Role.READER)

    assert client.get("/people/").status_code == 403
