"""Every field of every model says how sensitive it is: public, restricted or secret."""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from kualik.cases.ledger.models import PUBLIC, RESTRICTED, SECRET

LEVELS = {PUBLIC, RESTRICTED, SECRET}


def undeclared(found: Iterable[type[models.Model]]) -> list[str]:
    """Name the fields that say nothing, the declarations of fields that are not there, and unknown words."""
    return [line for model in found for line in _undeclared(model)]


def _undeclared(model: type[models.Model]) -> list[str]:
    declared: dict[str, str] = vars(model).get("sensitivity", {})
    fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}  # noqa: SLF001 (Django's documented way)
    name = model.__name__
    return [
        *(f"{name}.{field} is not declared" for field in sorted(fields - declared.keys())),
        *(f"{name}.{field} is declared and does not exist" for field in sorted(declared.keys() - fields)),
        *(f"{name}.{field} is {level!r}" for field, level in declared.items() if level not in LEVELS),
    ]


def ours() -> list[type[models.Model]]:
    """Give the models of our own apps, those that tie two others together included."""
    return [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("kualik.")]


def test_every_field_is_declared() -> None:
    """A field that nobody has thought about is in no release and in no export, because it breaks this test."""
    assert undeclared(ours()) == []


def test_there_are_models_to_look_at() -> None:
    """The test above looks at something."""
    assert len(ours()) > len(LEVELS)


@pytest.mark.parametrize(
    ("sensitivity", "said"),
    [
        ({"id": PUBLIC}, ["Witness.name is not declared"]),
        ({"id": PUBLIC, "name": SECRET, "age": PUBLIC}, ["Witness.age is declared and does not exist"]),
        ({"id": PUBLIC, "name": "private"}, ["Witness.name is 'private'"]),
        ({"id": PUBLIC, "name": SECRET}, []),
    ],
)
@isolate_apps("kualik.cases.ledger")
def test_an_undeclared_field_is_found(sensitivity: dict[str, str], said: list[str]) -> None:
    """A field left out, a declaration left behind and a word that is no level are each named."""
    declared = sensitivity

    class Witness(models.Model):
        sensitivity = declared

        id = models.BigAutoField(primary_key=True)
        name = models.CharField(max_length=10)

        class Meta:
            app_label = "ledger"

        def __str__(self) -> str:
            return self.name

    assert undeclared([Witness]) == said
