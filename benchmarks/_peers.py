"""An environment of the peers' own, made once in .tools from benchmarks/peers.lock, so that ours does not hold them."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tools.installer import located
from tools.steps import ROOT, say

__all__ = ["Peers", "made"]

PROGRAM = ROOT / "benchmarks" / "_names_peers.py"
LOCKS = ("peers.lock", "peers-light.lock")
LEFT_OUT = {
    "peers.lock": "nomenklatura and all on ICU are left out: PyICU has no wheel, and ICU's headers or a compiler are "
    "missing (Debian: sudo apt-get install -y libicu-dev pkg-config g++ python3-dev)",
    "peers-light.lock": "every peer is left out: their packages could not be fetched",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """The peers' own Python, and whether it has all of them or only those that need no ICU."""

    python: Path
    whole: bool

    def ask(self, *words: str, asked: object) -> Any:
        """Have the peers' program do something with what is asked, as JSON in and out."""
        command = (str(self.python), str(PROGRAM), *words)
        done = subprocess.run(command, input=json.dumps(asked), stdout=subprocess.PIPE, encoding="utf-8", check=True)
        return json.loads(done.stdout)


def made() -> Peers | None:
    """Make the environment if it is not there: the whole one, else the light one, else say that there is none."""
    for lock in LOCKS:
        python = _environment(ROOT / "benchmarks" / lock)
        if python is not None:
            return Peers(python=python, whole=lock == LOCKS[0])
        say(f"benchmarks: {LEFT_OUT[lock]}")
    return None


def _environment(lock: Path) -> Path | None:
    place = ROOT / ".tools" / f"{lock.stem}-{sha256(lock.read_bytes()).hexdigest()[:12]}"
    python = place / "bin" / "python"
    if python.exists():
        return python
    new = place.with_suffix(".new")
    uv = str(located())
    steps = (
        (uv, "venv", "-q", "--clear", "--relocatable", str(new)),
        (uv, "pip", "install", "-q", "--python", str(new), "--require-hashes", "-r", str(lock)),
    )
    if any(subprocess.run(step, check=False, capture_output=True).returncode for step in steps):
        shutil.rmtree(new, ignore_errors=True)
        return None
    new.rename(place)
    return python
