"""Every action, done once, leaves exactly one entry in the ledger.

Each public function of each `actions.py` has its scenario in `scenarios.py`; one without breaks the first test here.
That a refused act leaves none is tested beside each action.
"""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError

from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.queries import rows
from kualik.cases.ledger.verification import check_chain
from tests.cases.casting import keeper
from tests.cases.scenarios import SCENARIOS

FOLDERS = ("ledger", "accounts", "sources", "documents", "claims", "arrivals", "people", "findings", "desk", "releases")
WITHOUT_ENTRY = {
    "sources.lease": "a worker takes the next source out of the queue: nothing is decided",
    "sources.release": "what a dead worker held goes back into the queue: nothing is decided",
    "desk.look": "looking at what a search finds is no deed",
    "documents.index": "the index of full text is derived: it says nothing that texts and claims do not",
    "arrivals.lease": "a worker takes the next table out of the queue: nothing is decided",
    "arrivals.note": "how far a table has come; the claims of its rows leave their own entry",
    "arrivals.settle": "undoing has come to its end; each step of it left its own entry",
    "people.arrange": "in which order pairs are asked about: nothing is decided",
    "findings.lease_count": "a worker takes the next count out of the queue: nothing is decided",
    "findings.note_count": "how far a count has come: nothing is decided",
    "findings.release_counts": "what a dead worker held goes back into the queue: nothing is decided",
}
"""Actions that leave no entry, and why."""


def actions() -> Iterator[str]:
    """Name every public function of every `actions.py`."""
    for folder in FOLDERS:
        module = import_module(f"kualik.cases.{folder}.actions")
        for name, value in vars(module).items():
            if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__:
                yield f"{folder}.{name}"


def test_every_action_has_its_scenario() -> None:
    """And every scenario its action."""
    assert set(SCENARIOS) == set(actions())
    assert WITHOUT_ENTRY.keys() <= SCENARIOS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("action", sorted(SCENARIOS))
def test_one_deed_leaves_one_entry(action: str) -> None:
    """One more than before, in its place in the chain."""
    deed = SCENARIOS[action]()
    before = Entry.objects.count()
    deed()

    assert Entry.objects.count() - before == (0 if action in WITHOUT_ENTRY else 1)
    assert check_chain(rows(viewer=keeper())) == []


@pytest.mark.django_db
@pytest.mark.parametrize("action", sorted(SCENARIOS.keys() - WITHOUT_ENTRY.keys()))
def test_where_the_entry_cannot_be_written_nothing_is_done(action: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The act and its entry are one: a ledger that refuses undoes everything else."""
    deed = SCENARIOS[action]()
    before = tables()

    def refuse(**_fields: object) -> None:
        raise DatabaseError("the ledger cannot be written")

    monkeypatch.setattr(Entry.objects, "create", refuse)
    with pytest.raises(DatabaseError, match="cannot be written"):
        deed()

    assert tables() == before


def tables() -> dict[str, list[object]]:
    """Read every row of every table of the cases."""
    kept = (model for folder in FOLDERS for model in apps.get_app_config(folder).get_models())
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in kept}  # noqa: SLF001
