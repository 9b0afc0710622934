"""Twenty people at once, for ten minutes, over HTTP: they look at lists, documents and persons, search, and decide.

`KUALIK_BENCH_SECONDS` says for how long (600 where it is not set), `KUALIK_BENCH_CROWD` of how many people the casebook
is (2,000). Each of them waits half a second to a second and a half between two pages. All decide on the claims of the
same few documents, so that they meet: whoever comes second is told so with 409, which is no error, or that it stands so
already. What the server acknowledged is looked for in the casebook afterwards: each decision must be there, by whoever
was first, every claim must stand where the ledger puts it, and the chain of the ledger must be whole. Memory is the
server's, worker included: how much more it holds at the end than after a quarter of the time.
"""

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode
from uuid import UUID

from benchmarks._casebook import make
from tools.postgres import free_port
from tools.rows import Row

__all__ = ["Somebody", "Told", "run"]

PEOPLE_AT_ONCE = 20
SECONDS = "600"
CROWD = "2000"
SHARED = 40  # documents whose claims everybody decides on
MEET = 409
PROPOSED = "proposed"  # as every claim begins: to reopen one that waits changes nothing
FINE = frozenset({200, 302})
PAUSE = (0.5, 1.5)  # seconds between two pages
EVERY = 2.0  # seconds between two looks at the memory
WORDS = ("Nurbolat", "Зарина", "Kunes", "Omirtay")


@dataclass(slots=True, kw_only=True)
class Told:
    """What everybody found: milliseconds of each answer, what was acknowledged, what went wrong."""

    times: list[float] = field(default_factory=list)
    kept: list[tuple[float, str, str, str]] = field(default_factory=list)  # when, claim, what it became, who
    met: int = 0
    errors: list[str] = field(default_factory=list)


class Somebody:
    """One of the twenty, signed in, with a connection of their own."""

    def __init__(self, *, port: int, name: str, session: str, told: Told, seed: int) -> None:
        self.port, self.name, self.session, self.told = port, name, session, told
        self.chance = random.Random(seed)
        self.token = "k" * 32

    def ask(self, address: str, posted: dict[str, str] | None = None) -> int:
        """Ask for a page, or do a deed, and note how long it took."""
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={self.token}", "X-CSRFToken": self.token}
        body = None
        if posted is not None:
            body, headers["Content-Type"] = urlencode(posted), "application/x-www-form-urlencoded"
        began = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET" if posted is None else "POST", address, body=body, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except OSError as error:
            self.told.errors.append(f"{address}: {error}")
            return 0
        finally:
            connection.close()
        self.told.times.append(1000 * (time.perf_counter() - began))
        if answer.status not in {*FINE, MEET}:
            self.told.errors.append(f"{address}: {answer.status}")
        return answer.status

    def decide(self, claims: list[str]) -> None:
        """Accept or reject one of the claims that everybody decides on, in the state in which it is thought to be."""
        claim, became = self.chance.choice(claims), self.chance.choice(("accept", "reject", "reopen"))
        status = self.ask(f"/claims/{claim}/{became}/", {"why": f"by {self.name}"})
        if status in FINE:
            done = {"accept": "accepted", "reject": "rejected", "reopen": "proposed"}[became]
            self.told.kept.append((time.monotonic(), claim, done, self.name))
        self.told.met += status == MEET

    def work(self, pages: list[str], claims: list[str], until: float) -> None:
        """Work until the time is over."""
        while time.monotonic() < until:
            deed = self.chance.random()
            if deed < 0.4:  # noqa: PLR2004 (of ten things done, four are decisions)
                self.decide(claims)
            elif deed < 0.5:  # noqa: PLR2004 (one is a search)
                words = self.chance.choice(WORDS)
                self.ask(self.chance.choice(("/find/", "/people/")), {"words": words, "query": words})
            else:
                self.ask(self.chance.choice(pages))
            time.sleep(self.chance.uniform(*PAUSE))


def run() -> list[Row]:
    """Build a casebook, let twenty people work in it, and look for what was acknowledged."""
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "casebook"
        for _documents in make(place, people=int(os.environ.get("KUALIK_BENCH_CROWD", CROWD))):
            pass
        port = free_port()
        told = Told()
        pages, claims, crowd = _prepared(port, told)
        with _served(port) as server:
            memory = _worked(crowd, pages, claims, server)
        lost = _lost(told)
    return _rows(told, memory, lost)


