"""Tallies repeat what never changes of a document, so that a list need not read the documents themselves."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REPEATED = ("source_id", "published", "language")


def repeat(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django's signature)
    """Copy it for what is there already."""
    tallies = apps.get_model("claims", "Tally")
    known = apps.get_model("documents", "Document").objects.values_list("pk", *REPEATED)
    rows = [tallies(document_id=id_, **dict(zip(REPEATED, told, strict=True))) for id_, *told in known.iterator()]
    tallies.objects.bulk_update(rows, REPEATED[1:] + ("source",), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_tally"), ("sources", "0001_initial"), ("documents", "0002_rendition")]

    operations = [
        migrations.AddField(
            "tally",
            "source",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sources.source"
            ),
        ),
        migrations.AddField("tally", "published", models.CharField(blank=True, max_length=40, default="")),
        migrations.AddField("tally", "language", models.CharField(blank=True, max_length=20, default="")),
        migrations.RunPython(repeat, migrations.RunPython.noop),
        migrations.AlterField(
            "tally",
            "source",
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sources.source"),
        ),
        migrations.AlterField("tally", "published", models.CharField(blank=True, max_length=40)),
        migrations.AlterField("tally", "language", models.CharField(blank=True, max_length=20)),
        migrations.RemoveIndex("tally", "tally_newest_first"),
        migrations.AddIndex("tally", models.Index(fields=["-read_at", "document"], name="tally_read_first")),
        migrations.AddIndex("tally", models.Index(fields=["-published", "document"], name="tally_published_first")),
    ]
