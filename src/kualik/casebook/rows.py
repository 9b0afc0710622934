"""Every row of a casebook's database as lines of JSON, the same for every kind of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction

from kualik.casebook.errors import CasebookError

__all__ = ["RowsRefused", "dump", "load", "snapshot"]

MADE_BY_DJANGO = {"contenttypes", "auth", "sessions"}  # filled when tables are made, or worth nothing elsewhere
BATCH = 500  # rows


class RowsRefused(CasebookError):
    """Rows cannot be put into the database."""

    def __init__(self, *, what: str) -> None:
        super().__init__(f"the rows of this backup do not go into this database: {what}; nothing was kept")
        self.what = what


class Exact(DjangoJSONEncoder):
    """Writes moments to the microsecond; Django's own cuts them to the millisecond, and hashes would not fit."""

    def default(self, o: Any) -> Any:
        """Write what JSON has no form for."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


@contextmanager
def snapshot() -> Iterator[None]:
    """See the database as it is at one moment, whatever others write meanwhile."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def dump(to: BinaryIO) -> None:
    """Write every row, within a snapshot."""
    for model in _models():
        rows = model._default_manager.order_by("pk").iterator(chunk_size=BATCH)
        to.writelines(serializers.serialize("jsonl", [row], cls=Exact).encode() for row in rows)


def load(path: Path) -> None:
    """Put rows into empty tables, all or none.

    Raises:
        RowsRefused: a line is none of ours, or the rows do not fit together.
    """
    try:
        with transaction.atomic():
            for model, rows in _batches(path):
                model._default_manager.bulk_create(rows)
            _count_on()
    except (DeserializationError, ValueError, LookupError) as error:
        raise RowsRefused(what=str(error)) from error


def _batches(path: Path) -> Iterator[tuple[type[models.Model], list[models.Model]]]:
    """Group rows that follow each other into batches of one model."""
    waiting: list[models.Model] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = next(
                iter(serializers.deserialize("jsonl", [line]))
            ).object  # a list: a text would be cut at U+2028 as well
            if waiting and (type(row) is not type(waiting[0]) or len(waiting) >= BATCH):
                yield type(waiting[0]), waiting
                waiting = []
            waiting.append(row)
    if waiting:
        yield type(waiting[0]), waiting


def _count_on() -> None:
    """Let the next row that the database numbers come after those that were put in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in MADE_BY_DJANGO and model._meta.managed and not model._meta.proxy
    ]