def _prepared(port: int, told: Told) -> tuple[list[str], list[str], list[Somebody]]:
    """Sign twenty editors in, and choose the pages that they look at and the claims that they decide on."""
    from django.conf import settings
    from django.db import connections
    from django.test import Client

    from kualik.cases.accounts import actions
    from kualik.cases.accounts.models import Role, User
    from kualik.cases.claims.models import Claim
    from kualik.cases.documents.models import Document
    from kualik.cases.summaries.models import PersonSummary
    from kualik.cli import common

    settings.ALLOWED_HOSTS = ["testserver"]
    crowd = []
    for number in range(PEOPLE_AT_ONCE):
        by, now = common.acting(), common.now()
        user = actions.create(by=by, at=now, username=f"p{number}", display_name=f"P {number}", roles=[Role.EDITOR])
        User.objects.filter(pk=user.pk).update(arrived_at=now, one_time_until=None)
        client = Client()
        client.force_login(User.objects.get(pk=user.pk), backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.cookies["sessionid"].value
        crowd.append(Somebody(port=port, name=user.username, session=session, told=told, seed=number))
    documents = list(Document.objects.filter(source__level="internal").order_by("read_at")[:SHARED])
    claims = [str(pk) for pk in Claim.objects.filter(document__in=documents).values_list("pk", flat=True)]
    persons = PersonSummary.objects.filter(tier=1).order_by("number").values_list("number", flat=True)[:SHARED]
    pages = ["/", "/documents/", "/people/", "/events/", "/same/", "/map/", "/people/?offset=500"]
    pages += [f"/documents/{one.pk}/" for one in documents] + [f"/people/K-{one:06d}/" for one in persons]
    connections.close_all()
    return pages, claims, crowd


@contextmanager
def _served(port: int) -> Iterator[int]:
    """Serve the casebook, worker included, and give the number of the process."""
    words = [sys.executable, "-m", "kualik", "serve", "--port", str(port)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout
        server.stdout.readline()  # it says where it listens once it does
        try:
            yield server.pid
        finally:
            server.terminate()


def _worked(crowd: list[Somebody], pages: list[str], claims: list[str], server: int) -> list[float]:
    """Let them work, and look at the server's memory meanwhile, in MiB."""
    until = time.monotonic() + float(os.environ.get("KUALIK_BENCH_SECONDS", SECONDS))
    threads = [threading.Thread(target=one.work, args=(pages, claims, until)) for one in crowd]
    for thread in threads:
        thread.start()
    memory = []
    while any(thread.is_alive() for thread in threads):
        memory.append(_resident(server))
        time.sleep(EVERY)
    return memory


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def _lost(told: Told) -> int:
    """Count what was acknowledged and is not there, and whatever else the ledger says is wrong."""
    from kualik.cases.claims.models import Decision
    from kualik.cases.claims.verification import problems
    from kualik.cases.ledger import queries
    from kualik.cases.ledger.verification import check_chain
    from kualik.cli import common

    made = set(Decision.objects.values_list("claim_id", "became"))
    wanted = {(UUID(claim), became) for _when, claim, became, _by in told.kept}
    missing = sum(decision not in made and decision[1] != PROPOSED for decision in wanted)
    wrong = [*problems(), *check_chain(queries.rows(viewer=common.acting()))]
    return missing + len(wrong)


def _rows(told: Told, memory: list[float], lost: int) -> list[Row]:
    quarter = max(1, len(memory) // 4)
    grown = median(memory[-quarter:]) - median(memory[quarter : 2 * quarter] or memory)
    note = (
        f"{len(told.times):,} answers, {len(told.kept):,} decisions acknowledged, {told.met} told that they were second"
    )
    wrong = f"; the first: {told.errors[0]}" if told.errors else ""
    return [
        Row(figure="median", unit="ms", ours=median(told.times), more_is_better=False, note=note),
        Row(figure="95th percentile", unit="ms", ours=quantiles(told.times, n=20)[-1], more_is_better=False),
        Row(figure="errors", unit="answers", ours=len(told.errors), more_is_better=False, note=f"0 are due{wrong}"),
        Row(figure="lost or misplaced decisions", unit="", ours=lost, more_is_better=False, note="0 are due"),
        Row(figure="memory at the end", unit="MiB", ours=median(memory[-quarter:]), more_is_better=False,
            note=f"{grown:+.1f} MiB since the second quarter of the time"),
    ]  # fmt: skip
