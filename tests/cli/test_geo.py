"""`kualik geo`: boundaries at the terminal."""

import json
from pathlib import Path

import pytest

from kualik.cases.places.models import Boundaries
from tests.cases.casting import keeper
from tests.cases.places.test_actions import FILE
from tests.cli.running import run

pytestmark = pytest.mark.django_db
WORDS = ("--code-field", "id", "--name-field", "title", "--licence", "Fictional, public domain")


def test_boundaries_come_and_go(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Imported, listed, removed, put back."""
    keeper()
    file = tmp_path / "steppes.geojson"
    file.write_bytes(FILE)

    said = run(capsys, "geo", "import", str(file), *WORDS)

    made = Boundaries.objects.get()
    assert (said.code, said.out) == (0, f"{made.pk}\t1 areas on the map: steppes (Fictional, public domain)\n")
    (line,) = run(capsys, "geo", "list", "--json").out.splitlines()
    assert json.loads(line) == {
        "id": str(made.pk), "title": "steppes", "licence": "Fictional, public domain", "areas": 1, "shown": True,
    }  # fmt: skip
    assert run(capsys, "geo", "remove", str(made.pk)).out == "steppes: taken off the map\n"
    assert run(capsys, "geo", "list").out.endswith("\tremoved\n")
    assert run(capsys, "geo", "remove", str(made.pk), "--undo").out == "steppes: on the map again\n"


def test_a_file_that_cannot_be_used_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With exit code 1, what is wrong, and nothing kept."""
    keeper()
    file = tmp_path / "steppes.geojson"
    file.write_bytes(FILE)

    said = run(capsys, "geo", "import", str(file), "--licence", "none")

    assert said.code == 1
    assert "feature 1: no property 'shapeID'; the feature has: id, title" in said.err
    assert not Boundaries.objects.exists()
