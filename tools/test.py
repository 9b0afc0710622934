"""`./kualik test`: everything that is checked, on SQLite and on PostgreSQL, with a real browser.

With words for pytest (a file, -k, -x …) only the tests that they choose are run, on both databases.
Exit code 0: all passed. 1: something failed. 3: this machine lacks something; what to do is said.
"""

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tools import browser, engines, lint, postgres
from tools.counts import Counts, counted
from tools.steps import ROOT, Outcome, Step, python, say, shown, stop

__all__ = ["main"]

REPORTS = ROOT / "test-results"
NOTHING_CHOSEN = 5
"""pytest's exit code for "no test was collected", which is no failure where the words choose tests of one kind."""
WARNING = "WARNING: run {}, as asked; this run proves less than it should"


@dataclass(slots=True)
class Run:
    """What has been run so far."""

    outcomes: list[Outcome] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)

    def suite(self, name: str, *words: str, environment: Mapping[str, str] | None = None) -> None:
        """Run pytest once, and add up what it says."""
        report = REPORTS / f"{len(self.outcomes)}.xml"
        command = python("-m", "pytest", f"--junitxml={report}", "-q", *words)
        outcome = shown(Step(name=name, command=command, environment=environment or {}))
        self.outcomes.append(outcome)
        self.counts += counted(report)

    @property
    def failed(self) -> list[str]:
        """Name the steps that failed."""
        return [one.name for one in self.outcomes if one.code not in {0, NOTHING_CHOSEN}]


def parser() -> argparse.ArgumentParser:
    """Describe the words that are ours; all others are pytest's."""
    described = argparse.ArgumentParser(prog="kualik test", description=__doc__, allow_abbrev=False)
    described.add_argument("--engines", action="store_true", help="only the engines, from the wheel, without Django")
    described.add_argument("--without-postgres", action="store_true", help="do not test on PostgreSQL")
    described.add_argument("--without-browser", action="store_true", help="do not test in a browser")
    described.add_argument("--pictures", action="store_true", help="journeys write the pictures of docs/guide")
    return described


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and give the exit code."""
    ours, words = parser().parse_known_args(arguments)
    began = time.monotonic()
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir()
    run = Run()
    # Asked to end, it ends as after Ctrl-C: the database that was started is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        if ours.engines:
            _engines(run, words)
        else:
            with _provided(ours) as provided:
                _everything(run, provided, words)
    except (browser.NoBrowser, postgres.NoPostgres) as lacking:
        return stop(str(lacking))
    return _closing(run, seconds=time.monotonic() - began, asked=bool(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Provided:
    """What this machine has for the tests; None where it was left out on purpose."""

    postgres: Mapping[str, str] | None
    browser: Mapping[str, str] | None
    drawn: tuple[str, ...] = ()  # what asks the journeys for pictures


@contextmanager
def _provided(ours: argparse.Namespace) -> Iterator[Provided]:
    """Have the browser and the database ready before the first test, so that a lack shows in the first minute."""
    window = None if ours.without_browser else browser.environment(browser.provide())
    say("without a browser" if window is None else f"browser: {window['KUALIK_CHROMIUM']}")
    drawn = ("--pictures",) if ours.pictures else ()
    if ours.without_postgres:
        yield Provided(postgres=None, browser=window, drawn=drawn)
        return
    with postgres.served() as url:
        say(f"PostgreSQL: {url.rpartition('@')[2]}")
        yield Provided(postgres={"KUALIK_TEST_DATABASE_URL": url}, browser=window, drawn=drawn)


def _everything(run: Run, provided: Provided, words: Sequence[str]) -> None:
    workers = ("-n", str(max(2, min(4, os.cpu_count() or 2))))
    on_sqlite = {"KUALIK_TEST_DATABASE_URL": ""}
    if words:
        say("only what the words choose: no lint, and the engines not by themselves")
    else:
        run.outcomes.extend(lint.run())
        _engines(run, ())
    run.suite("tests on SQLite", "--part=units", *workers, *words, environment=on_sqlite)
    if provided.postgres is not None:
        again = ("--part=database", *workers, *words)
        run.suite("the tests that touch the database, on PostgreSQL", *again, environment=provided.postgres)
    if provided.browser is not None:
        beneath = on_sqlite if provided.postgres is None else provided.postgres
        in_browser = ("--part=journeys", *provided.drawn, *words)
        run.suite("journeys in the browser", *in_browser, environment={**beneath, **provided.browser})
    for name, missing in (("PostgreSQL", provided.postgres is None), ("a browser", provided.browser is None)):
        if missing:
            say(WARNING.format(f"without {name}"))


def _engines(run: Run, words: Sequence[str]) -> None:
    report = REPORTS / "engines.xml"
    run.outcomes.append(engines.prove(report=report, words=tuple(words)))
    run.counts += counted(report)


def _closing(run: Run, *, seconds: float, asked: bool) -> int:
    """Say how it all ended in one line, as pytest does. A skipped test is one that has proved nothing: it fails."""
    say("")
    for name in run.failed:
        say(f"FAILED {name}")
    if run.counts.skipped:
        say("FAILED tests were skipped: a test here runs or fails (the lines above that begin with SKIPPED say which)")
    if not run.counts.tests:
        say("FAILED no test was run" + (": the words choose none" if asked else ""))
    good = bool(run.counts.tests) and not run.failed and not run.counts.skipped
    parts = run.counts.parts() if good else [*run.counts.parts(), f"{max(1, len(run.failed))} step(s) failed"]
    say(f" {', '.join(parts)} in {seconds:.2f}s ".center(100, "="))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
