"""Ask for every page of a casebook again and again: `python -m benchmarks._pages FOLDER`, one JSON object a line.

Asked by Django's test client, signed in, in one process. A page that is about one thing is asked for with many of them,
spread over the casebook; lists also far from their beginning. The bare page is asked for between any two others.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles
from typing import Any

from benchmarks._casebook import PASSPHRASE

__all__ = ["Measured", "main"]

THINGS = 24  # documents, persons, events that a page is asked for with
WARM = 3  # askings that do not count
LEAST = 24  # askings that do
FAR = ("", "?offset=5000", "?offset=50000")
OK = 200
WORDS = ("Nurbolat", "Зарина", "古丽", "Kunes", "K-000123", "kamp", "sedtsts", "committee list", "комитет")


@dataclass(slots=True, kw_only=True)
class Measured:
    """One page: milliseconds of the processor and of the clock, questions to the database, answers of another kind."""

    page: str
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    questions: int = 0
    size: int = 0
    other: str = ""

    def summary(self) -> dict[str, Any]:
        """Sum up: median and 95th percentile."""
        found = {name: value for name, value in asdict(self).items() if name not in {"cpu", "wall"}}
        for name, values in (("cpu", self.cpu), ("wall", self.wall)):
            found[name] = median(values) if values else 0.0
            found[f"{name}_95"] = quantiles(values, n=20)[-1] if len(values) > 1 else 0.0
        return found


Ask = tuple[str, dict[str, str] | None]  # an address, and what is posted to it


def asked(routes: Mapping[str, str]) -> Iterator[tuple[str, list[Ask]]]:
    """List every page with the addresses that it is asked for at; those that take a thing, with many of it."""
    from django.urls import reverse

    things = _things()
    for name, address in routes.items():
        if name.startswith(("account_", "mfa_", "set_")):
            continue
        if "<" not in address:
            yield name, [(reverse(name) + far, None) for far in (FAR if name in LONG else FAR[:1])]
        elif things.get(name):
            yield name, [(reverse(name, args=[one]), None) for one in things[name]]
    for name in ("people", "find"):
        yield f"{name}: search", [(reverse(name), {"query": words, "words": words}) for words in WORDS]


LONG = frozenset({"documents", "people", "events", "ledger"})


def _things() -> dict[str, list[Any]]:
    from kualik.cases.accounts.models import User
    from kualik.cases.claims.models import Claim, Entity
    from kualik.cases.documents.models import Document
    from kualik.cases.findings.gathering import EVENTS
    from kualik.cases.people.models import Person
    from kualik.cases.sources.models import Source

    documents = _spread(Document.objects.order_by("read_at", "pk"), "pk")
    sources = _spread(Source.objects.order_by("added_at", "pk"), "pk")
    events = _spread(Entity.objects.filter(schema__in=EVENTS).order_by("pk"), "pk")
    claims = _spread(Claim.objects.order_by("pk"), "pk")
    persons = [f"K-{number:06d}" for number in _spread(Person.objects.order_by("number"), "number")]
    about = {
        "source": sources,
        "transcribe": sources,
        "original": _spread(Source.objects.order_by("added_at", "pk")[:20], "pk"),
        "event_series": events,
        "event": events,
        "person": persons,
        "member": _spread(User.objects.order_by("pk"), "pk"),
    }
    about |= dict.fromkeys(("document", "add_claim", "map_table", "rendition"), documents)
    return about | dict.fromkeys(("correct", "same_as"), claims)


def _spread(found: Any, name: str) -> list[Any]:
    total = found.count()
    step = max(1, total // THINGS)
    return [one for place in range(0, total, step) for one in found.values_list(name, flat=True)[place : place + 1]]


@contextmanager
def counted() -> Iterator[Callable[[], int]]:
    """Count questions to the database."""
    from django.db import connection

    many = 0

    def count(execute: Callable[..., Any], *words: Any) -> Any:
        nonlocal many
        many += 1
        return execute(*words)

    with connection.execute_wrapper(count):
        yield lambda: many


def measured(client: Any, page: str, addresses: list[Ask], bare: Measured) -> Measured:
    """Ask for one page, the bare one in turn with it."""
    found = Measured(page=page)
    for turn in range(max(LEAST, len(addresses)) + WARM):
        _once(client, ("/bare/", None), bare, keep=turn >= WARM)
        _once(client, addresses[turn % len(addresses)], found, keep=turn >= WARM)
        if found.other:
            break
    return found


def _once(client: Any, ask: Ask, into: Measured, *, keep: bool) -> None:
    address, posted = ask
    with counted() as many:
        cpu, wall = time.process_time(), time.perf_counter()
        answer = client.get(address) if posted is None else client.post(address, posted)
        spent = (time.process_time() - cpu, time.perf_counter() - wall)
    if answer.status_code != OK:
        if answer.status_code >= 500 or not into.cpu:  # noqa: PLR2004 (HTTP: the server's fault)
            into.other = f"{answer.status_code} {address}"
        return
    if keep:
        into.cpu.append(1000 * spent[0])
        into.wall.append(1000 * spent[1])
        into.questions = max(into.questions, many())
        into.size = max(into.size, 0 if answer.streaming else len(answer.content))


def main(folder: str, only: str = "") -> None:
    """Measure, and print a line for each page, the bare one last."""
    os.environ["KUALIK_CASEBOOK"] = folder
    os.environ["KUALIK_USER"] = "keeper"
    os.environ.setdefault("KUALIK_PASSPHRASE", PASSPHRASE)
    from kualik.cli import common

    common.open_casebook()
    from django.conf import settings
    from django.test import Client

    from kualik.cases.findings import following
    from kualik.web.routes import ROUTES

    following.run()
    settings.ROOT_URLCONF = "benchmarks._bare_page"
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(raise_request_exception=False)
    client.force_login(common.acting(), backend="allauth.account.auth_backends.AuthenticationBackend")
    bare = Measured(page="bare")
    for page, addresses in asked({route.name: route.address for route in ROUTES}):
        if only in page:
            sys.stdout.write(json.dumps(measured(client, page, addresses, bare).summary()) + "\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps(bare.summary()) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
