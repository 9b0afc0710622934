from django.db import migrations, models


class Migration(migrations.Migration):
    """An index to count sources by. None begins with the level: SQLite without statistics starts from it, everywhere."""

    dependencies = [("sources", "0003_level_index")]

    operations = [
        migrations.RemoveIndex(model_name="source", name="source_level"),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["state", "refusal", "level"], name="source_counted"),
        ),
    ]
