"""Who reads, and whether they live."""

import subprocess
import sys
from pathlib import Path

from kualik.casebook.worker import gone, living, working


def test_a_living_worker_is_not_gone(tmp_path: Path) -> None:
    """Nor are two that share a name's machine the same."""
    with working(tmp_path) as one, working(tmp_path) as other:
        assert one != other
        assert gone(tmp_path, {one, other}) == frozenset()


def test_a_worker_that_ended_is_gone(tmp_path: Path) -> None:
    """Politely or not; asked again it still is."""
    with working(tmp_path) as ended:
        pass
    code = (
        "import os, sys, pathlib; from kualik.casebook.worker import working\n"
        "with working(pathlib.Path(sys.argv[1])) as name:\n print(name, flush=True); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)

    names = {ended, killed.stdout.strip()}
    assert killed.returncode == -9
    assert gone(tmp_path, names) == gone(tmp_path, names) == names
    assert list((tmp_path / "incoming" / "workers").iterdir()) == []


def test_whether_a_worker_elsewhere_lives_is_not_known(tmp_path: Path) -> None:
    """Its lease runs out by itself; and a name from elsewhere leads to no file here."""
    assert gone(tmp_path, {"another-machine:abc", "", "x:../../../etc"}) == frozenset()


def test_those_who_live_are_counted(tmp_path: Path) -> None:
    """Whoever died without a word is not."""
    assert living(tmp_path) == 0
    with working(tmp_path), working(tmp_path):
        (tmp_path / "incoming" / "workers" / "dead").touch()
        assert living(tmp_path) == 2
