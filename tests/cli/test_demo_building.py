"""What the demo is built of is complete."""

import json
from importlib.resources import files

from kualik.engine.facts.edtf import is_edtf

CORPUS = files("kualik.cli.demo_corpus")


def test_the_corpus_is_what_its_manifest_says() -> None:
    """Some sixty documents in five languages, scans and a spreadsheet, each file there, each date a date."""
    manifest = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))
    entries = [entry for kind in ("documents", "tables", "scans") for entry in manifest[kind]]

    assert [entry["file"] for entry in entries if not (CORPUS / entry["file"]).is_file()] == []
    assert len(entries) >= 60
    assert {entry["language"].partition("-")[0] for entry in entries} >= {"en", "kk", "ru", "zh", "ug"}
    assert [entry["file"] for entry in entries if entry["published"] and not is_edtf(entry["published"])] == []
