"""`kill -9` in the middle of `kualik add` loses nothing; a hundred of them are for `python -m tools.kill_test`."""

import os
import random
from pathlib import Path

import pytest

from tools.kill_test import ADDRESS, Broken, Round, trial, write_files


@pytest.mark.django_db  # on both databases, though in processes of their own
def test_six_kills_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each everything verifies; at the end every file is there once, and was read once."""
    if server := os.environ.get("KUALIK_TEST_DATABASE_URL"):
        monkeypatch.setenv(ADDRESS, server)
    lines = list(trial(work=tmp_path, documents=24, kills=6, chance=random.Random(8)))  # noqa: S311 (when, not a secret)

    assert "kills 6" in lines[-1]


def test_a_broken_promise_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something acknowledged that is not there, something there that was changed: the trial would say so."""
    monkeypatch.delenv(ADDRESS, raising=False)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KUALIK_")}
    write_files(tmp_path / "files", documents=2, chance=random.Random(8))  # noqa: S311 (what, not a secret)
    one = Round(casebook=tmp_path / "casebook", files=tmp_path / "files", environment=environment)
    one.prepare()
    one.finish()
    one.acknowledged.add("0" * 64)
    with pytest.raises(Broken, match="acknowledged and gone"):
        one.check()
    one.acknowledged.clear()
    original = next((tmp_path / "casebook" / "vault").glob("??/*"))
    original.unlink()
    with pytest.raises(Broken, match="verify ended with 1"):
        one.check()
