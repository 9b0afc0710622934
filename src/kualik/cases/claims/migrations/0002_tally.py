"""How far the review of each document has come, counted once for what is there already."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def count(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django's signature)
    """Count the claims of every document."""
    claims, tallies = apps.get_model("claims", "Claim"), apps.get_model("claims", "Tally")
    known = {
        id_: tallies(document_id=id_, read_at=at)
        for id_, at in apps.get_model("documents", "Document").objects.values_list("pk", "read_at")
    }
    found = claims.objects.order_by().values_list("document", "status").annotate(many=models.Count("pk"))
    for id_, status, many in found:
        setattr(known[id_], status, many)
    tallies.objects.bulk_create(known.values(), batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [
        migrations.AddIndex("claim", models.Index(fields=["document", "start", "end", "id"], name="claim_in_order_of_text")),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tally",
                        serialize=False,
                        to="documents.document",
                    ),
                ),
                ("read_at", models.DateTimeField()),
                ("proposed", models.PositiveIntegerField(default=0)),
                ("accepted", models.PositiveIntegerField(default=0)),
                ("rejected", models.PositiveIntegerField(default=0)),
                ("withdrawn", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-proposed", "-read_at", "document"], name="tally_waiting_first"),
                    models.Index(fields=["-read_at", "document"], name="tally_newest_first"),
                ]
            },
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
