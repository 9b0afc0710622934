"""`kualik verify`: whatever was changed or lost is said."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from kualik.casebook import folder
from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.ledger import queries
from kualik.cases.ledger.models import Entry
from kualik.cli import verify
from tests.cases.casting import Story, keeper, worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def story() -> Story:
    """Accept what a report says."""
    story = Story("Khadisha, 68, was taken on 8 February.")
    story.say(story.person("Khadisha"), "age", "68")
    return story.accept()


def test_a_casebook_as_it_was_written_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """With how much is in it, and the hash to be witnessed."""
    ran = run(capsys, "verify", "--json")
    seq, hash_ = queries.head()

    assert (ran.code, ran.json["ok"], ran.json["problems"]) == (0, True, [])
    assert (ran.json["entries"], ran.json["head"], ran.json["sources"]) == (seq, hash_, 1)
    assert f"to be witnessed: {seq}:{hash_}" in run(capsys, "verify").out


@pytest.mark.parametrize("kind", ["claim", "document", "original"])
def test_every_kind_of_change_is_said(story: Story, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, each on stderr."""
    place = folder.vault(Path(settings.CASEBOOK)).place_of(story.document.source.object_name)
    if kind == "claim":
        Claim.objects.filter(property="age").update(value="69")
    elif kind == "document":
        Document.objects.update(text="nothing")
    else:
        place.chmod(0o600)
        place.write_bytes(b"nothing")
    ran = run(capsys, "verify")

    assert ran.code == 1
    assert ran.out.startswith("problems: 1")
    assert ran.err.startswith("kualik: ")
    place.unlink()


def test_a_witnessed_hash_shows_a_cut_end(capsys: pytest.CaptureFixture[str]) -> None:
    """An entry that is there passes, by its first digits too; one that is gone or other does not."""
    seq, hash_ = queries.head()

    assert run(capsys, "verify", "--witnessed", f"{seq}:{hash_}").code == 0
    assert run(capsys, "verify", "--witnessed", f"{seq}:{hash_[:12]}").code == 0
    for wrong in (f"{seq + 1}:{hash_}", f"{seq}:{'0' * 64}", f"{seq}:", "nonsense"):
        assert "witnessed" in run(capsys, "verify", "--witnessed", wrong).err


def test_the_ledger_is_written_out_for_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An object a line, in order; a file that is there is not replaced."""
    path = tmp_path / "ledger.jsonl"
    assert run(capsys, "verify", "--ledger", str(path)).code == 0
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert [line["seq"] for line in lines] == list(range(1, Entry.objects.count() + 1))
    assert lines[-1]["hash"] == queries.head()[1]
    assert "is there already" in run(capsys, "verify", "--ledger", str(path)).err


def test_none_but_administrators_verify(capsys: pytest.CaptureFixture[str]) -> None:
    """They read the whole ledger by it."""
    worker("saule", Role.EDITOR)

    assert "administrator" in run(capsys, "verify", as_="saule").err


def test_a_copy_that_was_cut_short_is_a_note_and_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing acknowledged is missing."""
    vault = folder.vault(Path(settings.CASEBOOK))
    (tmp_path / "x").write_bytes(tmp_path.name.encode())
    with (tmp_path / "x").open("rb") as content:
        stored = vault.put(content, label="x")
    (vault.folder / ".unfinished" / "left").write_bytes(b"testi")
    report = run(capsys, "verify", "--json").json

    assert report["ok"]
    assert any(stored.name[:16] in note for note in report["notes"])
    assert "1 copies" in " ".join(report["notes"])
    vault.sweep()
    vault.place_of(stored.name).unlink()
    assert verify.check(keeper()).is_whole
