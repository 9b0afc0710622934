"""Every letter of the demo's scans has a shape."""

import json
from importlib.resources import files

from kualik.cli.demo_fonts import face

CORPUS = files("kualik.cli.demo_corpus")
UNKNOWN = "\N{HANGUL SYLLABLE GA}"  # a letter that none of the files has


def test_every_letter_of_every_scan_is_drawn_as_itself() -> None:
    """No letter falls to the box that stands for a missing one."""
    manifest = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))
    boxes = []
    for entry in manifest["scans"]:
        used = face(entry["layout"]["font"], 24)
        for letter in set((CORPUS / entry["file"]).read_text(encoding="utf-8")) - set(" \n"):
            font = used.of(letter)
            if bytes(font.getmask(letter)) == bytes(font.getmask(UNKNOWN)):
                boxes.append((entry["file"], letter))

    assert boxes == []


def test_a_typewriter_gives_every_letter_the_same_room() -> None:
    """Columns of the picket log stand under each other."""
    assert face("monospace", 20).advance
    assert face("sans", 20).advance is None
