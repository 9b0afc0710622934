"""What a page's test starts from. The models are imported late: pytest reads this file before Django is ready."""

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kualik.cases.accounts.models import Role
    from tests.web.house import House


@pytest.fixture
def house(db: None) -> "House":  # noqa: ARG001 (the database is what it stands in)
    """The casebook with one document read."""
    built: House = import_module("tests.web.house").build()
    return built


@pytest.fixture
def as_(house: "House") -> "Callable[[Role | None], Client]":
    """A function that signs somebody in with one role, or as the keeper, who holds them all."""

    def signed_in(role: "Role | None" = None) -> "Client":
        client: Client = import_module("tests.web.house").sign_in(house.by_role[role] if role else house.keeper)
        return client

    return signed_in
