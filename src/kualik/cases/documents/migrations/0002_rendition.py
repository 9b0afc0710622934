"""Which text is the translation of which."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _account(null: bool) -> models.ForeignKey:
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )


def _source(related: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related, to="sources.source"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Rendition",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("declared_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("declared_by", _account(null=False)),
                ("original", _source("rendered_by")),
                ("source", _source("renders")),
                ("undone_by", _account(null=True)),
            ],
            options={
                "ordering": ["declared_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["source"], condition=models.Q(undone_at=None), name="rendition_of_one_original"
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(source=models.F("original")), name="rendition_of_another"
                    ),
                ],
            },
        ),
    ]
