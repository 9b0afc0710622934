"""Every row as a line of JSON, and back."""

from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from kualik.casebook import rows
from kualik.cases.accounts.models import User
from kualik.cases.documents.models import Page
from kualik.cases.ledger.models import Entry
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db(transaction=True)  # a snapshot is a transaction of its own
TEXT = "Хадиша, 68, was taken on 8 February.\u2028 She \\ 'said' so."


def dumped() -> bytes:
    """Write every row."""
    to = BytesIO()
    with rows.snapshot():
        rows.dump(to)
    return to.getvalue()


def emptied() -> None:
    """Empty every table, as in a new database."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]  # noqa: SLF001
    connection.ops.execute_sql_flush(
        connection.ops.sql_flush(no_style(), [table for table in tables if not table.startswith("django_migrations")])
    )


def test_what_was_written_comes_back_the_same(tmp_path: Path) -> None:
    """Letter for letter and to the microsecond: writing it again gives the same bytes; numbering goes on."""
    story = Story(TEXT)
    story.person("Хадиша")
    story.accept()
    Page.objects.create(document=story.document, number=1, start=0, end=3, boxes=[[0, 3, 0.1, 2, 3, 4]])
    first = dumped()
    (tmp_path / "rows.jsonl").write_bytes(first)
    emptied()
    assert not User.objects.exists()
    rows.load(tmp_path / "rows.jsonl")

    assert dumped() == first
    Page.objects.create(document_id=story.document.pk, number=2, start=3, end=4)


@pytest.mark.parametrize("line", ["{}", "no json", '{"model": "no.such", "pk": 1, "fields": {}}'])
def test_rows_that_are_not_ours_are_refused_whole(line: str, tmp_path: Path) -> None:
    """Not one of them is kept."""
    Story("x").propose()
    ours = dumped().splitlines()[0]
    (tmp_path / "rows.jsonl").write_bytes(line.encode() + b"\n" + ours)
    before = Entry.objects.count()
    with pytest.raises(rows.RowsRefused, match="nothing was kept"):
        rows.load(tmp_path / "rows.jsonl")

    assert Entry.objects.count() == before
