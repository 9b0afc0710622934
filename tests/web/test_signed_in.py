"""Who is looking."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from kualik.cases.accounts.models import Role
from kualik.web.signed_in import viewer_of


def test_nobody_is_nobody() -> None:
    """A view that is opened by mistake still shows nothing."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    with pytest.raises(PermissionDenied):
        viewer_of(request)


def test_the_account_is_found(as_: Callable[[Role], Client]) -> None:
    """The page greets whoever is signed in."""
    assert "Editor" in as_(Role.EDITOR).get("/").content.decode()
