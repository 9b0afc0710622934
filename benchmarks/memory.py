"""Memory that adding and reading 300 fictional reports takes at its peak, in MiB of resident memory.

The peer is a bare Django that is set up and does nothing. The child process that parses is not in it: that one is
limited by itself (1.5 GiB for each file).
"""

import tempfile
from pathlib import Path

from benchmarks._running import kualik, python
from benchmarks._texts import write_reports
from benchmarks.starting import BARE_DJANGO
from tools.rows import Row

__all__ = ["run"]

COUNT = 300


def run() -> list[Row]:
    """Measure ours and the peer's."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        files = write_reports(base / "reports", COUNT)
        kualik(base / "casebook", "init")
        added = kualik(base / "casebook", "add", str(base / "reports"))
        verified = kualik(base / "casebook", "verify")
        read = kualik(base / "casebook", "read", "--json", *map(str, files))
    bare = python(BARE_DJANGO)
    return [
        Row(
            figure=name, unit="MiB", ours=ours, peer=bare.memory, peer_name="a bare Django set up", more_is_better=False
        )
        for name, ours in (("adding", added.memory), ("verifying", verified.memory), ("reading", read.memory))
    ]
