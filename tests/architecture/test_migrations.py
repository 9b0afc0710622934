"""The migrations say what the models say."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState


def missing(wanted: ProjectState) -> dict[str, list[str]]:
    """Describe, for each of our apps, what no migration does yet."""
    loader = MigrationLoader(None)
    questioner = NonInteractiveMigrationQuestioner(specified_apps=set(), dry_run=True)
    changes = MigrationAutodetector(loader.project_state(), wanted, questioner).changes(graph=loader.graph)
    return {
        app: [operation.describe() for migration in migrations for operation in migration.operations]
        for app, migrations in changes.items()
        if apps.get_app_config(app).name.startswith("kualik.")
    }


def test_no_migration_is_missing() -> None:
    """A casebook that is brought up to date has the tables that the program expects."""
    assert missing(ProjectState.from_apps(apps)) == {}


def test_a_missing_migration_is_found() -> None:
    """A field that goes from a model without a migration is named."""
    wanted = ProjectState.from_apps(apps)
    wanted.remove_field("ledger", "entry", "about")

    assert missing(wanted) == {"ledger": ["Remove field about from entry"]}
