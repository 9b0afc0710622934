"""Passwords that are used once, the guided first sign-in, and signing out everywhere."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def have_arrived(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Whoever was here before needs no guide at the door."""
    apps.get_model("accounts", "User").objects.update(arrived_at=F("created_at"))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField("user", "one_time_until", models.DateTimeField(null=True)),
        migrations.AddField("user", "arrived_at", models.DateTimeField(null=True)),
        migrations.AddField("user", "sessions_ended", models.PositiveIntegerField(default=0)),
        migrations.RunPython(have_arrived, migrations.RunPython.noop),
    ]
