"""300 fictional reports of about 190 words each, as text files, on a plain casebook in a temporary folder.

The peer is the floor below which nothing can go that keeps what it acknowledges: the same files read, hashed with
SHA-256, and written one by one to the same disk with fsync of file and folder. Ours does that too, and besides reads
each in a child process with limits, reads claims from it, proposes matches of persons, and writes rows and ledger.
`read` is `kualik read --json`, which stores nothing; its peer reads the same files and hashes them.
"""

import os
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from benchmarks._running import kualik
from benchmarks._texts import write_reports
from tools.rows import Row

__all__ = ["run"]

COUNT = 300


def run() -> list[Row]:
    """Measure, the floor before and after ours, the faster of the two taken."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        files = write_reports(base / "reports", COUNT)
        kualik(base / "casebook", "init")
        before = _floor(files, base / "floor-1")
        added = kualik(base / "casebook", "add", str(base / "reports"))
        again = kualik(base / "casebook", "add", str(base / "reports"))
        after = _floor(files, base / "floor-2")
        hashed = _hashed(files)
        read = kualik(base / "casebook", "read", "--json", *map(str, files))
    floor = min(before, after)
    return [
        _row("documents added", COUNT / added.seconds, COUNT / floor, "files hashed and written with fsync"),
        _row(
            "documents added again: nothing",
            COUNT / again.seconds,
            COUNT / floor,
            "files hashed and written with fsync",
        ),
        _row("documents read, nothing stored", COUNT / read.seconds, COUNT / hashed, "files read and hashed"),
    ]


def _row(figure: str, ours: float, peer: float, name: str) -> Row:
    return Row(
        figure=figure, unit="a second", ours=ours, peer=peer, peer_name=name, note="start of the program included"
    )


def _floor(files: Sequence[Path], folder: Path) -> float:
    folder.mkdir()
    began = time.perf_counter()
    for path in files:
        content = path.read_bytes()
        _write(folder / sha256(content).hexdigest(), content)
    return time.perf_counter() - began


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _hashed(files: Sequence[Path]) -> float:
    began = time.perf_counter()
    for path in files:
        sha256(path.read_bytes()).hexdigest()
    return time.perf_counter() - began
