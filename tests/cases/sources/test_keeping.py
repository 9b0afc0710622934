"""Bytes on their way into the vault."""

from pathlib import Path

import pytest

from kualik.cases.sources import keeping


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\home\\aunt\\letter.txt", "letter.txt"),
        ("/home/aunt/letter.txt", "letter.txt"),
        ("exe.\u202etxt", "exe.txt"),
        ("\x00", "unnamed"),
    ],
)
def test_a_name_is_kept_without_folders_and_what_turns_it_around(given: str, kept: str) -> None:
    """Where somebody lives is not in it."""
    assert keeping.plain_name(given) == kept


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    """From memory or from the disk."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"kept once")

    first, second = keeping.keep(path, "a.txt"), keeping.keep(b"kept once", "b.txt")

    assert (first.sha256, first.name) == (second.sha256, second.name)
    assert not second.new
