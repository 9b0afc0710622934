"""Tests of what a child gives up; each in a process of its own, since there is no way back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kualik.engine.reading.limits import MIB, STANDARD

PROGRAM = """
import json, os, resource, sys, tempfile
from pathlib import Path
from kualik.engine.reading.confine import confine
from kualik.engine.reading.limits import STANDARD
confine(limits=STANDARD, folder=Path(sys.argv[1]), parent=os.getppid() + int(sys.argv[2]))
names = ("CPU", "FSIZE", "NOFILE", "CORE", "AS")
limits = {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in names}
print(json.dumps({"limits": limits, "folder": os.getcwd(), "temporary": tempfile.gettempdir()}))
"""


def run(folder: Path, *, wrong_parent: int = 0) -> subprocess.CompletedProcess[bytes]:
    """Run a program that confines itself and says what it is left with."""
    command = [sys.executable, "-c", PROGRAM, str(folder), str(wrong_parent)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)


def test_limits_are_set_for_good(tmp_path: Path) -> None:
    """No child can raise them again: the soft limit is the hard one, but for a second of grace on time."""
    found = json.loads(run(tmp_path).stdout)

    assert found["limits"]["CPU"] == [STANDARD.cpu_seconds, STANDARD.cpu_seconds + 1]
    assert found["limits"]["FSIZE"] == [64 * MIB] * 2
    assert found["limits"]["NOFILE"] == [64] * 2
    assert found["limits"]["CORE"] == [0, 0]
    if sys.platform == "linux":
        assert found["limits"]["AS"] == [STANDARD.memory_bytes] * 2


def test_the_private_folder_is_where_it_works(tmp_path: Path) -> None:
    """Working and temporary files stay in the folder that is removed afterwards."""
    found = json.loads(run(tmp_path).stdout)

    assert Path(found["folder"]).resolve() == tmp_path.resolve()
    assert Path(found["temporary"]).resolve() == tmp_path.resolve()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_a_child_whose_parent_is_gone_ends_itself(tmp_path: Path) -> None:
    """A parent that died before the child could ask to be told is noticed."""
    assert run(tmp_path, wrong_parent=1).returncode == -9
