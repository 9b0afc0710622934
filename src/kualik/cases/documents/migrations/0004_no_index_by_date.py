"""Documents are listed by their tallies, which have the date themselves."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_full_text")]

    operations = [migrations.RemoveIndex("document", "document_newest_first")]
