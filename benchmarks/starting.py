"""Seconds and memory from start to end of a command; the best of five starts.

Peers: a bare interpreter (`python -c pass`) for the commands that need no Django, and a bare Django with its settings
set up for those that need it.
"""

import tempfile
from pathlib import Path

from benchmarks._running import Run, kualik, python
from benchmarks._texts import write_reports
from tools.rows import Row

__all__ = ["run"]

STARTS = 5
BARE_DJANGO = (
    "import django; from django.conf import settings; "
    "settings.configure(INSTALLED_APPS=['django.contrib.contenttypes', 'django.contrib.auth'], "
    "DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}}); django.setup()"
)


def run() -> list[Row]:
    """Measure ours and the peers' turn by turn."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        (text,) = write_reports(base / "reports", 1)
        kualik(base / "casebook", "init")
        kualik(base / "casebook", "add", str(text))
        turns = [
            (
                python("pass"),
                python(BARE_DJANGO),
                kualik(base, "names", "compare", "Kulpan Zhumadil", "Кулпан Жумадил"),
                kualik(base, "read", "--json", str(text)),
                kualik(base / "casebook", "find", "Embassy"),
            )
            for _ in range(STARTS)
        ]
    bare, django, names, read, find = (_best([turn[place] for turn in turns]) for place in range(5))
    return [
        *_rows("names compare", names, bare, "python -c pass"),
        *_rows("read one report", read, bare, "python -c pass"),
        *_rows("find a person", find, django, "a bare Django set up"),
    ]


def _best(runs: list[Run]) -> Run:
    return Run(seconds=min(one.seconds for one in runs), memory=min(one.memory for one in runs))


def _rows(name: str, ours: Run, peer: Run, peer_name: str) -> list[Row]:
    return [
        Row(
            figure=f"{name}: time",
            unit="s",
            ours=ours.seconds,
            peer=peer.seconds,
            peer_name=peer_name,
            more_is_better=False,
        ),
        Row(
            figure=f"{name}: memory",
            unit="MiB",
            ours=ours.memory,
            peer=peer.memory,
            peer_name=peer_name,
            more_is_better=False,
        ),
    ]
