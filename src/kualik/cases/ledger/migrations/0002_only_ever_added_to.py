"""Triggers that refuse to change or remove an entry, on both databases."""

from django.db import migrations

REFUSAL = "the ledger is only ever added to"
SQLITE = tuple(
    f"CREATE TRIGGER ledger_no_{deed.lower()} BEFORE {deed} ON ledger_entry"
    f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for deed in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger_entry"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
    "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_entry"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
)
UNDO = {
    "sqlite": ("DROP TRIGGER IF EXISTS ledger_no_update", "DROP TRIGGER IF EXISTS ledger_no_delete"),
    "postgresql": ("DROP FUNCTION IF EXISTS ledger_refuse() CASCADE",),
}


def install(apps, schema_editor):
    """Put the triggers in place."""
    vendor = schema_editor.connection.vendor
    with schema_editor.connection.cursor() as cursor:
        for statement in SQLITE if vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)


def remove(apps, schema_editor):
    """Take the triggers away; nothing but a test's clean-up and a reversed migration does that."""
    with schema_editor.connection.cursor() as cursor:
        for statement in UNDO[schema_editor.connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
