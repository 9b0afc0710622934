"""Milliseconds that the server takes to make a page, median of 30, asked by Django's test client, signed in.

200 fictional reports were added before. The peer is a bare page of the same framework: one template with one line,
behind the same middleware, signed in the same way, so that what differs is our own work. The pages are asked for turn
by turn.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks._running import kualik
from benchmarks._texts import write_reports
from tools.rows import Row

__all__ = ["run"]

COUNT = 200
TURNS = 30


def run() -> list[Row]:
    """Build a casebook, then measure its pages and the bare one."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        write_reports(base / "reports", COUNT)
        kualik(base / "casebook", "init")
        kualik(base / "casebook", "add", str(base / "reports"))
        os.environ["KUALIK_CASEBOOK"] = str(base / "casebook")
        with _signed_in() as get:
            times = _measured(get, {"bare": "/bare/", **_pages()})
    return [
        Row(
            figure=name,
            unit="ms",
            ours=milliseconds,
            peer=times["bare"],
            peer_name="a bare page of the same Django",
            more_is_better=False,
        )
        for name, milliseconds in times.items()
        if name != "bare"
    ]


@contextmanager
def _signed_in() -> Iterator[Callable[[str], Any]]:
    from kualik.cli import common

    common.open_casebook()
    from django.conf import settings
    from django.db import connections
    from django.test import Client

    settings.ROOT_URLCONF = "benchmarks._bare_page"
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(common.acting())
    yield client.get
    connections.close_all()


def _pages() -> dict[str, str]:
    from django.urls import reverse

    from kualik.cases.documents import queries as documents
    from kualik.cases.people import queries as people
    from kualik.cli import common

    viewer = common.acting()
    document = documents.documents(viewer=viewer).first()
    person = people.people(viewer=viewer, limit=1).rows[0].person
    assert document
    return {
        "home": reverse("home"),
        "list of documents": reverse("documents"),
        "one document with its claims": reverse("document", args=[document.pk]),
        "list of people": reverse("people"),
        "one person": reverse("person", args=[str(person)]),
        "events": reverse("events"),
        "ledger": reverse("ledger"),
    }


def _measured(get: Callable[[str], Any], addresses: dict[str, str]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(TURNS):
        for name, address in addresses.items():
            began = time.perf_counter()
            answer = get(address)
            taken[name].append(1000 * (time.perf_counter() - began))
            if answer.status_code != 200:  # noqa: PLR2004 (HTTP's word for "here it is")
                raise RuntimeError(f"{name} at {address} answered {answer.status_code}")
    return {name: statistics.median(each) for name, each in taken.items()}
