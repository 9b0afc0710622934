"""Whatever is changed in a source, or lost of it, shows."""

from pathlib import Path

import pytest
from django.conf import settings

from kualik.casebook import folder
from kualik.cases.sources import actions
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Handover, Source
from kualik.cases.sources.verification import orphans, problems
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Source:
    """Add a source."""
    told = Told(publisher="The Steppe Post", published="2024-02-08")
    note = HandoverNote(provider="a cousin", consent="names withheld")
    return actions.add(by=keeper(), at=NOW, content=b"testimony", name="t.txt", handover=note, told=told).source


def test_what_is_as_it_was_has_no_problems(source: Source) -> None:
    """Nor has one whose reading has gone on."""
    actions.lease(worker="w", at=NOW, seconds=60)
    actions.finish(by=keeper(), at=NOW, source=source, worker="w", media_type="text/plain")

    assert list(problems()) == []


@pytest.mark.parametrize(
    "changed", [{"publisher": "Another"}, {"published": "2023"}, {"size": 1}, {"official": True}, {"language": "ru"}]
)
def test_a_changed_row_is_noticed(source: Source, changed: dict[str, object]) -> None:
    """Whichever of the things that never change."""
    Source.objects.filter(pk=source.pk).update(**changed)

    assert [problem.where for problem in problems()] == [f"source {source.sha256}"]


@pytest.mark.parametrize("field", ["file_name", "origin", "provider", "note", "consent"])
def test_a_changed_handover_is_noticed(source: Source, field: str) -> None:
    """Who gave it, under which consent."""
    Handover.objects.filter(source=source).update(**{field: "something else"})

    assert "not as the ledger says" in next(problems()).what


@pytest.mark.usefixtures("source")
def test_a_removed_source_is_noticed() -> None:
    """The ledger still says that it was added."""
    Handover.objects.all().delete()
    Source.objects.all().delete()

    assert "it is gone" in next(problems()).what


def test_an_original_changed_or_lost_is_noticed(source: Source) -> None:
    """By its hash, and by its absence."""
    vault = folder.vault(Path(settings.CASEBOOK))
    place = vault.place_of(source.object_name)
    place.chmod(0o600)
    place.write_bytes(b"Testimony")
    assert "its hash differs" in next(problems()).what
    place.unlink()

    assert "is missing" in next(problems()).what


def test_an_original_that_no_source_names_is_listed() -> None:
    """A copy whose row was never written, since the end came between."""
    vault = folder.vault(Path(settings.CASEBOOK))
    with (Path(settings.CASEBOOK) / "casebook.toml").open("rb") as content:
        stored = vault.put(content, label="x")

    assert stored.name in orphans()
    assert list(problems()) == []
