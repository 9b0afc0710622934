"""Kill `kualik add` at random points, and prove that nothing acknowledged is lost and nothing is half there.

    python -m tools.kill_test --documents 500 --kills 100
    KUALIK_DATABASE_URL=postgresql://… python -m tools.kill_test     # makes databases beside the one named

After every kill each source that was acknowledged is there, and the casebook verifies. Where a run comes to its end
before it is killed, there are exactly as many sources as files, and the next round starts with a new casebook.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from kualik.casebook import folder

__all__ = ["Broken", "Round", "main", "trial", "write_files"]

WORDS = ("prison", "camp", "letter", "mother", "son", "protest", "consulate", "village", "sentence", "court", "road")
PAUSE = 0.05  # seconds at most between the last acknowledgement and the kill: some files' worth
ADDRESS = "KUALIK_DATABASE_URL"


class Broken(Exception):
    """A promise was not kept; the message says which."""


@dataclass(slots=True, kw_only=True)
class Round:
    """One casebook, and what was acknowledged in it so far."""

    casebook: Path
    files: Path
    environment: dict[str, str]
    acknowledged: set[str] = field(default_factory=set)

    def prepare(self) -> None:
        """Make the casebook."""
        self._run("init")

    def kill_once(self, *, steps: int, pause: float) -> bool:
        """Start adding, and kill it after so many more files were added or read, and so many seconds.

        Returns:
            Whether it was still running then.
        """
        command = self._command("add", "--json", str(self.files))
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment
        ) as process:
            assert process.stdout
            out = b""
            while steps > 0 and (line := process.stdout.readline()):
                out += line
                steps -= b"already here" not in line
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            out += process.stdout.read()
        self.acknowledged |= set(_acknowledged(out.decode()))
        return process.returncode == -signal.SIGKILL

    def check(self) -> Counter[str]:
        """Prove that all that was acknowledged is there, and that all that is there is whole.

        Returns:
            How many entries of each kind the ledger has.

        Raises:
            Broken: something is lost, or half there.
        """
        ledger = self.casebook / "ledger.jsonl"
        report = json.loads(self._run("verify", "--json", "--ledger", str(ledger)))
        if not report["ok"]:
            raise Broken(f"does not verify: {report['problems'][:3]}")
        entries = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
        ledger.unlink()
        there = {entry["about"] for entry in entries if entry["kind"] == "source:added"}
        name_of = folder.vault(self.casebook).name_of
        if lost := [sha256 for sha256 in self.acknowledged if f"source:{name_of(sha256)}" not in there]:
            raise Broken(f"acknowledged and gone: {lost[:3]}")
        return Counter(entry["kind"] for entry in entries)

    def finish(self) -> None:
        """Let the same command come to its end, and prove that every file is there once and was read once.

        Raises:
            Broken: it is not so.
        """
        expected = len(list(self.files.iterdir()))
        self._run("add", "--json", str(self.files))
        counted = self.check()
        for kind in ("source:added", "source:read", "document:recorded", "claim:proposed"):
            if counted[kind] != expected:
                raise Broken(f"{counted[kind]} times {kind}, of {expected} files")
        again = [json.loads(line) for line in self._run("add", "--json", str(self.files)).splitlines()]
        if [line["result"] for line in again] != ["already here"] * expected:
            raise Broken("a second time something was added or read")

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            self._command(*words),
            capture_output=True,
            env=self.environment,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Broken(f"{words[0]} ended with {done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}")
        return done.stdout

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "kualik", "--casebook", str(self.casebook), *words]


def _acknowledged(out: str) -> Iterator[str]:
    """Find what was acknowledged; a last line cut short by the kill was not."""
    for line in out.splitlines(keepends=True):
        if line.endswith("\n"):
            said = json.loads(line)
            if said["result"] in {"added", "already here", "read"}:
                yield said["sha256"]


def write_files(files: Path, *, documents: int, chance: random.Random) -> None:
    """Write short reports, each unlike the others."""
    files.mkdir()
    for number in range(documents):
        words = " ".join(chance.choices(WORDS, k=80))
        (files / f"{number:05}.txt").write_text(f"Report {number}. On 8 February {words}.\n", encoding="utf-8")


def trial(*, work: Path, documents: int, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill so often, in as many rounds as that takes.

    Yields:
        What happened, in a line per round.

    Raises:
        Broken: a promise was not kept.
    """
    write_files(work / "files", documents=documents, chance=chance)
    done, number = 0, 0
    while done < kills:
        number += 1
        one = Round(
            casebook=work / f"casebook-{number}", files=work / "files", environment=_environment(f"kill_{number}")
        )
        one.prepare()
        at: list[tuple[int, int]] = []
        while done + len(at) < kills and one.kill_once(
            steps=chance.randrange(documents // 4), pause=chance.uniform(0, PAUSE)
        ):
            counted = one.check()
            at.append((counted["source:added"], counted["source:read"]))
        one.finish()
        done += len(at)
        yield f"round {number}: kills {done}, added and read at each: {at}; at the end all {documents} once"


def _environment(database: str) -> dict[str, str]:
    """Give a round a database of its own, on PostgreSQL where one is named."""
    given = {name: value for name, value in os.environ.items() if name not in {ADDRESS, "KUALIK_CASEBOOK"}}
    if not (address := os.environ.get(ADDRESS)):
        return given
    name = f"{database}_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return given | {ADDRESS: f"{address.rpartition('/')[0]}/{name}"}


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    words = parser.parse_args()
    print(f"seed {words.seed}")
    with tempfile.TemporaryDirectory(prefix="kualik-kill-") as work:
        try:
            for line in trial(
                work=Path(work),
                documents=words.documents,
                kills=words.kills,
                chance=random.Random(words.seed),  # noqa: S311 (chance, no secret)
            ):
                print(line, flush=True)
        except Broken as broken:
            print(f"BROKEN: {broken}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
